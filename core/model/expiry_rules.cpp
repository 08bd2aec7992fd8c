#include "core/model/draft_rules.h"
#include "core/model/instant_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright::rules {

namespace {

QString daysField() {
    return QStringLiteral("expires_days");
}

QString dateField() {
    return QStringLiteral("expires_at");
}

std::unexpected<Error> invalid(const QString &message, const QString &field) {
    return failure(ErrorKind::Invalid, message, field);
}

/// "1 to 365 days; or a date": what one may choose under this policy.
QString choices(const KeyPolicy::Expiry &expiry) {
    QStringList ways;
    if (expiry.days && expiry.maxDays)
        ways << QCoreApplication::translate("Draft", "%1 to %2 days").arg(expiry.minDays).arg(*expiry.maxDays);
    else if (expiry.days)
        ways << QCoreApplication::translate("Draft", "a number of days");
    else if (!expiry.presets.isEmpty()) {
        QStringList presets;
        for (const int days : expiry.presets)
            presets << QString::number(days);
        ways << QCoreApplication::translate("Draft", "%1 days").arg(presets.join(QStringLiteral(", ")));
    }
    if (expiry.date)
        ways << QCoreApplication::translate("Draft", "a date");
    return ways.join(QCoreApplication::translate("Draft", " or "));
}

QString choose(const KeyPolicy::Expiry &expiry) {
    return QCoreApplication::translate("Draft", "Choose %1.").arg(choices(expiry));
}

Done withinPolicy(const KeyPolicy::Expiry &rule, Instant at, Instant now, const QString &field) {
    if (at > latestInstant())
        return invalid(QCoreApplication::translate("Draft", "That is too far away: the last possible day is "
                                                            "31 December 2100."),
                       field);
    if (rule.maxDays && at - now > Days{*rule.maxDays})
        return invalid(QCoreApplication::translate("Draft", "That is more than %1 days from now, the most this policy "
                                                            "allows.")
                           .arg(*rule.maxDays),
                       field);
    return {};
}

Result<CheckedExpiry> inDays(const KeyPolicy::Expiry &rule, ExpiresInDays in, Instant now) {
    const bool inRange = in.days >= rule.minDays && (!rule.maxDays || in.days <= *rule.maxDays);
    if (!(rule.days ? inRange : rule.presets.contains(in.days)) || in.days < 1)
        return invalid(choose(rule), daysField());
    const Instant at = now + Days{in.days};
    if (const Done fine = withinPolicy(rule, at, now, daysField()); !fine)
        return std::unexpected(fine.error());
    return CheckedExpiry{.at = at, .on = {}};
}

Result<CheckedExpiry> onDate(const KeyPolicy::Expiry &rule, const ExpiresOnDate &day, Instant now) {
    const Result<Instant> at = checkedEndOfDay(day, now, dateField());
    if (!at)
        return std::unexpected(at.error());
    if (const Done fine = withinPolicy(rule, *at, now, dateField()); !fine)
        return std::unexpected(fine.error());
    return CheckedExpiry{
        .at = *at,
        .on = QStringLiteral("%1 %2").arg(day.date.toString(Qt::ISODate), QString::fromLatin1(zoneOf(day).id()))};
}

Result<CheckedExpiry> exactly(const KeyPolicy::Expiry &rule, Instant at, Instant now) {
    if (at <= now)
        return invalid(QCoreApplication::translate("Draft", "That moment is past. Choose a later one."), dateField());
    if (const Done fine = withinPolicy(rule, at, now, dateField()); !fine)
        return std::unexpected(fine.error());
    return CheckedExpiry{.at = at, .on = {}};
}

Result<CheckedExpiry> byPolicy(const KeyPolicy::Expiry &rule, const Expiry &expiry, Instant now) {
    if (const auto *in = std::get_if<ExpiresInDays>(&expiry))
        return inDays(rule, *in, now);
    if (!rule.date)
        return invalid(
            QCoreApplication::translate("Draft", "Keys have no expiry date under this policy. %1").arg(choose(rule)),
            dateField());
    if (const auto *day = std::get_if<ExpiresOnDate>(&expiry))
        return onDate(rule, *day, now);
    return exactly(rule, std::get<ExpiresAt>(expiry).at, now);
}

/// A key gives no longer life than it has itself, except where issuing is unbounded.
Result<CheckedExpiry> withinIssuersLife(const Situation &situation, CheckedExpiry expiry, const QString &field) {
    const Caller &caller = situation.caller;
    const bool bound = caller.key && caller.key->expiresAt && !situation.policy->issuingUnbounded;
    if (bound && (!expiry.at || *expiry.at > *caller.key->expiresAt))
        return invalid(QCoreApplication::translate("Draft", "The key you use expires on %1; what it issues can't live "
                                                            "longer. Choose an earlier end.")
                           .arg(instantText(*caller.key->expiresAt)),
                       field);
    return expiry;
}

QString fieldOf(const std::optional<Expiry> &expiry) {
    const bool moment =
        expiry && (std::holds_alternative<ExpiresOnDate>(*expiry) || std::holds_alternative<ExpiresAt>(*expiry));
    return moment ? dateField() : daysField();
}

} // namespace

Instant latestInstant() {
    // The end of the last day where a day ends last, twelve hours behind UTC.
    return toInstant(QDateTime(latestExpiryDate().addDays(1), QTime(12, 0), Qt::UTC));
}

Result<Instant> checkedEndOfDay(const ExpiresOnDate &day, Instant now, const QString &field) {
    const QTimeZone zone = zoneOf(day);
    if (!day.date.isValid())
        return invalid(QCoreApplication::translate("Draft", "Choose a day of the calendar."), field);
    if (!zone.isValid())
        return invalid(QCoreApplication::translate("Draft", "The time zone of the date is not known here."), field);
    if (day.date > latestExpiryDate())
        return invalid(QCoreApplication::translate("Draft", "That is too far away: the last possible day is "
                                                            "31 December 2100."),
                       field);
    if (day.date < toUtc(now).toTimeZone(zone).date())
        return invalid(QCoreApplication::translate("Draft", "That day is past. Choose today or a later day."), field);
    return *expiryInstant(Expiry(day), now);
}

Result<CheckedExpiry> checkedExpiry(const Situation &situation, const std::optional<Expiry> &expiry) {
    const std::optional<KeyPolicy::Expiry> &rule = situation.policy->expiry;
    const bool never = !expiry || std::holds_alternative<NeverExpires>(*expiry);
    if (never && rule && rule->required)
        return invalid(
            QCoreApplication::translate("Draft", "Every key expires under this policy. %1").arg(choose(*rule)),
            daysField());
    if (!never && !rule)
        return invalid(
            QCoreApplication::translate("Draft", "Keys never expire under this policy. Leave the expiry out."),
            fieldOf(expiry));
    Result<CheckedExpiry> checked =
        never ? Result<CheckedExpiry>(CheckedExpiry{}) : byPolicy(*rule, *expiry, situation.now);
    return checked ? withinIssuersLife(situation, *checked, fieldOf(expiry)) : checked;
}

} // namespace keywright::rules
