#include "core/model/api_key.h"

#include <QCoreApplication>

namespace keywright {

namespace {

QString bullets(int count) {
    return QString(count, QChar(0x2022));
}

} // namespace

Lifetime lifetimeOf(const ApiKey &key) {
    return {.expiresAt = key.expiresAt,
            .revokedAt = key.revokedAt,
            .deprecatedAt = key.deprecatedAt,
            .autoRevokeAt = key.autoRevokeAt};
}

KeyStatus statusOf(const ApiKey &key, Instant now, Days expiringWithin) {
    return statusOf(lifetimeOf(key), now, expiringWithin);
}

bool isActive(const ApiKey &key, Instant now) {
    return isActive(lifetimeOf(key), now);
}

ApiKey settled(ApiKey key, Instant now) {
    if (!key.revokedAt && isRevoked(lifetimeOf(key), now)) {
        key.revokedAt = key.autoRevokeAt;
        key.revokedBy = QStringLiteral("system");
        key.revokeReason = QStringLiteral("grace ended");
    }
    return key;
}

std::optional<Instant> nextBoundary(const ApiKey &key, Instant now, Days expiringWithin) {
    return nextBoundary(lifetimeOf(key), now, expiringWithin);
}

QString previewText(const Preview &preview) {
    if (preview.first.isEmpty())
        return preview.last.isEmpty() ? QString() : bullets(8) + preview.last;
    return preview.first + QChar(0x2026) + preview.last;
}

QString displayName(const ApiKey &key) {
    const QString name = key.name.isEmpty() ? QCoreApplication::translate("ApiKey", "(no name)") : key.name;
    if (key.preview == Preview{})
        return name;
    const QString preview = key.preview.first.isEmpty() ? bullets(4) + key.preview.last : previewText(key.preview);
    return QStringLiteral("%1 (%2)").arg(name, preview);
}

} // namespace keywright
