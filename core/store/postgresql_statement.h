// One statement on a PostgreSQL connection. Its rows are streamed, so that a million of them need no room.
#pragma once

#include "core/store/statement.h"

#include <QSqlQuery>

#include <deque>
#include <optional>

namespace keywright {

class PostgresqlConnection;

class PostgresqlStatement final : public Statement {
public:
    PostgresqlStatement(PostgresqlConnection &connection, QSqlQuery query, QString sql);
    ~PostgresqlStatement() override;

    bool start(const QVariantList &values) override;
    Step step() override;
    void finish() override;
    qint64 changedRows() const override;
    DatabaseFault fault() const override;

    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    QByteArrayView bytes(int column) const override;

    /// Takes in the rows that are still to come: another statement needs the connection.
    void takeIn();

private:
    bool fail();
    bool next();
    QVariant value(int column) const;

    PostgresqlConnection &connection_;
    QSqlQuery query_;
    const QString sql_;
    QVariantList row_;               ///< the row at hand, if it was taken in
    std::deque<QVariantList> taken_; ///< rows after it that were taken in
    bool streams_ = false;           ///< rows may still come from the database
    bool failed_ = false;
    mutable std::vector<QByteArray> bytes_; ///< of the row at hand, as far as they were asked for
};

} // namespace keywright
