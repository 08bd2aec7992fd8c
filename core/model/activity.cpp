#include "core/model/activity.h"

#include "core/crypto/digest.h"

namespace keywright {

QByteArray canonicalEntry(const Activity &entry) {
    return canonicalJson({{QStringLiteral("seq"), entry.seq},
                          {QStringLiteral("at"), toRfc3339(entry.at)},
                          {QStringLiteral("event"), entry.event},
                          {QStringLiteral("actor"), entry.actor},
                          {QStringLiteral("authMethod"), entry.authMethod},
                          {QStringLiteral("key_id"), entry.keyId},
                          {QStringLiteral("key_name"), entry.keyName},
                          {QStringLiteral("key_preview"), entry.keyPreview},
                          {QStringLiteral("address"), entry.address},
                          {QStringLiteral("detail"), entry.detail}});
}

Sha256 entryHash(const Activity &entry) {
    return sha256({entry.prev.toByteArray(), canonicalEntry(entry)});
}

} // namespace keywright
