#include "core/store/transaction.h"

namespace keywright {

using namespace Qt::StringLiterals;

Result<Transaction> Transaction::begin(Connection &connection, Kind kind) {
    const Dialect &dialect = connection.dialect();
    const QStringList own = kind == Kind::Write ? dialect.beginWrite() : dialect.beginRead();
    const QStringList steps = connection.isGrouped() ? QStringList{u"SAVEPOINT part"_s} : own;
    if (auto done = connection.run(steps.first()); !done)
        return std::unexpected(done.error());
    Transaction transaction(connection);
    for (const QString &step : steps.mid(1)) {
        if (auto done = connection.run(step); !done)
            return std::unexpected(done.error());
    }
    return transaction;
}

Transaction::~Transaction() {
    if (!connection_)
        return;
    // After an I/O error SQLite has rolled back by itself and says there is nothing to roll back: either way it is
    // gone.
    if (!isSavepoint_) {
        (void)connection_->run(u"ROLLBACK"_s);
        return;
    }
    (void)connection_->run(u"ROLLBACK TO part"_s);
    (void)connection_->run(u"RELEASE part"_s);
}

Done Transaction::commit() {
    auto done = connection_->run(isSavepoint_ ? u"RELEASE part"_s : u"COMMIT"_s);
    if (done)
        connection_ = nullptr;
    return done;
}

} // namespace keywright
