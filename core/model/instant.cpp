#include "core/model/instant.h"

#include "core/platform/local_time.h"

namespace keywright {

Instant SystemClock::now() const {
    return std::chrono::floor<Seconds>(std::chrono::system_clock::now());
}

QDateTime toUtc(Instant instant) {
    return QDateTime::fromSecsSinceEpoch(toEpoch(instant), Qt::UTC);
}

QDateTime toLocal(Instant instant) {
    return platform::localTime(toEpoch(instant));
}

Instant toInstant(const QDateTime &dateTime) {
    return fromEpoch(dateTime.toSecsSinceEpoch());
}

QString toRfc3339(Instant instant) {
    return toUtc(instant).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

std::optional<Instant> fromRfc3339(const QString &text) {
    const QDateTime read = QDateTime::fromString(text, Qt::ISODate);
    const bool zoned =
        text.endsWith(u'Z') || text.endsWith(u'z') || text.lastIndexOf(u'+') > 10 || text.lastIndexOf(u'-') > 10;
    if (!read.isValid() || !zoned || text.size() < 20 || (text.at(10) != u'T' && text.at(10) != u't'))
        return std::nullopt;
    return toInstant(read);
}

} // namespace keywright
