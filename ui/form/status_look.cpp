#include "ui/form/status_look.h"

#include <QCoreApplication>

namespace keywright {
namespace {

QString word(const char *text) {
    return QCoreApplication::translate("StatusLook", text);
}

} // namespace

StatusLook statusLook(KeyStatus status) {
    switch (status) {
    case KeyStatus::Active:
        return {QStringLiteral("circle-filled"), word(QT_TRANSLATE_NOOP("StatusLook", "Active")), Tone::Success};
    case KeyStatus::Expiring:
        return {QStringLiteral("clock"), word(QT_TRANSLATE_NOOP("StatusLook", "Expiring")), Tone::Warning};
    case KeyStatus::InGrace:
        return {QStringLiteral("arrow-right-circle"), word(QT_TRANSLATE_NOOP("StatusLook", "In grace")), Tone::Info};
    case KeyStatus::Expired:
        return {QStringLiteral("circle"), word(QT_TRANSLATE_NOOP("StatusLook", "Expired")), Tone::Muted};
    case KeyStatus::Revoked:
        break;
    }
    return {QStringLiteral("cross"), word(QT_TRANSLATE_NOOP("StatusLook", "Revoked")), Tone::Danger};
}

StatusLook statusLook(const ApiKey &key, Instant now, Days expiringWithin) {
    const KeyStatus status = statusOf(key, now, expiringWithin);
    const bool lives = status == KeyStatus::Active || status == KeyStatus::Expiring;
    if (key.kind == KeyKind::Test && lives)
        return {QStringLiteral("flask"), word(QT_TRANSLATE_NOOP("StatusLook", "Test")), Tone::Info};
    return statusLook(status);
}

StatusLook undeliveredLook() {
    return {QStringLiteral("dashed-circle"), word(QT_TRANSLATE_NOOP("StatusLook", "Nobody has it")), Tone::Warning};
}

bool isUndelivered(const ApiKey &key, Instant now) {
    return !key.deliveredAt && isActive(key, now);
}

} // namespace keywright
