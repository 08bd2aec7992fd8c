#include "core/store/postgresql_connection.h"

#include "core/store/postgresql_statement.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QUuid>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

constexpr int trustedFor = 1'000; // milliseconds for which a connection that answered is taken to be there

Fault kindOf(const QString &code) {
    const QString kind = code.left(2);
    if (code == u"55P03" || code == u"57014" || kind == u"40") // no lock, cancelled, two that can't both be
        return Fault::Busy;
    if (code == u"25006" || code == u"42501") // a read-only transaction, no permission
        return Fault::ReadOnly;
    if (code == u"53100")
        return Fault::Full;
    // No connection; the server goes down, comes up, or has no room for one more.
    if (code.isEmpty() || kind == u"08" || kind == u"57" || kind == u"53")
        return Fault::Away;
    if (kind == u"58")
        return Fault::InputOutput;
    if (kind == u"XX")
        return Fault::Corrupt;
    if (kind == u"23" || code == u"P0001") // a constraint, one of our triggers
        return Fault::Constraint;
    return Fault::Other;
}

/// The first line alone: DETAIL holds the row, and with it a digest.
QString firstLine(const QSqlError &error) {
    return error.databaseText().section(u'\n', 0, 0).simplified();
}

Error unreachable(const QString &place, const QSqlError &error) {
    return {.kind = ErrorKind::Storage,
            .message = Words::tr("The database %1 can't be reached (%2). Check that it runs, and the address.")
                           .arg(place, firstLine(error)),
            .technical = u"PostgreSQL: "_s + firstLine(error)};
}

} // namespace

Result<std::unique_ptr<Connection>> PostgresqlConnection::open(const ConnectionOptions &options) {
    const auto address = parsePostgresqlAddress(options.path);
    if (!address)
        return std::unexpected(address.error());
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return failure(ErrorKind::Storage, Words::tr("Qt's driver for PostgreSQL is not installed. Install it "
                                                     "(libqt6sql6-psql), or keep the keyring in a file."));
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto database = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
    database.setHostName(address->host);
    database.setUserName(address->user);
    database.setPassword(address->password);
    database.setDatabaseName(address->database);
    database.setPort(address->port);
    database.setConnectOptions(address->options);
    const bool opened = database.open();
    const QSqlError why = database.lastError();
    std::unique_ptr<Connection> connection(
        new PostgresqlConnection(std::exchange(database, {}), name, shownPlace(options.path)));
    if (!opened)
        return std::unexpected(unreachable(connection->place(), why));
    if (options.readOnly) {
        if (auto done = connection->run(connection->dialect().queryOnly(true)); !done)
            return std::unexpected(done.error());
    }
    return connection;
}

PostgresqlConnection::PostgresqlConnection(QSqlDatabase database, QString name, const QString &place)
    : Connection(place, false), database_(std::move(database)), name_(std::move(name)) {
    sinceUse_.start();
}

PostgresqlConnection::~PostgresqlConnection() {
    listener_.reset();
    forgetStatements();
    database_.close();
    database_ = {};
    QSqlDatabase::removeDatabase(name_);
}

/// A server that is gone says nothing by itself.
bool PostgresqlConnection::isAlive() {
    if (!lost_ && sinceUse_.hasExpired(trustedFor))
        lost_ = !run(u"SELECT 1"_s);
    return !lost_;
}

bool PostgresqlConnection::tellOfChanges(const std::function<void()> &changed) {
    QSqlDriver *driver = database_.driver();
    listener_ = std::make_unique<QObject>();
    // Later, and once for many: whoever hears of it may close the connection.
    const auto pending = std::make_shared<bool>(false);
    QObject::connect(driver, &QSqlDriver::notification, listener_.get(), [context = listener_.get(), pending, changed] {
        if (std::exchange(*pending, true))
            return;
        const auto tell = [pending, changed] {
            *pending = false;
            changed();
        };
        QMetaObject::invokeMethod(context, tell, Qt::QueuedConnection);
    });
    return driver->subscribeToNotification(PostgresqlDialect::channel());
}

std::unique_ptr<Statement> PostgresqlConnection::prepare(const QString &sql) {
    makeRoomFor(nullptr);
    QSqlQuery query(database_);
    query.setForwardOnly(true);
    if (sql.contains(u'?') && !query.prepare(sql)) {
        failed(query.lastError());
        return nullptr;
    }
    return std::make_unique<PostgresqlStatement>(*this, std::move(query), sql);
}

DatabaseFault PostgresqlConnection::faultOf(const QSqlError &error) {
    return {.what = kindOf(error.nativeErrorCode()),
            .technical = u"PostgreSQL %1 %2"_s.arg(error.nativeErrorCode(), firstLine(error))};
}

void PostgresqlConnection::makeRoomFor(PostgresqlStatement *statement) {
    if (streaming_ && streaming_ != statement)
        streaming_->takeIn();
    streaming_ = statement;
}

bool PostgresqlConnection::begin(PostgresqlStatement &statement, const QString &sql) {
    makeRoomFor(&statement);
    sinceUse_.start();
    if (spoilt_ && sql == u"COMMIT")
        return false;
    const bool begins = sql.startsWith(u"BEGIN");
    if (begins || sql.startsWith(u"ROLLBACK"))
        spoilt_ = false;
    if (begins || sql == u"COMMIT" || sql == u"ROLLBACK")
        open_ = begins;
    return true;
}

void PostgresqlConnection::failed(const QSqlError &error) {
    error_ = error;
    spoilt_ = true;
    const Fault what = kindOf(error.nativeErrorCode());
    lost_ = lost_ || what == Fault::Away || !database_.isOpen();
}

void PostgresqlConnection::ended(const PostgresqlStatement &statement) {
    if (streaming_ == &statement)
        streaming_ = nullptr;
}

} // namespace keywright
