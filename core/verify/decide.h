// One decision: may a request that showed this key go on? Pure, so that every program decides alike.
#pragma once

#include "core/model/api_key.h"
#include "core/model/key_policy.h"

namespace keywright {

enum class Verdict {
    Allowed,
    Unknown,
    Revoked,
    Expired,
    InsufficientScope,
    RateLimited,  ///< the key's requests of this minute are used up
    SpendLimited, ///< its lineage's money of this day or month is
    Unavailable,  ///< what is known of the keys is too old to decide by
};

/// What a caller asks to do with the key it showed.
struct KeyUse {
    QString scope; ///< the scope it needs, literally; empty: any living key will do
};

/// What decides of a key, whatever form it is kept in.
struct KeyFacts {
    bool revoked = false;
    Instant expiresAt = Instant::max();
    Instant graceEndsAt = Instant::max();
    bool holdsScope = false; ///< the scope that is asked for
};

/// Revoked before expired before scope (V1, V2); a key past the end of its grace is revoked.
Verdict decide(const KeyFacts &facts, Instant now);
/// `key`: the record found by digest, or nullptr if there is none.
Verdict decide(const KeyPolicy &policy, const ApiKey *key, const KeyUse &use, Instant now);

/// What a key may use up; nullopt: as much as it likes.
struct KeyLimits {
    std::optional<MicroUsd> daily, monthly;
    std::optional<int> perMinute;
    friend bool operator==(const KeyLimits &, const KeyLimits &) = default;
};
/// Whether a request may still spend. A stated cost must fit; without one, there must be something left.
bool maySpend(const KeyLimits &limits, const Spend &spent, std::optional<MicroUsd> cost);

/// What the caller is told: the policy's one sentence for unknown, revoked and expired alike, or the scope it lacks.
/// Empty when allowed.
QString verdictText(Verdict verdict, const KeyPolicy &policy, const KeyUse &use);

/// "allowed", "unknown", "revoked", "expired", "insufficient_scope", "rate_limited", "spend_limit_exceeded",
/// "unavailable": for those who keep the keys; callers are never told the first refusals apart.
QLatin1StringView verdictId(Verdict verdict);

} // namespace keywright
