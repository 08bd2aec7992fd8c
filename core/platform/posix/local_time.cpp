#include "core/platform/local_time.h"

namespace keywright::platform {

QDateTime localTime(qint64 secondsSinceEpoch) {
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch);
}

QString zoneName(const QDateTime &time) {
    return time.timeZoneAbbreviation();
}

} // namespace keywright::platform
