// Several transactions that one commit makes durable: a flush of the disk costs more than a change.
#pragma once

#include "core/store/transaction.h"

namespace keywright {

/// While it is open, every Transaction on its connection is a savepoint of it: what is undone in one leaves the others
/// alone, and nothing is on disk before commit().
class CommitGroup {
public:
    static Result<CommitGroup> begin(Connection &connection);
    CommitGroup(CommitGroup &&other) noexcept;
    CommitGroup &operator=(CommitGroup &&) = delete;
    CommitGroup(const CommitGroup &) = delete;
    CommitGroup &operator=(const CommitGroup &) = delete;
    ~CommitGroup();

    /// False once the database gave up all of it (a full disk): nothing of the group will be there.
    bool isSound() const;
    /// After an error nothing of the group is in the database.
    Done commit();

private:
    CommitGroup(Connection &connection, Transaction transaction);

    Connection *connection_;
    Transaction transaction_;
};

} // namespace keywright
