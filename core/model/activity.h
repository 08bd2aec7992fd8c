// The activity log: every change, who made it, when, from where. Append-only, hash-chained, tamper-evident.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace keywright {

/// Names of events, as they stand in the log, on the screen and in exports.
namespace event {
inline constexpr char16_t keyringCreated[] = u"Keyring Created";
inline constexpr char16_t created[] = u"API Key Created";
inline constexpr char16_t revoked[] = u"API Key Revoked";
inline constexpr char16_t renamed[] = u"API Key Renamed";
inline constexpr char16_t scopesChanged[] = u"API Key Scopes Changed";
inline constexpr char16_t limitsChanged[] = u"API Key Limits Changed";
inline constexpr char16_t ownerChanged[] = u"API Key Owner Changed";
inline constexpr char16_t reactivated[] = u"API Key Re-activated";
inline constexpr char16_t deleted[] = u"API Key Deleted";
inline constexpr char16_t rotated[] = u"API Key Rotated";
inline constexpr char16_t testCreated[] = u"Test Key Created";
inline constexpr char16_t flagOn[] = u"Developer API Turned On";
inline constexpr char16_t flagOff[] = u"Developer API Turned Off";
inline constexpr char16_t memberAdded[] = u"Member Added";
inline constexpr char16_t memberRevoked[] = u"Member Revoked";
inline constexpr char16_t memberRotated[] = u"Member Rotated";
inline constexpr char16_t apiRequest[] = u"API Request";
inline constexpr char16_t keyringRestored[] = u"Keyring Restored";
inline constexpr char16_t policyChanged[] = u"Keyring Policy Changed";
} // namespace event

/// One entry. `prev` and `hash` chain it: hash = SHA-256(prev || JCS(entry)), RFC 8785; the first prev is
/// SHA-256(keyring_id).
struct Activity {
    qint64 seq = 0;
    Instant at{};
    QString event;
    QString actor;
    QString authMethod; ///< "local", "member", "api_key", "system"
    QString keyId;
    QString keyName;
    QString keyPreview;
    QString address;
    QJsonObject detail; ///< before/after, name, expiry, reason, batch, ...
    Sha256 prev;
    Sha256 hash;
};

/// The canonical bytes that are hashed: RFC 8785 of {seq, at, event, actor, authMethod, key_id, key_name, key_preview,
/// address, detail}.
QByteArray canonicalEntry(const Activity &entry);
/// SHA-256(entry.prev || canonicalEntry(entry)).
Sha256 entryHash(const Activity &entry);
/// The same where canonicalJson(entry.detail) is at hand.
QByteArray canonicalEntry(const Activity &entry, QByteArrayView detail);
Sha256 entryHash(const Activity &entry, QByteArrayView detail);
/// RFC 8785 of a JSON object.
QByteArray canonicalJson(const QJsonObject &object);

/// A known point of the chain, remembered outside the file.
struct ChainHead {
    qint64 seq = 0;
    Sha256 hash;
    friend bool operator==(const ChainHead &, const ChainHead &) = default;
};

/// `field:value` terms (actor, event, key, authMethod, before, after, address) and free text.
struct ActivityQuery {
    QString text;
    KeyId key; ///< this key's entries alone; empty: all
    int limit = 200;
};

/// A parsed search. Every term must hold; several of one field are alternatives. `after` takes in its instant, `before`
/// does not; a date is the start of that local day. Quotes hold words together, `actor:"Anna B"`. What cannot be
/// understood is named in `unknown` and searched as free text.
struct ActivityTerms {
    QStringList actor, event, key, authMethod, address, free;
    std::optional<Instant> before, after;
    QStringList unknown;
};
ActivityTerms parseActivitySearch(const QString &text);

} // namespace keywright
