#include "core/model/draft_rules.h"

#include "core/crypto/token.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright::rules {

namespace {

QString scopesField() {
    return QStringLiteral("scopes");
}

std::unexpected<Error> invalid(const QString &message, const QString &field) {
    return failure(ErrorKind::Invalid, message, field);
}

QString joined(const QStringList &scopes) {
    return scopes.join(QStringLiteral(", "));
}

QStringList optionIds(const KeyPolicy &policy) {
    QStringList ids;
    for (const PolicyScope &option : policy.scopes.options)
        ids << option.id;
    return ids;
}

Done knownScopes(const KeyPolicy &policy, const QStringList &scopes) {
    for (const QString &scope : scopes) {
        if (policy.scope(scope))
            continue;
        // A mistyped line may hold anything, a key too: only what could be a scope is said again.
        const QString shown = scope.size() > 64 || looksLikeToken(scope, &policy) ? QString() : scope;
        return invalid(QCoreApplication::translate("Draft", "There is no scope “%1”. Choose from: %2.")
                           .arg(shown, joined(optionIds(policy))),
                       scopesField());
    }
    return {};
}

} // namespace

QString dailyField() {
    return QStringLiteral("daily_spend_limit_usd");
}

QString monthlyField() {
    return QStringLiteral("monthly_spend_limit_usd");
}

Result<QString> checkedName(const KeyPolicy &policy, const QString &name) {
    const QString field = QStringLiteral("name");
    Result<QString> clean = checkedText(name, policy.name.max, QCoreApplication::translate("Draft", "The name"), field,
                                        TextLines::One, &policy);
    if (!clean)
        return clean;
    if (clean->isEmpty() && policy.name.required)
        return invalid(QCoreApplication::translate("Draft", "Give the key a name that tells what it is for."), field);
    const QString &refused = policy.name.refusedDefault;
    if (!refused.isEmpty() && clean->compare(refused, Qt::CaseInsensitive) == 0)
        return invalid(QCoreApplication::translate("Draft", "“%1” is only the text to begin with. Give the key a name "
                                                            "that tells what it is for.")
                           .arg(refused),
                       field);
    return clean;
}

Result<QString> checkedOwner(const Situation &situation, const QString &owner) {
    const QString field = QStringLiteral("owner");
    Result<QString> clean = checkedText(owner, longestOwner, QCoreApplication::translate("Draft", "The owner"), field,
                                        TextLines::One, situation.policy);
    const bool onlyOwn = situation.caller.method != AuthMethod::ApiKey &&
                         !situation.policy->manage.roles.contains(situation.caller.role);
    if (clean && onlyOwn && *clean != situation.caller.name)
        return invalid(QCoreApplication::translate("Draft", "Your role manages your own keys alone, so the owner must "
                                                            "be you (%1).")
                           .arg(situation.caller.name),
                       field);
    return clean;
}

Result<QString> checkedNote(const Situation &situation, const QString &note) {
    return checkedText(note, longestNote, QCoreApplication::translate("Draft", "The note"), QStringLiteral("note"),
                       TextLines::Many, situation.policy);
}

Done withinIssuer(const Situation &situation, const QStringList &scopes) {
    const KeyPolicy &policy = *situation.policy;
    if (!situation.caller.key || policy.issuingUnbounded)
        return {};
    const QStringList &held = situation.caller.key->scopes;
    const auto holdsAll = [&](const QString &id) { return policy.scope(id) && policy.scope(id)->satisfiesAll; };
    if (std::any_of(held.begin(), held.end(), holdsAll))
        return {};
    for (const QString &scope : scopes) {
        if (!held.contains(scope))
            return invalid(QCoreApplication::translate("Draft",
                                                       "The key you use lacks the scope %1; it can't give more "
                                                       "than it has.")
                               .arg(scope),
                           scopesField());
    }
    return {};
}

Result<QStringList> checkedScopes(const Situation &situation, const QStringList &scopes) {
    const KeyPolicy &policy = *situation.policy;
    if (const Done known = knownScopes(policy, scopes); !known)
        return std::unexpected(known.error());
    QStringList canonical = policy.canonicalScopes(scopes);
    if (!policy.scopes.choose && canonical != policy.scopes.byDefault)
        return invalid(QCoreApplication::translate("Draft", "Every key has the scopes %1 under this policy. Leave the "
                                                            "scopes out.")
                           .arg(joined(policy.scopes.byDefault)),
                       scopesField());
    if (canonical.isEmpty() && !policy.scopes.empty)
        return invalid(
            QCoreApplication::translate("Draft", "Choose at least one scope: %1.").arg(joined(optionIds(policy))),
            scopesField());
    if (const Done within = withinIssuer(situation, canonical); !within)
        return std::unexpected(within.error());
    return canonical;
}

Result<std::optional<MicroUsd>> checkedLimit(bool policyHasIt, std::optional<MicroUsd> limit, const QString &field) {
    if (!limit)
        return limit;
    if (!policyHasIt)
        return invalid(QCoreApplication::translate("Draft", "Keys have no such spend limit under this policy. Leave it "
                                                            "out."),
                       field);
    if (const Done fine = checkedUsd(*limit, field); !fine)
        return std::unexpected(fine.error());
    return limit;
}

Result<std::optional<int>> checkedRate(const KeyPolicy &policy, std::optional<int> perMinute) {
    const QString field = QStringLiteral("rate_per_minute");
    if (!perMinute)
        return perMinute;
    if (!policy.rateLimit || !policy.rateLimit->perKey)
        return invalid(QCoreApplication::translate("Draft", "Keys have no rate limit of their own under this policy. "
                                                            "Leave it out."),
                       field);
    if (*perMinute < 1 || *perMinute > largestRate)
        return invalid(
            QCoreApplication::translate("Draft", "A rate limit is 1 to %1 requests a minute.").arg(largestRate), field);
    return perMinute;
}

} // namespace keywright::rules
