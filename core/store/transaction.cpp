#include "core/store/transaction.h"

#include "core/store/dialect.h"

namespace keywright {

Result<Transaction> Transaction::begin(Connection &connection, Kind kind) {
    if (auto done = connection.run(kind == Kind::Write ? dialect::beginWrite() : dialect::beginRead()); !done)
        return std::unexpected(done.error());
    return Transaction(connection);
}

Transaction::~Transaction() {
    // After an I/O error SQLite has rolled back by itself and says there is nothing to roll back: either way it is
    // gone.
    if (connection_)
        (void)connection_->run(dialect::rollback());
}

Done Transaction::commit() {
    auto done = connection_->run(dialect::commit());
    if (done)
        connection_ = nullptr;
    return done;
}

} // namespace keywright
