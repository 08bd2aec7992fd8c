// Uses on their way from a thread that verifies to whoever counts them: one writes, one reads, nobody waits.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"
#include "core/verify/client_names.h"

#include <algorithm>
#include <atomic>

namespace keywright {

/// One use of a known key.
struct UseEvent {
    Sha256 digest;
    std::int64_t n; ///< the key's row
    std::uint32_t at;
    std::uint16_t client; ///< by the ring's names
    bool refused;
};
static_assert(sizeof(UseEvent) == 48);

class UseRing {
public:
    /// By the thread whose ring it is. False: there is no room, for uses or for clients.
    bool push(const Sha256 &digest, std::int64_t n, Instant at, bool refused, std::string_view address,
              std::string_view agent) {
        const auto client = names_.number(address, agent);
        const std::size_t to = written_.load(std::memory_order_relaxed);
        if (!client || to - read_.load(std::memory_order_acquire) == size)
            return false;
        events_[to % size] = {.digest = digest,
                              .n = n,
                              .at = std::uint32_t(toEpoch(at)),
                              .client = std::uint16_t(*client),
                              .refused = refused};
        written_.store(to + 1, std::memory_order_release);
        return true;
    }
    /// Just now it became half full: time that somebody counts. By the thread whose ring it is.
    bool isHalfFull() const {
        const std::size_t written = written_.load(std::memory_order_relaxed);
        return written % (size / 2) == 0 && written - read_.load(std::memory_order_relaxed) >= size / 2;
    }
    /// Forgets the clients; by the thread whose ring it is, once all uses were counted.
    void forgetClients() { names_.clear(); }

    const ClientNames &names() const { return names_; }
    static constexpr std::size_t mostClients = 4'096;

    /// Calls `soon(event)` for each use that is there, and `each(event)` after it, some uses later: what counting will
    /// need can be fetched from memory meanwhile.
    template<class Soon, class Each>
    void drain(Soon soon, Each each) {
        constexpr std::size_t ahead = 12;
        const std::size_t until = written_.load(std::memory_order_acquire);
        const std::size_t from = read_.load(std::memory_order_relaxed);
        for (std::size_t at = from; at != until; ++at) {
            soon(std::as_const(events_[at % size]));
            if (at - from >= ahead)
                each(std::as_const(events_[(at - ahead) % size]));
        }
        for (std::size_t at = until - std::min(ahead, until - from); at != until; ++at)
            each(std::as_const(events_[at % size]));
        read_.store(until, std::memory_order_release);
    }

private:
    // The counting thread is called when half of it is full, and mostly done before the other half is: a busy thread
    // counts for itself only where it has no processor to run on.
    static constexpr std::size_t size = 8'192;

    alignas(64) std::atomic<std::size_t> written_ = 0; ///< beside what its thread alone changes
    std::unique_ptr<UseEvent[]> events_ = std::make_unique_for_overwrite<UseEvent[]>(size);
    ClientNames names_{mostClients};
    alignas(64) std::atomic<std::size_t> read_ = 0;
};

} // namespace keywright
