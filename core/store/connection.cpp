#include "core/store/connection.h"

#include "core/store/dialect.h"
#include "core/store/store_error.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <QUuid>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString connectOptions(const ConnectionOptions &options) {
    QStringList list{u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeout.count())};
    if (options.readOnly)
        list << u"QSQLITE_OPEN_READONLY"_s;
    if (!options.path.isEmpty())
        list << u"QSQLITE_OPEN_URI"_s;
    return list.join(u';');
}

/// A file URI, so that a missing file is never created and no character of the path means anything else.
QString databaseName(const ConnectionOptions &options) {
    if (options.path.isEmpty())
        return u":memory:"_s;
    QString uri = QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(options.path).absoluteFilePath()).toEncoded());
    uri += options.readOnly ? u"?mode=ro"_s : u"?mode=rw"_s;
    if (options.immutable)
        uri += u"&immutable=1"_s;
    return uri;
}

} // namespace

std::optional<qint64> Row::optionalInteger(int column) const {
    const QVariant value = query_.value(column);
    if (value.isNull())
        return std::nullopt;
    return value.toLongLong();
}

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionOptions &options) {
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto database = QSqlDatabase::addDatabase(dialect::driver(), name);
    database.setConnectOptions(connectOptions(options));
    database.setDatabaseName(databaseName(options));
    const bool opened = database.open();
    const QSqlError why = database.lastError();
    std::unique_ptr<Connection> connection(new Connection(database, name, options));
    database = {}; // the connection's alone, so that it can be removed with it
    if (!opened)
        return std::unexpected(storeError(why, connection->place(), u"open"_s));
    for (const QString &guard : dialect::guards()) {
        if (auto done = connection->run(guard); !done)
            return std::unexpected(done.error());
    }
    return connection;
}

Connection::Connection(QSqlDatabase database, QString name, const ConnectionOptions &options)
    : database_(std::move(database)), name_(std::move(name)),
      place_(options.path.isEmpty() ? QCoreApplication::translate("keywright::Store", "in memory") : options.path),
      inMemory_(options.path.isEmpty()) {}

Connection::~Connection() {
    statements_.clear();
    database_.close();
    database_ = {};
    QSqlDatabase::removeDatabase(name_);
}

Error Connection::error(const QSqlQuery &query, const QString &sql) const {
    return storeError(query.lastError(), place_, sql);
}

Result<QSqlQuery *> Connection::execute(const QString &sql, const QVariantList &values) {
    auto &query = statements_[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(database_);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            statements_.remove(sql);
            return std::unexpected(error(*fresh, sql));
        }
        query = std::move(fresh);
    }
    for (int i = 0; i < int(values.size()); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        const Error why = error(*query, sql);
        query->finish();
        return std::unexpected(why);
    }
    return query.get();
}

Done Connection::run(const QString &sql, const QVariantList &values) {
    return forEach(sql, values, [](const Row &) {});
}

Result<qint64> Connection::change(const QString &sql, const QVariantList &values) {
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    const qint64 rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

Result<qint64> Connection::insert(const QString &sql, const QVariantList &values) {
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    const qint64 row = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return row;
}

Result<std::optional<QVariant>> Connection::value(const QString &sql, const QVariantList &values) {
    std::optional<QVariant> found;
    auto query = execute(sql, values);
    if (!query)
        return std::unexpected(query.error());
    if ((*query)->next())
        found = (*query)->value(0);
    const bool failed = (*query)->lastError().isValid();
    const Error why = failed ? error(**query, sql) : Error{};
    (*query)->finish();
    if (failed)
        return std::unexpected(why);
    return found;
}

Result<qint64> Connection::number(const QString &sql, const QVariantList &values) {
    auto found = value(sql, values);
    if (!found)
        return std::unexpected(found.error());
    return *found ? (*found)->toLongLong() : 0;
}

} // namespace keywright
