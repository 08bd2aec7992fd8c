// Changes that wait for the writing thread. Those that come while the disk is busy are made durable by one commit.
#pragma once

#include "core/keyring/session.h"

#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace keywright {

class WriteQueue {
public:
    /// Alone: what commits in steps of its own, tells its progress, or takes long.
    enum class Commit { Together, Alone };

    struct Write {
        std::function<void(Session &)> run;
        /// Afterwards: whether what it did is on disk.
        std::function<void(const Done &durable)> tell;
        Commit commit = Commit::Together;
    };

    /// From any thread.
    void add(Write write);
    /// On the writing thread: everything that waits, in order. Returns whether there was anything.
    /// `mayWrite`: whether the session's connection can take the write lock.
    bool run(const Result<Session *> &session, bool mayWrite);

private:
    std::vector<Write> take(bool mayWrite);
    void runTogether(Session &session, std::vector<Write> writes);

    std::mutex mutex_; ///< guards what follows
    std::deque<Write> waiting_;
};

} // namespace keywright
