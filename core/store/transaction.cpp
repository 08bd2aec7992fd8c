#include "core/store/transaction.h"

#include "core/store/dialect.h"

namespace keywright {

Result<Transaction> Transaction::begin(Connection &connection, Kind kind) {
    const QString own = kind == Kind::Write ? dialect::beginWrite() : dialect::beginRead();
    if (auto done = connection.run(connection.isGrouped() ? dialect::beginPart() : own); !done)
        return std::unexpected(done.error());
    return Transaction(connection);
}

Transaction::~Transaction() {
    if (!connection_)
        return;
    // After an I/O error SQLite has rolled back by itself and says there is nothing to roll back: either way it is
    // gone.
    if (!isSavepoint_) {
        (void)connection_->run(dialect::rollback());
        return;
    }
    (void)connection_->run(dialect::rollbackPart());
    (void)connection_->run(dialect::endPart());
}

Done Transaction::commit() {
    auto done = connection_->run(isSavepoint_ ? dialect::endPart() : dialect::commit());
    if (done)
        connection_ = nullptr;
    return done;
}

} // namespace keywright
