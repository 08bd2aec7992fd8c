#include "core/store/postgresql_statement.h"

#include "core/store/postgresql_connection.h"

#include <QSqlError>
#include <QSqlRecord>

namespace keywright {

PostgresqlStatement::PostgresqlStatement(PostgresqlConnection &connection, QSqlQuery query, QString sql)
    : connection_(connection), query_(std::move(query)), sql_(std::move(sql)) {}

PostgresqlStatement::~PostgresqlStatement() {
    connection_.ended(*this);
}

bool PostgresqlStatement::start(const QVariantList &values) {
    finish();
    failed_ = false;
    if (!connection_.begin(*this, sql_))
        return false;
    for (int i = 0; i < int(values.size()); ++i)
        query_.bindValue(i, values.at(i));
    // What binds nothing may be a statement that can't be prepared.
    const bool done = values.isEmpty() ? query_.exec(sql_) : query_.exec();
    if (!done)
        return fail();
    streams_ = query_.isSelect();
    return true;
}

bool PostgresqlStatement::fail() {
    failed_ = true;
    connection_.failed(query_.lastError());
    return false;
}

bool PostgresqlStatement::next() {
    if (!streams_)
        return false;
    if (query_.next())
        return true;
    streams_ = false;
    connection_.ended(*this);
    return query_.lastError().isValid() ? fail() : false;
}

Statement::Step PostgresqlStatement::step() {
    bytes_.clear();
    row_.clear();
    if (!taken_.empty()) {
        row_ = std::move(taken_.front());
        taken_.pop_front();
        return Step::Row;
    }
    if (next())
        return Step::Row;
    return failed_ ? Step::Failed : Step::End;
}

void PostgresqlStatement::takeIn() {
    if (!streams_)
        return;
    const int columns = query_.record().count();
    const auto whole = [&] {
        QVariantList row;
        for (int i = 0; i < columns; ++i)
            row << query_.value(i);
        return row;
    };
    if (row_.isEmpty() && query_.isValid())
        row_ = whole();
    while (next())
        taken_.push_back(whole());
}

void PostgresqlStatement::finish() {
    query_.finish();
    taken_.clear();
    row_.clear();
    bytes_.clear();
    streams_ = false;
    connection_.ended(*this);
}

qint64 PostgresqlStatement::changedRows() const {
    return query_.numRowsAffected();
}

DatabaseFault PostgresqlStatement::fault() const {
    return connection_.fault();
}

QVariant PostgresqlStatement::value(int column) const {
    return row_.isEmpty() ? query_.value(column) : row_.at(column);
}

bool PostgresqlStatement::isNull(int column) const {
    return row_.isEmpty() ? query_.isNull(column) : row_.at(column).isNull();
}

qint64 PostgresqlStatement::integer(int column) const {
    return value(column).toLongLong();
}

QByteArrayView PostgresqlStatement::bytes(int column) const {
    if (isNull(column))
        return {};
    if (bytes_.size() <= std::size_t(column))
        bytes_.resize(std::size_t(column) + 1);
    QByteArray &bytes = bytes_[std::size_t(column)];
    if (bytes.isNull())
        bytes = value(column).toByteArray();
    return bytes;
}

} // namespace keywright
