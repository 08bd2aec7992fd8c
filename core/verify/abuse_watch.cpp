#include "core/verify/abuse_watch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace keywright {

namespace {

constexpr qint64 minutesADay = 1'440;
constexpr qint64 daysKept = 7;
constexpr int learningFactor = 10;
constexpr double percentile = 0.95;
constexpr int stepsADoubling = 4;
constexpr std::size_t steps = 25 * stepsADoubling;

/// Counts in steps of a quarter doubling.
std::size_t stepOf(qint64 count) {
    const double place = std::log2(double(std::max<qint64>(1, count))) * stepsADoubling;
    return std::min(steps - 1, std::size_t(place));
}

qint64 upperEndOf(std::size_t step) {
    return qint64(std::ceil(std::exp2(double(step + 1) / stepsADoubling)));
}

} // namespace

/// How many minutes brought how much, a day each. Kept only of keys that once came near to being judged.
struct AbuseWatch::History {
    struct DayCounts {
        qint64 day = -1;
        std::array<std::uint16_t, steps> minutes{};
    };
    std::array<DayCounts, std::size_t(daysKept) + 1> days;

    void add(qint64 minute, qint64 count) {
        const qint64 day = minute / minutesADay;
        DayCounts &counts = days[std::size_t(day % qint64(days.size()))];
        if (counts.day != day)
            counts = {.day = day};
        ++counts.minutes[stepOf(count)];
    }
    /// The 95th percentile of the minutes of the last days; zero: there were none.
    qint64 usual(qint64 minute) const {
        const qint64 today = minute / minutesADay;
        std::array<qint64, steps> all{};
        qint64 total = 0;
        for (const DayCounts &counts : days) {
            if (counts.day < 0 || counts.day <= today - daysKept)
                continue;
            for (std::size_t i = 0; i < steps; ++i) {
                all[i] += counts.minutes[i];
                total += counts.minutes[i];
            }
        }
        qint64 below = 0;
        for (std::size_t i = 0; i < steps && total > 0; ++i) {
            below += all[i];
            if (double(below) >= percentile * double(total))
                return upperEndOf(i);
        }
        return 0;
    }
    bool isOver(qint64 minute) const {
        const qint64 today = minute / minutesADay;
        return std::ranges::all_of(days, [&](const DayCounts &counts) { return counts.day <= today - daysKept; });
    }
};

struct AbuseWatch::Watched {
    qint64 since = 0;           ///< the first minute
    qint64 minute = 0;          ///< the one that is counted now
    qint64 count = 0;           ///< what it brought so far
    std::vector<qint64> recent; ///< the full minutes before it, by minute modulo their number
    std::unique_ptr<History> history;
};

AbuseWatch::AbuseWatch(const KeyPolicy::Abuse &rule) : rule_(rule) {}
AbuseWatch::~AbuseWatch() = default;

/// Goes on to another minute: what lies too far back to be judged becomes history.
void AbuseWatch::turn(Watched &key, qint64 minute) const {
    const qint64 kept = rule_.minutes;
    for (; key.minute < minute; ++key.minute) {
        qint64 &place = key.recent[std::size_t(key.minute % kept)];
        const qint64 before = std::exchange(place, std::exchange(key.count, 0));
        // Quieter minutes than this can't raise any bound above the floor.
        if (before * rule_.factor > rule_.floorPerMinute && !key.history)
            key.history = std::make_unique<History>();
        if (before > 0 && key.history)
            key.history->add(key.minute - kept, before);
        if (key.minute + 1 < minute && std::ranges::all_of(key.recent, [](qint64 count) { return count == 0; }))
            key.minute = minute - 1; // silence: nothing is left to move
    }
}

void AbuseWatch::count(const Sha256 &digest, qint64 minute, qint64 requests) {
    Watched &key = keys_[digest];
    if (key.recent.empty()) {
        key.recent.assign(std::size_t(rule_.minutes), 0);
        key.since = key.minute = minute;
    }
    turn(key, minute);
    const bool wasBusy = key.count >= rule_.floorPerMinute;
    key.count += requests;
    if (!wasBusy && key.count >= rule_.floorPerMinute)
        busy_.push_back(digest);
}

qint64 AbuseWatch::bound(const Watched &key, qint64 minute) const {
    const qint64 floor = rule_.floorPerMinute;
    if (minute - key.since < qint64(rule_.learnHours) * 60)
        return floor * learningFactor;
    return std::max(floor, key.history ? key.history->usual(minute) * rule_.factor : 0);
}

std::vector<AbuseWatch::Finding> AbuseWatch::judge(qint64 minute) {
    std::vector<Finding> findings;
    if (minute <= judged_)
        return findings;
    judged_ = minute;
    // The bound is never below the floor: whoever didn't reach it in the last minute can't be found.
    for (const Sha256 &digest : std::exchange(busy_, {})) {
        const auto found = keys_.find(digest);
        if (found == keys_.end())
            continue;
        Watched &key = found->second;
        turn(key, minute);
        const qint64 lowest = std::ranges::min(key.recent);
        const qint64 least = bound(key, minute);
        if (minute - key.since >= rule_.minutes && lowest >= least)
            findings.push_back({.digest = digest, .lowest = lowest, .bound = least, .minutes = rule_.minutes});
        if (key.count >= rule_.floorPerMinute)
            busy_.push_back(digest);
    }
    forgetIdle(minute);
    return findings;
}

/// What has no history is learnt anew when it comes back, which is the milder judgement.
void AbuseWatch::forgetIdle(qint64 minute) {
    if (minute - swept_ < 60)
        return;
    swept_ = minute;
    std::erase_if(keys_, [&](const auto &entry) {
        const Watched &key = entry.second;
        return key.minute < minute - minutesADay && (!key.history || key.history->isOver(minute));
    });
}

} // namespace keywright
