// Instants are whole seconds UTC, everywhere: in memory, in the store and on the wire.
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace keywright {

using Seconds = std::chrono::seconds;
using Instant = std::chrono::sys_seconds;

using Days = std::chrono::days;

/// Where "now" comes from. Passed in, so that tests own time.
class Clock {
public:
    virtual ~Clock() = default;
    /// The current instant; whole seconds, UTC.
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// `2027-01-31T23:00:00Z`, RFC 3339 with seconds and a literal Z.
QString toRfc3339(Instant instant);
/// Reads RFC 3339 (any offset, fractions dropped); nothing on anything else.
std::optional<Instant> fromRfc3339(const QString &text);

QDateTime toLocal(Instant instant);
QDateTime toUtc(Instant instant);
Instant toInstant(const QDateTime &dateTime);

constexpr qint64 toEpoch(Instant instant) {
    return instant.time_since_epoch().count();
}
constexpr Instant fromEpoch(qint64 seconds) {
    return Instant{Seconds{seconds}};
}

} // namespace keywright
