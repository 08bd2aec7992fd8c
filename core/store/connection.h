// One connection to the database, on the thread that opened it, with its prepared statements.
#pragma once

#include "core/model/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <chrono>

namespace keywright {

/// The row that a query stands on. Columns are read by their place.
class Row {
public:
    explicit Row(const QSqlQuery &query) : query_(query) {}
    bool isNull(int column) const { return query_.isNull(column); }
    QString text(int column) const { return query_.value(column).toString(); }
    qint64 integer(int column) const { return query_.value(column).toLongLong(); }
    QByteArray bytes(int column) const { return query_.value(column).toByteArray(); }
    std::optional<qint64> optionalInteger(int column) const;

private:
    const QSqlQuery &query_;
};

struct ConnectionOptions {
    QString path; ///< empty: in memory
    bool readOnly = false;
    bool immutable = false; ///< nobody else writes: no locks, no journal files (a folder that cannot be written)
    std::chrono::milliseconds busyTimeout{10'000}; ///< how long another program's lock is waited for
};

class Connection {
public:
    /// Opens (never creates a missing file) and sets the guards. Reads nothing from the file yet.
    static Result<std::unique_ptr<Connection>> open(const ConnectionOptions &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// What messages call it.
    const QString &place() const { return place_; }
    bool isInMemory() const { return inMemory_; }

    /// Runs a statement that gives no rows.
    Done run(const QString &sql, const QVariantList &values = {});
    /// Runs a statement and returns how many rows it changed.
    Result<qint64> change(const QString &sql, const QVariantList &values = {});
    /// Runs an INSERT and returns the new row's number.
    Result<qint64> insert(const QString &sql, const QVariantList &values);
    /// Calls `each(Row)` for every row of the answer.
    template<class F>
    Done forEach(const QString &sql, const QVariantList &values, F each);
    /// The first column of the first row, or nothing.
    Result<std::optional<QVariant>> value(const QString &sql, const QVariantList &values = {});
    /// The same as a number; a missing row or NULL is 0.
    Result<qint64> number(const QString &sql, const QVariantList &values = {});

private:
    Connection(QSqlDatabase database, QString name, const ConnectionOptions &options);
    Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);
    Error error(const QSqlQuery &query, const QString &sql) const;

    QSqlDatabase database_;
    QString name_;
    QString place_;
    bool inMemory_;
    QHash<QString, std::shared_ptr<QSqlQuery>> statements_;
};

template<class F>
Done Connection::forEach(const QString &sql, const QVariantList &values, F each) {
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    const Row row(**query);
    while ((*query)->next())
        each(row);
    const bool failed = (*query)->lastError().isValid();
    const Error why = failed ? error(**query, sql) : Error{};
    (*query)->finish();
    if (failed)
        return std::unexpected(why);
    return {};
}

} // namespace keywright
