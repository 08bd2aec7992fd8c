// Counts what threads that verify have noted, and watches for spikes in it.
#pragma once

#include "core/verify/abuse_watch.h"
#include "core/verify/use_counts.h"
#include "core/verify/use_ring.h"

#include <list>
#include <mutex>

namespace keywright {

/// Any thread may call anything.
class UseCounter {
public:
    /// A ring for a thread that verifies, until it is given back.
    UseRing &newRing();
    void giveBack(UseRing &ring);
    /// Counts what all rings hold.
    void count();
    /// The same by the thread whose ring is full of uses, or of clients.
    void makeRoom(UseRing &ring);

    /// What was counted since it was taken last; `empty` is counted in from now on.
    UseCounts take(UseCounts empty);
    /// Takes back what could not be written.
    void keep(std::span<const UseCounts::KeyUses *const> keys, const UseCounts &of);

    /// Which spikes end a key, by the policy; nothing: none do.
    void setAbuseRule(const std::optional<KeyPolicy::Abuse> &rule);
    /// Who is found in the minutes before that instant; each is told once.
    std::vector<AbuseWatch::Finding> judge(Instant at);

private:
    struct Ring {
        UseRing ring;
        bool taken = true;
        qint64 round = -1;                         ///< of counts_, that the numbers below are of
        std::vector<ClientNames::Number> clients = ///< by the ring's number, counts_' number; zero: not known yet
            std::vector<ClientNames::Number>(UseRing::mostClients + 1);
    };
    Ring &of(UseRing &ring);
    void countLocked();
    void count(Ring &ring, const UseEvent &event);
    void noteMinute(UseCounts::KeyUses &key, qint64 minute);
    void collectMinutes();
    void tellMinutes();

    struct Minute {
        Sha256 digest;
        qint64 minute;
        qint64 requests;
    };

    std::mutex mutex_; ///< guards what follows; threads that verify wait for it
    std::list<Ring> rings_;
    UseCounts counts_;
    qint64 round_ = 0; ///< how often counts_ was taken
    bool watching_ = false;
    std::vector<Minute> minutes_; ///< what the watch has not been told

    std::mutex watchMutex_; ///< guards what follows; taken before the other
    std::optional<KeyPolicy::Abuse> abuseRule_;
    std::unique_ptr<AbuseWatch> abuse_;
    qint64 judged_ = 0; ///< the minute
};

} // namespace keywright
