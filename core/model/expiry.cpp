#include "core/model/draft.h"
#include "core/platform/local_time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace keywright {

namespace {

template<class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};

QDateTime endOfDay(const ExpiresOnDate &day) {
    return day.date.addDays(1).startOfDay(zoneOf(day));
}

QString timeInWords(const QDateTime &at) {
    return QCoreApplication::translate("Expiry", "Stops working on %1 at %2 (%3)")
        .arg(QLocale().toString(at.date(), QStringLiteral("d MMM yyyy")),
             QLocale().toString(at.time(), QStringLiteral("HH:mm")), platform::zoneName(at));
}

Result<Expiry> unreadable() {
    return failure(ErrorKind::Invalid,
                   QCoreApplication::translate("Expiry", "This is no expiry. Write a number of days as in 30d, a date "
                                                         "as in 2027-01-31, or never."),
                   QStringLiteral("expires_at"));
}

Result<Expiry> parseDays(const QString &digits) {
    bool fits = false;
    const int days = digits.toInt(&fits);
    if (!fits || days < 1)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Expiry", "The number of days must be at least 1."),
                       QStringLiteral("expires_days"));
    return Expiry(ExpiresInDays{days});
}

Result<Expiry> parseDate(const QString &text) {
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Expiry", "%1 is not a day of the calendar.").arg(text),
                       QStringLiteral("expires_at"));
    return Expiry(ExpiresOnDate{date, {}});
}

} // namespace

QTimeZone zoneOf(const ExpiresOnDate &day) {
    return day.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(day.zone);
}

QDate latestExpiryDate() {
    return {2100, 12, 31};
}

Result<Expiry> parseExpiry(const QString &text) {
    const QString clean = text.trimmed();
    static const QRegularExpression days(QStringLiteral("^([0-9]{1,9})d$"));
    static const QRegularExpression date(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    if (clean.compare(u"never", Qt::CaseInsensitive) == 0)
        return Expiry(NeverExpires{});
    if (const auto match = days.match(clean); match.hasMatch())
        return parseDays(match.captured(1));
    if (date.match(clean).hasMatch())
        return parseDate(clean);
    if (const std::optional<Instant> at = fromRfc3339(clean))
        return Expiry(ExpiresAt{*at});
    return unreadable();
}

std::optional<Instant> expiryInstant(const Expiry &expiry, Instant now) {
    return std::visit(Overloaded{
                          [](NeverExpires) { return std::optional<Instant>(); },
                          [now](ExpiresInDays in) { return std::optional<Instant>(now + Days{in.days}); },
                          [](const ExpiresOnDate &day) {
                              const QDateTime end = endOfDay(day);
                              return end.isValid() ? std::optional(toInstant(end)) : std::nullopt;
                          },
                          [](ExpiresAt exact) { return std::optional(exact.at); },
                      },
                      expiry);
}

QString expiryInWords(const Expiry &expiry, Instant now) {
    const std::optional<Instant> at = expiryInstant(expiry, now);
    if (!at)
        return QCoreApplication::translate("Expiry", "Never expires");
    const auto *day = std::get_if<ExpiresOnDate>(&expiry);
    return timeInWords(day ? endOfDay(*day) : toLocal(*at));
}

} // namespace keywright
