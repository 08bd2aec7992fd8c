// A key as everything but the token: what is stored, listed, searched and shown.
#pragma once

#include "core/model/ids.h"
#include "core/model/lifetime.h"

#include <QStringList>

#include <optional>

namespace keywright {

/// The part of a token that the policy lets people see again.
struct Preview {
    QString first; ///< the token's first characters, or empty
    QString last;  ///< its last characters (of the secret, before a checksum), or empty
    friend bool operator==(const Preview &, const Preview &) = default;
};

enum class KeyKind { Standard, Test };

/// Who made which refused attempt with a known key, and when it was last used. Kept apart from the key: it has a feed
/// of its own.
struct Usage {
    std::optional<Instant> lastUsedAt;
    QString lastAddress;
    QString lastAgent;
    qint64 requests = 0;
    qint64 refused = 0;
    std::optional<Instant> lastRefusedAt;
    QString lastRefusedAddress;
    friend bool operator==(const Usage &, const Usage &) = default;
};

/// What a key's lineage has spent; present where the key has a limit.
struct Spend {
    MicroUsd daily;
    MicroUsd monthly;
    friend bool operator==(const Spend &, const Spend &) = default;
};

/// One API key. Status is never a field: see statusOf().
struct ApiKey {
    KeyId id;
    QString name; ///< empty where the policy allows none
    Preview preview;
    QStringList scopes; ///< in the policy's order, no duplicates
    QString owner;
    QString note;
    KeyKind kind = KeyKind::Standard;
    Instant createdAt{};
    QString createdBy;
    KeyId issuedBy; ///< the key that issued this one, or empty
    std::optional<Instant> expiresAt;
    QString expiresOn; ///< the chosen date and zone, `2027-01-31 Europe/Berlin`; empty for a duration
    std::optional<Instant> revokedAt;
    QString revokedBy;
    QString revokeReason;                ///< an id of revokeReasons(), "abuse", "grace ended", "restored", or free text
    std::optional<Instant> deprecatedAt; ///< when it was rotated
    std::optional<Instant> autoRevokeAt; ///< end of grace
    QString lineage;                     ///< shared by all keys that rotation links; spend belongs to it
    KeyId replacedBy;                    ///< its successor, or empty
    std::optional<MicroUsd> dailyLimit;
    std::optional<MicroUsd> monthlyLimit;
    std::optional<int> ratePerMinute;
    std::optional<Instant> deliveredAt; ///< when somebody copied or saved the token; unset: "nobody has it"
    std::optional<Instant> reviewedAt;
    Revision revision;
    Usage usage;
    std::optional<Spend> spend;
    friend bool operator==(const ApiKey &, const ApiKey &) = default;
};

/// See lifetime.h for the rules.
Lifetime lifetimeOf(const ApiKey &key);
KeyStatus statusOf(const ApiKey &key, Instant now, Days expiringWithin = defaultExpiringWithin);
bool isActive(const ApiKey &key, Instant now);

/// The key as every read reports it at `now`: past the end of its grace, revoked_at = auto_revoke_at, by `system`.
ApiKey settled(ApiKey key, Instant now);

std::optional<Instant> nextBoundary(const ApiKey &key, Instant now, Days expiringWithin = defaultExpiringWithin);

/// `kw_7fQ2...a3f9`, `••••••••a3f9` or `mem_prod_a1b…`: how the list shows the key.
QString previewText(const Preview &preview);

/// What logs and messages call a key: its name with its preview, `Zapier (kw_7fQ2…a3f9)`; "(no name)" where there is
/// none.
QString displayName(const ApiKey &key);

} // namespace keywright
