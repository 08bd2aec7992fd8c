#include "core/model/api_key.h"

#include <QCoreApplication>

namespace keywright {

namespace {

bool isOver(const std::optional<Instant> &end, Instant now) {
    return end && now >= *end;
}

bool isRevoked(const ApiKey &key, Instant now) {
    return key.revokedAt || isOver(key.autoRevokeAt, now);
}

QString bullets(int count) {
    return QString(count, QChar(0x2022));
}

} // namespace

KeyStatus statusOf(const ApiKey &key, Instant now, Days expiringWithin) {
    if (isRevoked(key, now))
        return KeyStatus::Revoked;
    if (isOver(key.expiresAt, now))
        return KeyStatus::Expired;
    if (key.deprecatedAt)
        return KeyStatus::InGrace;
    if (key.expiresAt && *key.expiresAt - now <= expiringWithin)
        return KeyStatus::Expiring;
    return KeyStatus::Active;
}

bool isActive(const ApiKey &key, Instant now) {
    return !isRevoked(key, now) && !isOver(key.expiresAt, now);
}

ApiKey settled(ApiKey key, Instant now) {
    if (!key.revokedAt && isOver(key.autoRevokeAt, now)) {
        key.revokedAt = key.autoRevokeAt;
        key.revokedBy = QStringLiteral("system");
        key.revokeReason = QStringLiteral("grace ended");
    }
    return key;
}

std::optional<Instant> nextBoundary(const ApiKey &key, Instant now, Days expiringWithin) {
    if (isRevoked(key, now))
        return std::nullopt;
    std::optional<Instant> next;
    const auto consider = [&](Instant boundary) {
        if (boundary > now && (!next || boundary < *next))
            next = boundary;
    };
    if (key.autoRevokeAt)
        consider(*key.autoRevokeAt);
    if (key.expiresAt) {
        consider(*key.expiresAt);
        if (!key.deprecatedAt)
            consider(*key.expiresAt - expiringWithin);
    }
    return next;
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
