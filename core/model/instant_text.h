// Instants in a person's words: "2 minutes ago", "in 12 days", "31 Jan 2027, 00:00 CET".
#pragma once

#include "core/model/instant.h"

#include <QHash>

namespace keywright {

enum class TimeZoneShown { Local, Utc };

/// How far `at` is from `now`, in one unit: "just now", "2 minutes ago", "in 12 days". Translated.
QString relativeText(Instant at, Instant now);
/// relativeText() of many instants at one moment: each phrase is translated once.
class RelativeTexts {
public:
    explicit RelativeTexts(Instant now) : now_(now) {}
    QString of(Instant at);

private:
    Instant now_;
    QHash<std::pair<const char *, int>, QString> texts_;
};
/// The same in the fewest letters, for a narrow column: "now", "2 min", "in 12 d". The past has no "ago".
QString shortRelativeText(Instant at, Instant now);
/// The full instant with its zone: "31 Jan 2027, 00:00 CET".
QString instantText(Instant at, TimeZoneShown zone = TimeZoneShown::Local);
/// A span of time, rounded down to its largest unit: "1 hour", "12 days".
QString durationText(Seconds span);

} // namespace keywright
