#include "core/store/commit_group.h"

namespace keywright {

Result<CommitGroup> CommitGroup::begin(Connection &connection) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    return CommitGroup(connection, std::move(*transaction));
}

CommitGroup::CommitGroup(Connection &connection, Transaction transaction)
    : connection_(&connection), transaction_(std::move(transaction)) {
    connection.setGrouped(true);
}

CommitGroup::CommitGroup(CommitGroup &&other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)), transaction_(std::move(other.transaction_)) {}

CommitGroup::~CommitGroup() {
    if (connection_)
        connection_->setGrouped(false);
}

bool CommitGroup::isSound() const {
    return connection_->inTransaction();
}

Done CommitGroup::commit() {
    connection_->setGrouped(false);
    return transaction_.commit();
}

} // namespace keywright
