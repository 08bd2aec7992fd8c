// Time that never goes back: a clock set back must not bring a dead key to life.
#pragma once

#include "core/model/instant.h"

#include <atomic>

namespace keywright {

class ForwardClock final : public Clock {
public:
    explicit ForwardClock(const Clock &clock) : clock_(clock), seen_(toEpoch(clock.now())) {}

    /// The latest instant that was ever seen.
    Instant now() const override {
        const qint64 at = toEpoch(clock_.now());
        qint64 seen = seen_.load(std::memory_order_relaxed);
        while (at > seen && !seen_.compare_exchange_weak(seen, at, std::memory_order_relaxed)) {
        }
        return fromEpoch(at > seen ? at : seen);
    }
    /// How far the clock stands behind what it once said.
    Seconds behind() const { return now() - std::min(now(), clock_.now()); }

private:
    const Clock &clock_;
    mutable std::atomic<qint64> seen_;
};

} // namespace keywright
