// The local time of the system, and what its zone is called.
#pragma once

#include <QDateTime>

namespace keywright::platform {

QDateTime localTime(qint64 secondsSinceEpoch);

/// The zone of a time in a few letters: "CET"; where the system has only long names for it, "UTC+01:00".
QString zoneName(const QDateTime &time);

} // namespace keywright::platform
