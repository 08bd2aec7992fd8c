#include "core/model/policy_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright::policy_parts {

namespace {

void readExpiryDays(JsonObjectReader &in, KeyPolicy::Expiry &expiry) {
    const QString days = QStringLiteral("days");
    expiry.days = !in.isNull(days);
    if (!expiry.days)
        return;
    JsonObjectReader range = in.object(days);
    expiry.minDays = range.whole(QStringLiteral("min"), 1, longestDays);
    if (!range.isNull(QStringLiteral("max")))
        expiry.maxDays = range.whole(QStringLiteral("max"), 1, longestDays);
    if (expiry.maxDays && *expiry.maxDays < expiry.minDays)
        range.refuse(QStringLiteral("max"), rule(QT_TRANSLATE_NOOP("KeyPolicy", "is smaller than min")));
    range.finish();
}

std::optional<KeyPolicy::Grace> readGrace(JsonObjectReader &parent) {
    const QString name = QStringLiteral("grace_days");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    KeyPolicy::Grace grace;
    grace.min = in.whole(QStringLiteral("min"), 1, 365);
    grace.max = in.whole(QStringLiteral("max"), 1, 365);
    grace.byDefault = in.whole(QStringLiteral("default"), 1, 365);
    if (grace.byDefault < grace.min || grace.byDefault > grace.max)
        in.refuse(QStringLiteral("default"), rule(QT_TRANSLATE_NOOP("KeyPolicy", "must lie between min and max")));
    in.finish();
    return grace;
}

} // namespace

std::optional<KeyPolicy::Expiry> readExpiry(JsonObjectReader &parent) {
    const QString name = QStringLiteral("expiry");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    KeyPolicy::Expiry expiry;
    expiry.required = in.flag(QStringLiteral("required"));
    readExpiryDays(in, expiry);
    expiry.presets = in.wholes(QStringLiteral("presets"), 1, longestDays);
    expiry.date = in.flag(QStringLiteral("date"));
    expiry.change = in.flag(QStringLiteral("change"));
    const auto outside = [&](int days) { return days < expiry.minDays || (expiry.maxDays && days > *expiry.maxDays); };
    if (std::any_of(expiry.presets.begin(), expiry.presets.end(), outside))
        in.refuse(QStringLiteral("presets"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "hold a number of days outside the range of days")));
    if (!expiry.days && expiry.presets.isEmpty() && !expiry.date)
        parent.refuse(
            name, rule(QT_TRANSLATE_NOOP(
                      "KeyPolicy",
                      "offers no way to choose one: give days, presets or date; or null for keys that never expire")));
    in.finish();
    return expiry;
}

KeyPolicy::Revoke readRevoke(JsonObjectReader in) {
    KeyPolicy::Revoke revoke;
    revoke.reversible = in.flag(QStringLiteral("reversible"));
    revoke.list = KeyPolicy::RevokedShown(in.choice(
        QStringLiteral("list"), {QStringLiteral("shown"), QStringLiteral("on_request"), QStringLiteral("never")}));
    in.finish();
    return revoke;
}

std::optional<KeyPolicy::Delete> readDelete(JsonObjectReader &parent) {
    const QString name = QStringLiteral("delete");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::Delete erase{.onlyRevoked = in.flag(QStringLiteral("only_revoked"))};
    in.finish();
    return erase;
}

std::optional<KeyPolicy::Rotate> readRotate(JsonObjectReader &parent) {
    const QString name = QStringLiteral("rotate");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::Rotate rotate{.grace = readGrace(in)};
    in.finish();
    return rotate;
}

std::optional<KeyPolicy::SpendLimits> readSpend(JsonObjectReader &parent) {
    const QString name = QStringLiteral("spend");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::SpendLimits spend{.daily = in.flag(QStringLiteral("daily")),
                                       .monthly = in.flag(QStringLiteral("monthly")),
                                       .edit = in.flag(QStringLiteral("edit"))};
    if (!spend.daily && !spend.monthly)
        parent.refuse(name, rule(QT_TRANSLATE_NOOP("KeyPolicy", "allows neither limit; write null instead")));
    in.finish();
    return spend;
}

} // namespace keywright::policy_parts
