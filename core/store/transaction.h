// A transaction that undoes itself unless it was committed.
#pragma once

#include "core/store/connection.h"

namespace keywright {

class Transaction {
public:
    enum class Kind { Read, Write };

    /// Write takes the write lock at once, waiting for other programs as long as the connection's busy timeout.
    static Result<Transaction> begin(Connection &connection, Kind kind);
    Transaction(Transaction &&other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    /// After an error nothing of the transaction is in the database.
    Done commit();

private:
    explicit Transaction(Connection &connection) : connection_(&connection) {}
    Connection *connection_;
};

} // namespace keywright
