#include "core/model/permit.h"

#include "core/model/permit_rules.h"

#include <QCoreApplication>

#include <array>

namespace keywright {

namespace {

constexpr std::array<QLatin1StringView, actionCount> actionIds{{
    QLatin1StringView("create"),         QLatin1StringView("create_test"),   QLatin1StringView("rename"),
    QLatin1StringView("edit_scopes"),    QLatin1StringView("edit_limits"),   QLatin1StringView("edit_rate"),
    QLatin1StringView("edit_owner"),     QLatin1StringView("change_expiry"), QLatin1StringView("revoke"),
    QLatin1StringView("reactivate"),     QLatin1StringView("delete"),        QLatin1StringView("rotate"),
    QLatin1StringView("mark_delivered"), QLatin1StringView("export"),        QLatin1StringView("read_activity"),
    QLatin1StringView("check_activity"), QLatin1StringView("backup"),        QLatin1StringView("restore"),
    QLatin1StringView("change_policy"),
}};

constexpr std::array<QLatin1StringView, 4> authMethodIds{{
    QLatin1StringView("local"),
    QLatin1StringView("member"),
    QLatin1StringView("api_key"),
    QLatin1StringView("system"),
}};

Permit locked(const QString &reason) {
    return {.verdict = Permit::Verdict::Locked, .reason = reason};
}

} // namespace

QString actionId(Action action) {
    return actionIds[std::size_t(action)];
}

QString authMethodId(AuthMethod method) {
    return authMethodIds[std::size_t(method)];
}

Permit permit(Action action, const Situation &situation, const ApiKey *key) {
    if (!situation.policy)
        return locked(QCoreApplication::translate("Permit", "The keyring is not open."));
    if (const QString reason = rules::roleDenies(action, situation); !reason.isEmpty())
        return {.verdict = Permit::Verdict::Absent, .reason = reason};
    for (const auto denies : {rules::policyDenies, rules::backendDenies, rules::keyringDenies}) {
        if (const QString reason = denies(action, situation); !reason.isEmpty())
            return locked(reason);
    }
    if (!key)
        return {};
    for (const auto denies : {rules::ownershipDenies, rules::stateDenies}) {
        if (const QString reason = denies(action, situation, *key); !reason.isEmpty())
            return locked(reason);
    }
    return {};
}

Done require(Action action, const Situation &situation, const ApiKey *key) {
    const Permit answer = permit(action, situation, key);
    if (!answer.allowed())
        return failure(ErrorKind::Refused, answer.reason);
    return {};
}

QString roleBanner(const Situation &situation) {
    const Permit create = permit(Action::Create, situation);
    return create.verdict == Permit::Verdict::Absent ? create.reason : QString();
}

} // namespace keywright
