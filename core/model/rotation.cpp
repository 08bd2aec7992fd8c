#include "core/model/draft_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

namespace {

QString graceField() {
    return QStringLiteral("grace_days");
}

QString revokeOldField() {
    return QStringLiteral("revoke_old_at");
}

/// The old key's lifetime counted from now; no longer than the life of the key that asks for it.
rules::CheckedExpiry inheritedExpiry(const Situation &situation, const ApiKey &key) {
    std::optional<Instant> at;
    if (key.expiresAt)
        at = std::min(situation.now + (*key.expiresAt - key.createdAt), rules::latestInstant());
    const std::optional<ApiKey> &issuer = situation.caller.key;
    if (issuer && issuer->expiresAt && !situation.policy->issuingUnbounded)
        at = at ? std::min(*at, *issuer->expiresAt) : *issuer->expiresAt;
    return {.at = at, .on = {}};
}

Result<CheckedDraft> successorOf(const Situation &situation, const ApiKey &key, const Rotation &rotation) {
    if (const Done within = rules::withinIssuer(situation, key.scopes); !within)
        return std::unexpected(within.error());
    const Result<rules::CheckedExpiry> expiry = rotation.expiry
                                                    ? rules::checkedExpiry(situation, rotation.expiry)
                                                    : Result<rules::CheckedExpiry>(inheritedExpiry(situation, key));
    if (!expiry)
        return std::unexpected(expiry.error());
    return CheckedDraft{.name = key.name,
                        .scopes = key.scopes,
                        .expiresAt = expiry->at,
                        .expiresOn = expiry->on,
                        .dailyLimit = key.dailyLimit,
                        .monthlyLimit = key.monthlyLimit,
                        .ratePerMinute = key.ratePerMinute,
                        .owner = key.owner,
                        .note = key.note,
                        .kind = key.kind};
}

Result<std::optional<Instant>> endOfGrace(const KeyPolicy::Grace &grace, const Rotation &rotation, Instant now) {
    if (rotation.revokeOld)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Draft", "Under this policy the old key ends after a grace period. "
                                                            "Give its days instead."),
                       revokeOldField());
    const int days = rotation.graceDays.value_or(grace.byDefault);
    if (days < grace.min || days > grace.max)
        return failure(
            ErrorKind::Invalid,
            QCoreApplication::translate("Draft", "The grace period is %1 to %2 days.").arg(grace.min).arg(grace.max),
            graceField());
    return std::optional(now + Days{days});
}

Result<std::optional<Instant>> endByChoice(const Rotation &rotation, Instant now) {
    if (rotation.graceDays)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Draft", "There is no grace period under this policy. Choose when "
                                                            "the old key is revoked instead."),
                       graceField());
    const RevokeOld choice = rotation.revokeOld.value_or(RevokeOldNow{});
    if (std::holds_alternative<RevokeOldNow>(choice))
        return std::optional(now);
    if (std::holds_alternative<RevokeOldMyself>(choice))
        return std::optional<Instant>();
    const Result<Instant> end = rules::checkedEndOfDay(std::get<ExpiresOnDate>(choice), now, revokeOldField());
    if (!end)
        return std::unexpected(end.error());
    return std::optional(*end);
}

} // namespace

Result<CheckedRotation> check(const Situation &situation, const ApiKey &key, const Rotation &rotation) {
    if (const Done gate = require(Action::Rotate, situation, &key); !gate)
        return std::unexpected(gate.error());
    const Result<CheckedDraft> successor = successorOf(situation, key, rotation);
    if (!successor)
        return std::unexpected(successor.error());
    const std::optional<KeyPolicy::Grace> &grace = situation.policy->rotate->grace;
    Result<std::optional<Instant>> end =
        grace ? endOfGrace(*grace, rotation, situation.now) : endByChoice(rotation, situation.now);
    if (!end)
        return std::unexpected(end.error());
    if (*end && key.expiresAt)
        *end = std::min(**end, *key.expiresAt);
    return CheckedRotation{.successor = *successor, .deprecatedAt = situation.now, .autoRevokeAt = *end};
}

} // namespace keywright
