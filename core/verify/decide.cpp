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

bool fits(const std::optional<MicroUsd> &limit, MicroUsd spent, const std::optional<MicroUsd> &cost) {
    if (!limit)
        return true;
    return cost ? spent.micros <= limit->micros && cost->micros <= limit->micros - spent.micros : spent < *limit;
}

} // namespace

Verdict decide(const KeyFacts &facts, Instant now) {
    if (facts.revoked || now >= facts.graceEndsAt)
        return Verdict::Revoked;
    if (now >= facts.expiresAt)
        return Verdict::Expired;
    return facts.holdsScope ? Verdict::Allowed : Verdict::InsufficientScope;
}

Verdict decide(const KeyPolicy &policy, const ApiKey *key, const KeyUse &use, Instant now) {
    if (!key)
        return Verdict::Unknown;
    return decide(KeyFacts{.revoked = key->revokedAt.has_value(),
                           .expiresAt = key->expiresAt.value_or(Instant::max()),
                           .graceEndsAt = key->autoRevokeAt.value_or(Instant::max()),
                           .holdsScope = hasScope(policy, *key, use.scope)},
                  now);
}

bool maySpend(const KeyLimits &limits, const Spend &spent, std::optional<MicroUsd> cost) {
    return fits(limits.daily, spent.daily, cost) && fits(limits.monthly, spent.monthly, cost);
}

QString verdictText(Verdict verdict, const KeyPolicy &policy, const KeyUse &use) {
    switch (verdict) {
    case Verdict::Allowed:
        return {};
    case Verdict::InsufficientScope:
        return QCoreApplication::translate("Decide", "Insufficient scope: needs %1").arg(use.scope);
    case Verdict::RateLimited:
        return QCoreApplication::translate("Decide", "Too many requests with this key. Try again in a moment.");
    case Verdict::SpendLimited:
        return QCoreApplication::translate("Decide", "The spend limit of this key is reached.");
    case Verdict::Unavailable:
        return QCoreApplication::translate("Decide", "Keys can't be verified at the moment. Try again later.");
    case Verdict::Unknown:
    case Verdict::Revoked:
    case Verdict::Expired:
        break;
    }
    return policy.errors.unauthorized;
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
    case Verdict::RateLimited:
        return "rate_limited"_L1;
    case Verdict::SpendLimited:
        return "spend_limit_exceeded"_L1;
    case Verdict::Unavailable:
        return "unavailable"_L1;
    }
    return "unknown"_L1;
}

} // namespace keywright
