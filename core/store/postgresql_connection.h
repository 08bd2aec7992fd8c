// PostgreSQL through QtSql's driver, which an installation may lack.
#pragma once

#include "core/store/connection.h"
#include "core/store/postgresql_dialect.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>

namespace keywright {

class PostgresqlStatement;

class PostgresqlConnection final : public Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const ConnectionOptions &options);
    ~PostgresqlConnection() override;

    const Dialect &dialect() const override { return dialect_; }
    bool isAlive() override;
    bool inTransaction() const override { return open_ && !spoilt_ && !lost_; }
    bool tellOfChanges(const std::function<void()> &changed) override;

protected:
    std::unique_ptr<Statement> prepare(const QString &sql) override;
    DatabaseFault fault() const override { return faultOf(error_); }

private:
    friend class PostgresqlStatement;
    PostgresqlConnection(QSqlDatabase database, QString name, const QString &place);
    static DatabaseFault faultOf(const QSqlError &error);
    /// Takes in the rows that another statement still streams.
    void makeRoomFor(PostgresqlStatement *statement);
    /// A statement begins. False: it must not run.
    bool begin(PostgresqlStatement &statement, const QString &sql);
    void failed(const QSqlError &error);
    void ended(const PostgresqlStatement &statement);

    const PostgresqlDialect dialect_;
    QSqlDatabase database_;
    const QString name_;
    QSqlError error_;
    PostgresqlStatement *streaming_ = nullptr;
    bool open_ = false;   ///< a transaction has begun
    bool spoilt_ = false; ///< the transaction has failed: PostgreSQL would take COMMIT for ROLLBACK, and say nothing
    bool lost_ = false;
    QElapsedTimer sinceUse_;
    std::unique_ptr<QObject> listener_;
};

} // namespace keywright
