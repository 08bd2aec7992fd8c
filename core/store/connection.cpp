#include "core/store/postgresql_connection.h"
#include "core/store/sqlite_connection.h"
#include "core/store/store_place.h"

namespace keywright {

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionOptions &options) {
    auto connection =
        isSharedStore(options.path) ? PostgresqlConnection::open(options) : SqliteConnection::open(options);
    if (!connection)
        return connection;
    for (const QString &guard : (*connection)->dialect().guards(options.busyTimeout)) {
        if (auto done = (*connection)->run(guard); !done)
            return std::unexpected(done.error());
    }
    return connection;
}

Result<Statement *> Connection::start(const QString &sql, const QVariantList &values) {
    auto &statement = statements_[sql];
    if (!statement)
        statement = prepare(sql);
    if (!statement) {
        statements_.remove(sql);
        return std::unexpected(storeError(fault(), place_, sql));
    }
    if (!statement->start(values))
        return failed(*statement, sql);
    return statement.get();
}

std::unexpected<Error> Connection::failed(Statement &statement, const QString &sql) const {
    auto error = storeError(statement.fault(), place_, sql);
    statement.finish();
    return std::unexpected(std::move(error));
}

Done Connection::run(const QString &sql, const QVariantList &values) {
    return forEach(sql, values, [](const Row &) {});
}

Result<qint64> Connection::change(const QString &sql, const QVariantList &values) {
    auto statement = start(sql, values);
    if (!statement)
        return std::unexpected(statement.error());
    while (true) {
        switch ((*statement)->step()) {
        case Statement::Step::Row:
            break;
        case Statement::Step::Failed:
            return failed(**statement, sql);
        case Statement::Step::End:
            const qint64 rows = (*statement)->changedRows();
            (*statement)->finish();
            return rows;
        }
    }
}

Result<std::optional<QByteArray>> Connection::bytes(const QString &sql, const QVariantList &values) {
    std::optional<QByteArray> found;
    auto done = forEach(sql, values, [&](const Row &row) {
        if (!found)
            found = row.bytes(0);
    });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

Result<qint64> Connection::number(const QString &sql, const QVariantList &values) {
    std::optional<qint64> found;
    auto done = forEach(sql, values, [&](const Row &row) {
        if (!found)
            found = row.integer(0);
    });
    if (!done)
        return std::unexpected(done.error());
    return found.value_or(0);
}

} // namespace keywright
