#include "core/verify/rate_slots.h"

#include <QtGlobal>

namespace keywright {

namespace {

// The minute above, the count below: one word, so that both change together.
constexpr int countBits = 32;
constexpr std::uint64_t countMask = (std::uint64_t(1) << countBits) - 1;

std::uint64_t countOf(std::uint64_t word, std::int64_t minute) {
    return (word >> countBits) == std::uint64_t(minute) ? word & countMask : 0;
}

std::uint64_t wordOf(std::int64_t minute, std::uint64_t count) {
    return (std::uint64_t(minute) << countBits) | count;
}

} // namespace

std::uint32_t RateSlots::add() {
    const std::uint32_t slot = ++count_;
    const std::size_t block = slot >> blockBits;
    if (block >= mostBlocks)
        qFatal("There are too many keys with a rate limit.");
    if (!blocks_[block])
        blocks_[block] = std::make_unique<Block>();
    return slot;
}

const std::atomic<std::uint64_t> &RateSlots::at(std::uint32_t slot) const {
    return (*blocks_[slot >> blockBits])[slot & ((1U << blockBits) - 1)];
}

std::atomic<std::uint64_t> &RateSlots::at(std::uint32_t slot) {
    return (*blocks_[slot >> blockBits])[slot & ((1U << blockBits) - 1)];
}

bool RateSlots::take(std::uint32_t slot, std::int64_t minute, int limit) {
    auto &word = at(slot);
    std::uint64_t seen = word.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint64_t count = countOf(seen, minute);
        if (count >= std::uint64_t(limit))
            return false;
        if (word.compare_exchange_weak(seen, wordOf(minute, count + 1), std::memory_order_relaxed))
            return true;
    }
}

void RateSlots::giveBack(std::uint32_t slot, std::int64_t minute) {
    auto &word = at(slot);
    std::uint64_t seen = word.load(std::memory_order_relaxed);
    while (countOf(seen, minute) > 0 &&
           !word.compare_exchange_weak(seen, wordOf(minute, countOf(seen, minute) - 1), std::memory_order_relaxed)) {
    }
}

int RateSlots::taken(std::uint32_t slot, std::int64_t minute) const {
    return int(countOf(at(slot).load(std::memory_order_relaxed), minute));
}

} // namespace keywright
