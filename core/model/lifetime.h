// The rules of a key's status, over the instants that it follows from and nothing else.
#pragma once

#include "core/model/instant.h"

namespace keywright {

/// Deleted > revoked > expired > in grace > expiring > active. Deleted keys are tombstones and have no
/// ApiKey.
enum class KeyStatus { Active, Expiring, InGrace, Expired, Revoked };

constexpr Days defaultExpiringWithin{14};

/// What a key's status follows from. Asked for every key of a list, and for every request.
struct Lifetime {
    std::optional<Instant> expiresAt;
    std::optional<Instant> revokedAt;
    std::optional<Instant> deprecatedAt; ///< when it was rotated
    std::optional<Instant> autoRevokeAt; ///< end of grace
};

namespace lifetime {
constexpr bool isOver(const std::optional<Instant> &end, Instant now) {
    return end && now >= *end;
}
} // namespace lifetime

constexpr bool isRevoked(const Lifetime &life, Instant now) {
    return life.revokedAt || lifetime::isOver(life.autoRevokeAt, now);
}

/// Neither revoked nor expired (`is_active` of seed 002; true while expiring and in grace).
constexpr bool isActive(const Lifetime &life, Instant now) {
    return !isRevoked(life, now) && !lifetime::isOver(life.expiresAt, now);
}

/// The status at `now`; refused when now >= expires_at or now >= auto_revoke_at. A key past its grace is Revoked.
constexpr KeyStatus statusOf(const Lifetime &life, Instant now, Days expiringWithin = defaultExpiringWithin) {
    if (isRevoked(life, now))
        return KeyStatus::Revoked;
    if (lifetime::isOver(life.expiresAt, now))
        return KeyStatus::Expired;
    if (life.deprecatedAt)
        return KeyStatus::InGrace;
    if (life.expiresAt && *life.expiresAt - now <= expiringWithin)
        return KeyStatus::Expiring;
    return KeyStatus::Active;
}

/// The next instant at which the status changes by itself, or nothing.
constexpr std::optional<Instant> nextBoundary(const Lifetime &life, Instant now,
                                              Days expiringWithin = defaultExpiringWithin) {
    std::optional<Instant> next;
    const auto consider = [&](Instant boundary) {
        if (boundary > now && (!next || boundary < *next))
            next = boundary;
    };
    if (isRevoked(life, now))
        return next;
    if (life.autoRevokeAt)
        consider(*life.autoRevokeAt);
    if (life.expiresAt) {
        consider(*life.expiresAt);
        if (!life.deprecatedAt)
            consider(*life.expiresAt - expiringWithin);
    }
    return next;
}

} // namespace keywright
