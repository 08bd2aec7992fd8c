#include "core/model/instant_text.h"
#include "core/model/permit_rules.h"

#include <QCoreApplication>

namespace keywright::rules {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("Permit", text);
}

QString expiredOn(const ApiKey &key) {
    return instantText(*key.expiresAt);
}

QString editDenied(const ApiKey &key, KeyStatus status, bool metadata) {
    if (status == KeyStatus::InGrace)
        return key.replacedBy.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Permit", "This key was rotated and stays as it is until it ends. Edit its "
                                                     "successor instead."))
                   : QCoreApplication::translate("Permit", "This key was rotated and stays as it is until it ends. "
                                                           "Edit its successor %1 instead.")
                         .arg(key.replacedBy.value);
    if (metadata)
        return {};
    if (status == KeyStatus::Revoked)
        return say(QT_TRANSLATE_NOOP("Permit", "This key is revoked. Only its owner and note can still be changed."));
    if (status == KeyStatus::Expired)
        return QCoreApplication::translate("Permit", "This key expired on %1. Only its owner and note can still be "
                                                     "changed.")
            .arg(expiredOn(key));
    return {};
}

QString rotateDenied(const ApiKey &key, KeyStatus status) {
    // Rotated is what stands in its grace, or ended with it. A key that was re-activated since is one like any other.
    if (key.deprecatedAt)
        return key.replacedBy.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Permit", "This key was rotated already. Rotate its successor."))
                   : QCoreApplication::translate("Permit", "This key was rotated already; its successor is %1. Rotate "
                                                           "that one.")
                         .arg(key.replacedBy.value);
    if (key.kind == KeyKind::Test)
        return say(QT_TRANSLATE_NOOP("Permit", "Test keys are not rotated; they end by themselves. Create a new one."));
    if (status == KeyStatus::Revoked)
        return say(QT_TRANSLATE_NOOP("Permit", "This key is revoked and can't be rotated. Create a new key."));
    if (status == KeyStatus::Expired)
        return QCoreApplication::translate("Permit", "This key expired on %1 and can't be rotated. Create a new key.")
            .arg(expiredOn(key));
    return {};
}

QString reactivateDenied(const ApiKey &key, KeyStatus status, Instant now) {
    if (status != KeyStatus::Revoked)
        return say(QT_TRANSLATE_NOOP("Permit", "This key is not revoked."));
    if (key.expiresAt && now >= *key.expiresAt)
        return QCoreApplication::translate("Permit", "This key expired on %1 and can't be re-activated. Create a new "
                                                     "key.")
            .arg(expiredOn(key));
    return {};
}

QString deleteDenied(const KeyPolicy &policy, KeyStatus status) {
    return policy.erase->onlyRevoked && status != KeyStatus::Revoked
               ? say(QT_TRANSLATE_NOOP("Permit", "Only revoked keys can be deleted. Revoke this key first."))
               : QString();
}

} // namespace

QString stateDenies(Action action, const Situation &situation, const ApiKey &key) {
    const KeyStatus status = statusOf(key, situation.now);
    switch (action) {
    case Action::Rename:
    case Action::EditScopes:
    case Action::EditLimits:
    case Action::EditRate:
    case Action::ChangeExpiry:
        return editDenied(key, status, false);
    case Action::EditOwner:
        return editDenied(key, status, true);
    case Action::Revoke:
        return status == KeyStatus::Revoked ? say(QT_TRANSLATE_NOOP("Permit", "This key is revoked already."))
                                            : QString();
    case Action::Reactivate:
        return reactivateDenied(key, status, situation.now);
    case Action::Delete:
        return deleteDenied(*situation.policy, status);
    case Action::Rotate:
        return rotateDenied(key, status);
    default:
        return {};
    }
}

} // namespace keywright::rules
