// One connection to the database, on the thread that opened it, with its prepared statements.
#pragma once

#include "core/model/result.h"
#include "core/store/dialect.h"
#include "core/store/statement.h"

#include <QHash>
#include <QVariantList>

#include <chrono>
#include <functional>

namespace keywright {

/// The row that a statement stands on. Columns are read by their place.
class Row {
public:
    explicit Row(const Statement &statement) : statement_(statement) {}
    bool isNull(int column) const { return statement_.isNull(column); }
    qint64 integer(int column) const { return statement_.integer(column); }
    std::optional<qint64> optionalInteger(int column) const {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }
    /// A text's UTF-8 or a blob, as it lies in the database: gone with the row.
    QByteArrayView view(int column) const { return statement_.bytes(column); }
    QString text(int column) const { return QString::fromUtf8(view(column)); }
    QByteArray bytes(int column) const { return view(column).toByteArray(); }

private:
    const Statement &statement_;
};

struct ConnectionOptions {
    QString path; ///< a file, or postgresql://...; empty: in memory
    bool readOnly = false;
    bool immutable = false; ///< nobody else writes: no locks, no journal files (a folder that cannot be written)
    std::chrono::milliseconds busyTimeout{10'000}; ///< how long another program's lock is waited for
};

class Connection {
public:
    /// Opens (never creates a missing file) and sets the guards. Reads nothing from the file yet.
    static Result<std::unique_ptr<Connection>> open(const ConnectionOptions &options);
    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// What messages call it.
    const QString &place() const { return place_; }
    bool isInMemory() const { return inMemory_; }
    virtual const Dialect &dialect() const = 0;

    /// Whether the database still answers: a server can go away and come back, and then wants a new connection.
    virtual bool isAlive() { return true; }
    /// Calls `changed` on this thread's event loop when anybody changed the keyring, as long as the connection lives. A
    /// signal can be lost: ask now and then all the same. False: this database never tells.
    virtual bool tellOfChanges(const std::function<void()> & /*changed*/) { return false; }
    /// `ask` is called again and again, on this thread, while another program's lock is waited for: true waits no
    /// longer.
    void giveUpWhen(std::function<bool()> ask) { giveUp_ = std::move(ask); }

    /// Whether a transaction is open that can still be committed.
    virtual bool inTransaction() const = 0;
    /// Set by CommitGroup alone: a Transaction that begins is part of the open one.
    bool isGrouped() const { return grouped_; }
    void setGrouped(bool grouped) { grouped_ = grouped; }

    /// Runs a statement that gives no rows, or none that anybody wants.
    Done run(const QString &sql, const QVariantList &values = {});
    /// Runs a statement and returns how many rows it changed.
    Result<qint64> change(const QString &sql, const QVariantList &values = {});
    /// Calls `each(Row)` for every row of the answer. `each` may run other statements.
    template<class F>
    Done forEach(const QString &sql, const QVariantList &values, F each);
    /// The first column of the first row: a blob, or a text's UTF-8. Nothing where there is no row.
    Result<std::optional<QByteArray>> bytes(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row as a number; a missing row or NULL is 0.
    Result<qint64> number(const QString &sql, const QVariantList &values = {});

protected:
    Connection(QString place, bool inMemory) : place_(std::move(place)), inMemory_(inMemory) {}
    /// The database's own way to prepare. Null: fault() says why.
    virtual std::unique_ptr<Statement> prepare(const QString &sql) = 0;
    virtual DatabaseFault fault() const = 0;
    /// A database is closed after its statements.
    void forgetStatements() { statements_.clear(); }
    bool givesUp() const { return giveUp_ && giveUp_(); }

private:
    Result<Statement *> start(const QString &sql, const QVariantList &values);
    /// The statement's error; it is finished afterwards.
    std::unexpected<Error> failed(Statement &statement, const QString &sql) const;

    QString place_;
    bool inMemory_;
    bool grouped_ = false;
    std::function<bool()> giveUp_;
    QHash<QString, std::shared_ptr<Statement>> statements_;
};

template<class F>
Done Connection::forEach(const QString &sql, const QVariantList &values, F each) {
    auto statement = start(sql, values);
    if (!statement)
        return std::unexpected(statement.error());
    const Row row(**statement);
    auto step = (*statement)->step();
    for (; step == Statement::Step::Row; step = (*statement)->step())
        each(row);
    if (step == Statement::Step::Failed)
        return failed(**statement, sql);
    (*statement)->finish();
    return {};
}

} // namespace keywright
