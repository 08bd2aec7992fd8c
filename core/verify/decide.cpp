#include "core/verify/decide.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

bool hasScope(const KeyPolicy &policy, const ApiKey &key, const QString &wanted) {
    return wanted.isEmpty() || std::ranges::any_of(key.scopes, [&](const QString &held) {
               const PolicyScope *scope = policy.scope(held);
               return held == wanted || (scope && scope->satisfiesAll);
           });
}

} // namespace

Verdict decide(const KeyPolicy &policy, const ApiKey *key, const KeyUse &use, Instant now) {
    if (!key)
        return Verdict::Unknown;
    const KeyStatus status = statusOf(*key, now);
    if (status == KeyStatus::Revoked)
        return Verdict::Revoked;
    if (status == KeyStatus::Expired)
        return Verdict::Expired;
    return hasScope(policy, *key, use.scope) ? Verdict::Allowed : Verdict::InsufficientScope;
}

QString verdictText(Verdict verdict, const KeyPolicy &policy, const KeyUse &use) {
    switch (verdict) {
    case Verdict::Allowed:
        return {};
    case Verdict::InsufficientScope:
        return QCoreApplication::translate("Decide", "Insufficient scope: needs %1").arg(use.scope);
    default:
        return policy.errors.unauthorized;
    }
}

QLatin1StringView verdictId(Verdict verdict) {
    switch (verdict) {
    case Verdict::Allowed:
        return "allowed"_L1;
    case Verdict::Unknown:
        return "unknown"_L1;
    case Verdict::Revoked:
        return "revoked"_L1;
    case Verdict::Expired:
        return "expired"_L1;
    case Verdict::InsufficientScope:
        return "insufficient_scope"_L1;
    }
    return "unknown"_L1;
}

} // namespace keywright
