// How many requests keys with a rate limit made in this minute: a place a key, which stays while records come and go.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

namespace keywright {

class RateSlots {
public:
    RateSlots() = default;
    RateSlots(const RateSlots &) = delete;
    RateSlots &operator=(const RateSlots &) = delete;

    /// A new slot, never zero. By one thread at a time; others may use it once they were told its number.
    std::uint32_t add();

    /// Counts one request of the minute, unless `limit` are counted already.
    bool take(std::uint32_t slot, std::int64_t minute, int limit);
    /// Takes back one of the minute: the request was refused after all.
    void giveBack(std::uint32_t slot, std::int64_t minute);
    int taken(std::uint32_t slot, std::int64_t minute) const;

private:
    static constexpr int blockBits = 14;
    using Block = std::array<std::atomic<std::uint64_t>, std::size_t(1) << blockBits>;
    static constexpr std::size_t mostBlocks = 16'384;

    const std::atomic<std::uint64_t> &at(std::uint32_t slot) const;
    std::atomic<std::uint64_t> &at(std::uint32_t slot);

    std::unique_ptr<std::unique_ptr<Block>[]> blocks_ = std::make_unique<std::unique_ptr<Block>[]>(mostBlocks);
    std::uint32_t count_ = 0;
};

} // namespace keywright
