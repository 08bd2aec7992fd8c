// A transaction that undoes itself unless it was committed. Within a CommitGroup it is a savepoint.
#pragma once

#include "core/store/connection.h"

namespace keywright {

class Transaction {
public:
    enum class Kind { Read, Write };

    /// Write takes the write lock at once, waiting for other programs as long as the connection's busy timeout.
    static Result<Transaction> begin(Connection &connection, Kind kind);
    Transaction(Transaction &&other) noexcept
        : connection_(std::exchange(other.connection_, nullptr)), isSavepoint_(other.isSavepoint_) {}
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    /// After an error nothing of the transaction is in the database.
    Done commit();

private:
    explicit Transaction(Connection &connection) : connection_(&connection), isSavepoint_(connection.isGrouped()) {}
    Connection *connection_;
    bool isSavepoint_;
};

} // namespace keywright
