#pragma once

#include "core/model/instant.h"

#include <atomic>

namespace keywright::test {

/// A clock that stands until it is moved. Safe to read from any thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start = fromEpoch(1'790'000'000)) : now_(toEpoch(start)) {}
    Instant now() const override { return fromEpoch(now_.load()); }
    void set(Instant instant) { now_.store(toEpoch(instant)); }
    void advance(Seconds by) { now_.fetch_add(by.count()); }

private:
    std::atomic<qint64> now_;
};

} // namespace keywright::test
