#include "core/model/policy_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright::policy_parts {

namespace {

PolicyScope readScope(const QJsonValue &value, const QString &pointer, JsonFault &fault) {
    JsonObjectReader in(value, pointer, fault);
    PolicyScope scope;
    scope.id = in.text(QStringLiteral("id"), 64);
    if (!matches(scope.id, QStringLiteral("[A-Za-z0-9][A-Za-z0-9:._-]*")))
        in.refuse(QStringLiteral("id"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "may hold letters, digits and : . _ - alone")));
    scope.text = in.text(QStringLiteral("text"), longText);
    scope.satisfiesAll = in.flagOr(QStringLiteral("satisfies_all"), false);
    in.finish();
    return scope;
}

void readScopeOptions(JsonObjectReader &in, KeyPolicy &policy, JsonFault &fault) {
    const QString name = QStringLiteral("options");
    const QJsonArray options = in.array(name);
    if (options.isEmpty() || options.size() > 64)
        in.refuse(name, rule(QT_TRANSLATE_NOOP("KeyPolicy", "must hold 1 to 64 scopes")));
    for (const QJsonValue option : options) {
        const QString pointer = QStringLiteral("/scopes/options/%1").arg(policy.scopes.options.size());
        PolicyScope scope = readScope(option, pointer, fault);
        if (policy.scope(scope.id))
            fault.say(pointer, rule(QT_TRANSLATE_NOOP("KeyPolicy", "has an id that another scope has already")));
        policy.scopes.options.push_back(std::move(scope));
    }
}

QList<Role> readRoles(JsonObjectReader &in, const QString &name) {
    QList<Role> roles;
    for (const QString &id : in.texts(name, shortText)) {
        if (id == roleId(Role::Admin) || id == roleId(Role::Developer))
            roles.append(*roleFromId(id));
        else
            in.refuse(name,
                      rule(QT_TRANSLATE_NOOP(
                          "KeyPolicy", "may hold \"admin\" and \"developer\" alone: the other roles change nothing")));
    }
    return roles;
}

} // namespace

QStringList readScopeIds(JsonObjectReader &in, const QString &name, const KeyPolicy &policy) {
    const QStringList ids = in.texts(name, 64);
    const auto unknown = [&](const QString &id) { return !policy.scope(id); };
    if (std::any_of(ids.begin(), ids.end(), unknown))
        in.refuse(name, rule(QT_TRANSLATE_NOOP("KeyPolicy", "names a scope that is not among /scopes/options")));
    return policy.canonicalScopes(ids);
}

void readScopes(JsonObjectReader in, KeyPolicy &policy, JsonFault &fault) {
    readScopeOptions(in, policy, fault);
    KeyPolicy::Scopes &scopes = policy.scopes;
    scopes.byDefault = readScopeIds(in, QStringLiteral("default"), policy);
    scopes.choose = in.flagOr(QStringLiteral("choose"), true);
    scopes.empty = in.flag(QStringLiteral("empty"));
    scopes.edit = in.flag(QStringLiteral("edit"));
    if (scopes.byDefault.isEmpty() && !scopes.empty)
        in.refuse(
            QStringLiteral("default"),
            rule(QT_TRANSLATE_NOOP("KeyPolicy", "is empty, although /scopes/empty says that a key needs a scope")));
    if (scopes.edit && !scopes.choose)
        in.refuse(
            QStringLiteral("edit"),
            rule(QT_TRANSLATE_NOOP("KeyPolicy", "must be false where scopes are fixed (/scopes/choose is false)")));
    in.finish();
}
KeyPolicy::Manage readManage(JsonObjectReader in, const KeyPolicy &policy) {
    KeyPolicy::Manage manage;
    manage.roles = readRoles(in, QStringLiteral("roles"));
    if (!manage.roles.contains(Role::Admin))
        in.refuse(QStringLiteral("roles"), rule(QT_TRANSLATE_NOOP("KeyPolicy", "must hold \"admin\"")));
    if (in.has(QStringLiteral("own")))
        manage.own = readRoles(in, QStringLiteral("own"));
    if (!in.isNull(QStringLiteral("scope"))) {
        manage.scope = in.text(QStringLiteral("scope"), 64);
        if (!policy.scope(manage.scope))
            in.refuse(QStringLiteral("scope"),
                      rule(QT_TRANSLATE_NOOP("KeyPolicy", "names a scope that is not among /scopes/options")));
    }
    manage.developerApi = !in.isNull(QStringLiteral("flag"));
    if (manage.developerApi)
        in.choice(QStringLiteral("flag"), {QStringLiteral("developer_api")});
    manage.reactivate = readRoles(in, QStringLiteral("reactivate"));
    if (!policy.revoke.reversible && !manage.reactivate.isEmpty())
        in.refuse(QStringLiteral("reactivate"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy",
                                         "must be empty where revoking is for good (/revoke/reversible is false)")));
    in.finish();
    return manage;
}

} // namespace keywright::policy_parts
