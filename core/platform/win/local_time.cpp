#include "core/platform/local_time.h"

#include <QTimeZone>

namespace keywright::platform {

QDateTime localTime(qint64 secondsSinceEpoch) {
    // Qt's own local time is that of the C library, which believes a variable TZ (shells of other systems set one) and
    // understands it its own way. Asked once, as the answer is gathered from the registry.
    static const QTimeZone here = QTimeZone::systemTimeZone();
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, here);
}

QString zoneName(const QDateTime &time) {
    return time.timeSpec() == Qt::UTC ? time.timeZoneAbbreviation()
                                      : time.timeZone().displayName(time, QTimeZone::OffsetName);
}

} // namespace keywright::platform
