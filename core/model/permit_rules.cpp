#include "core/model/permit_rules.h"

#include <QCoreApplication>

namespace keywright::rules {

namespace {

enum class Kind { Managing, Reading, Keeping };

Kind kindOf(Action action) {
    switch (action) {
    case Action::Export:
    case Action::ReadActivity:
    case Action::CheckActivity:
        return Kind::Reading;
    case Action::Backup:
    case Action::Restore:
    case Action::ChangePolicy:
        return Kind::Keeping;
    default:
        return Kind::Managing;
    }
}

QString say(const char *text) {
    return QCoreApplication::translate("Permit", text);
}

bool isApiKey(const Caller &caller) {
    return caller.method == AuthMethod::ApiKey;
}

bool managesByScope(const Situation &situation) {
    const QString &scope = situation.policy->manage.scope;
    return !scope.isEmpty() && situation.caller.key && situation.caller.key->scopes.contains(scope);
}

bool managesEvery(const Situation &situation) {
    return isApiKey(situation.caller) ? managesByScope(situation)
                                      : situation.policy->manage.roles.contains(situation.caller.role);
}

bool managesOwn(const Situation &situation) {
    return !isApiKey(situation.caller) && situation.policy->manage.own.contains(situation.caller.role);
}

bool isAdmin(const Caller &caller) {
    return !isApiKey(caller) && caller.role == Role::Admin;
}

QString notAManager(const Situation &situation) {
    if (!isApiKey(situation.caller))
        return say(QT_TRANSLATE_NOOP("Permit", "Your role isn't admin. Ask an account admin to create the key for you, "
                                               "or to grant you the permission."));
    if (situation.policy->manage.scope.isEmpty())
        return say(QT_TRANSLATE_NOOP("Permit", "API keys don't manage keys under this policy. Ask an account admin."));
    return QCoreApplication::translate("Permit", "This API key lacks the scope %1, which managing keys needs. Use a "
                                                 "key that has it, or ask an account admin.")
        .arg(situation.policy->manage.scope);
}

QString renameDenied(const KeyPolicy &policy) {
    return policy.name.rename ? QString()
                              : say(QT_TRANSLATE_NOOP("Permit", "Names are fixed at creation under this policy. To "
                                                                "change one, revoke the key and create a new one."));
}

QString scopesDenied(const KeyPolicy &policy) {
    if (!policy.scopes.choose)
        return say(QT_TRANSLATE_NOOP("Permit", "Every key has the same scopes under this policy."));
    return policy.scopes.edit ? QString()
                              : say(QT_TRANSLATE_NOOP("Permit", "Scopes are fixed at creation under this policy. "
                                                                "Create a new key with other scopes and revoke this "
                                                                "one."));
}

QString limitsDenied(const KeyPolicy &policy) {
    if (!policy.spend)
        return say(QT_TRANSLATE_NOOP("Permit", "Keys have no spend limits under this policy."));
    return policy.spend->edit ? QString()
                              : say(QT_TRANSLATE_NOOP("Permit", "Spend limits are fixed at creation under this policy. "
                                                                "Create a new key with other limits and revoke this "
                                                                "one."));
}

QString expiryDenied(const KeyPolicy &policy) {
    if (!policy.expiry)
        return say(QT_TRANSLATE_NOOP("Permit", "Keys never expire under this policy."));
    if (policy.expiry->change)
        return {};
    return policy.rotate ? say(QT_TRANSLATE_NOOP("Permit", "The expiry is fixed at creation under this policy. Rotate "
                                                           "the key to get one with another expiry."))
                         : say(QT_TRANSLATE_NOOP("Permit", "The expiry is fixed at creation under this policy. Create "
                                                           "a new key and revoke this one."));
}

QString needsFlag(Action action, const Situation &situation) {
    const bool wanted = situation.policy->manage.developerApi && isManaging(action) && action != Action::Revoke &&
                        action != Action::MarkDelivered;
    return !wanted || situation.developerApi
               ? QString()
               : say(QT_TRANSLATE_NOOP("Permit", "The Developer API is turned off for this keyring, so its keys can "
                                                 "only be listed and revoked. Ask the platform's operator to turn it "
                                                 "on."));
}

} // namespace

bool isManaging(Action action) {
    return kindOf(action) == Kind::Managing;
}

QString roleDenies(Action action, const Situation &situation) {
    const bool manages = managesEvery(situation) || managesOwn(situation);
    switch (kindOf(action)) {
    case Kind::Managing:
        if (!manages)
            return notAManager(situation);
        if (action == Action::Reactivate && situation.policy->revoke.reversible &&
            (isApiKey(situation.caller) || !situation.policy->manage.reactivate.contains(situation.caller.role)))
            return say(QT_TRANSLATE_NOOP("Permit", "Your role may not re-activate keys. Ask an account admin."));
        return {};
    case Kind::Keeping:
        return isAdmin(situation.caller)
                   ? QString()
                   : say(QT_TRANSLATE_NOOP("Permit", "Your role isn't admin. Ask an account admin to do it."));
    case Kind::Reading:
        break;
    }
    const bool reads = isApiKey(situation.caller) ? manages : situation.caller.role != Role::Verifier;
    return reads ? QString()
                 : say(QT_TRANSLATE_NOOP("Permit", "Your role may only verify keys. Ask an account admin."));
}

QString policyDenies(Action action, const Situation &situation) {
    const KeyPolicy &policy = *situation.policy;
    switch (action) {
    case Action::CreateTest:
        return policy.testKey ? QString()
                              : say(QT_TRANSLATE_NOOP("Permit", "There are no test keys under this policy."));
    case Action::Rename:
        return renameDenied(policy);
    case Action::EditScopes:
        return scopesDenied(policy);
    case Action::EditLimits:
        return limitsDenied(policy);
    case Action::EditRate:
        return policy.rateLimit && policy.rateLimit->perKey
                   ? QString()
                   : say(QT_TRANSLATE_NOOP("Permit", "Keys have no rate limit of their own under this policy."));
    case Action::ChangeExpiry:
        return expiryDenied(policy);
    case Action::Reactivate:
        return policy.revoke.reversible
                   ? QString()
                   : say(QT_TRANSLATE_NOOP("Permit", "Revoking is for good under this policy. Create a new key."));
    case Action::Delete:
        return policy.erase ? QString()
                            : say(QT_TRANSLATE_NOOP("Permit", "Keys are not deleted under this policy. Revoke the key; "
                                                              "nobody can use it from then on."));
    case Action::Rotate:
        return policy.rotate ? QString()
                             : say(QT_TRANSLATE_NOOP("Permit", "Keys are not rotated under this policy. Create a new "
                                                               "key and revoke this one."));
    default:
        return {};
    }
}

QString backendDenies(Action action, const Situation &situation) {
    const Capabilities &can = situation.can;
    const auto able = [action, &can] {
        switch (action) {
        case Action::CreateTest:
            return can.testKeys;
        case Action::Rename:
            return can.rename;
        case Action::EditScopes:
            return can.editScopes;
        case Action::EditLimits:
        case Action::EditRate:
            return can.editLimits;
        case Action::EditOwner:
            return can.metadata;
        case Action::Reactivate:
            return can.reactivate;
        case Action::Delete:
            return can.erase;
        case Action::MarkDelivered:
            return can.delivered;
        case Action::ReadActivity:
        case Action::CheckActivity:
            return can.activity;
        case Action::Backup:
        case Action::Restore:
            return can.backup;
        default:
            return true;
        }
    };
    return able() ? QString()
                  : say(QT_TRANSLATE_NOOP("Permit", "The server of this keyring offers no way to do this."));
}

QString keyringDenies(Action action, const Situation &situation) {
    const bool writes = isManaging(action) || action == Action::Restore || action == Action::ChangePolicy;
    if (writes && !situation.writable)
        return situation.readOnlyReason.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Permit", "This keyring is open for reading only."))
                   : situation.readOnlyReason;
    return needsFlag(action, situation);
}

QString ownershipDenies(Action action, const Situation &situation, const ApiKey &key) {
    if (!isManaging(action) || managesEvery(situation) || (!key.owner.isEmpty() && key.owner == situation.caller.name))
        return {};
    return key.owner.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Permit", "This key has no owner. Your role manages your own keys alone; ask an "
                                                 "account admin."))
               : QCoreApplication::translate("Permit", "This key belongs to %1. Your role manages your own keys alone; "
                                                       "ask an account admin.")
                     .arg(key.owner);
}

} // namespace keywright::rules
