// Uses on their way from a thread that verifies to whoever counts them: one writes, one reads, nobody waits.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <string_view>

namespace keywright {

/// One use of a known key, in a fixed size. Longer texts are cut.
struct UseEvent {
    static constexpr std::size_t longestAddress = 46, longestAgent = 160;

    Sha256 digest;
    Instant at{};
    bool refused = false;
    std::uint8_t addressSize = 0, agentSize = 0;
    std::array<char, longestAddress> addressText;
    std::array<char, longestAgent> agentText;

    std::string_view address() const { return {addressText.data(), addressSize}; }
    std::string_view agent() const { return {agentText.data(), agentSize}; }
};

class UseRing {
public:
    /// False: the ring is full.
    bool push(const Sha256 &digest, Instant at, bool refused, std::string_view address, std::string_view agent) {
        const std::size_t to = written_.load(std::memory_order_relaxed);
        if (to - read_.load(std::memory_order_acquire) == size)
            return false;
        UseEvent &event = (*events_)[to % size];
        event.digest = digest;
        event.at = at;
        event.refused = refused;
        event.addressSize = put(address, event.addressText);
        event.agentSize = put(agent, event.agentText);
        written_.store(to + 1, std::memory_order_release);
        return true;
    }
    /// Calls `each(const UseEvent &)` for what is there.
    template<class F>
    void drain(F each) {
        const std::size_t until = written_.load(std::memory_order_acquire);
        std::size_t from = read_.load(std::memory_order_relaxed);
        for (; from != until; ++from)
            each(std::as_const((*events_)[from % size]));
        read_.store(from, std::memory_order_release);
    }

private:
    static constexpr std::size_t size = 16'384; ///< a thread's uses between two countings, and more

    template<std::size_t N>
    static std::uint8_t put(std::string_view text, std::array<char, N> &into) {
        const std::size_t length = std::min(text.size(), N);
        std::copy_n(text.begin(), length, into.begin());
        return std::uint8_t(length);
    }

    std::unique_ptr<std::array<UseEvent, size>> events_ = std::make_unique<std::array<UseEvent, size>>();
    alignas(64) std::atomic<std::size_t> written_ = 0;
    alignas(64) std::atomic<std::size_t> read_ = 0;
};

} // namespace keywright
