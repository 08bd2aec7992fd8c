#include "core/model/key_policy.h"

#include <algorithm>
#include <array>

namespace keywright {

namespace {

constexpr std::array<std::pair<Role, QLatin1StringView>, 4> roleIds{{
    {Role::Admin, QLatin1StringView("admin")},
    {Role::Developer, QLatin1StringView("developer")},
    {Role::Auditor, QLatin1StringView("auditor")},
    {Role::Verifier, QLatin1StringView("verifier")},
}};

} // namespace

const PolicyScope *KeyPolicy::scope(const QString &scopeId) const {
    const auto found = std::find_if(scopes.options.begin(), scopes.options.end(),
                                    [&](const PolicyScope &option) { return option.id == scopeId; });
    return found == scopes.options.end() ? nullptr : &*found;
}

QStringList KeyPolicy::canonicalScopes(const QStringList &wanted) const {
    QStringList canonical;
    for (const PolicyScope &option : scopes.options) {
        if (wanted.contains(option.id))
            canonical.append(option.id);
    }
    for (const QString &other : wanted) {
        if (!canonical.contains(other))
            canonical.append(other);
    }
    return canonical;
}

QString roleId(Role role) {
    return roleIds[std::size_t(role)].second;
}

std::optional<Role> roleFromId(const QString &id) {
    const auto found =
        std::find_if(roleIds.begin(), roleIds.end(), [&](const auto &known) { return known.second == id; });
    return found == roleIds.end() ? std::nullopt : std::optional(found->first);
}

} // namespace keywright
