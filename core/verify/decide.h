// One decision: may a request that showed this key go on? Pure, so that every program decides alike.
#pragma once

#include "core/model/api_key.h"
#include "core/model/key_policy.h"

namespace keywright {

enum class Verdict { Allowed, Unknown, Revoked, Expired, InsufficientScope };

/// What a caller asks to do with the key it showed.
struct KeyUse {
    QString scope; ///< the scope it needs, literally; empty: any living key will do
};

/// `key`: the record found by digest, or nullptr if there is none. Revoked before expired before scope (V1, V2); a key
/// past the end of its grace is revoked.
Verdict decide(const KeyPolicy &policy, const ApiKey *key, const KeyUse &use, Instant now);

/// What the caller is told: the policy's one sentence for unknown, revoked and expired alike, or the scope it lacks.
/// Empty when allowed.
QString verdictText(Verdict verdict, const KeyPolicy &policy, const KeyUse &use);

/// "allowed", "unknown", "revoked", "expired", "insufficient_scope": for those who keep the keys, never for callers.
QLatin1StringView verdictId(Verdict verdict);

} // namespace keywright
