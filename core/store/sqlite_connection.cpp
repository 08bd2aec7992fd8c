#include "core/store/sqlite_connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <sqlite3.h>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

Fault meaningOf(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // the journal's locks could not be had
        return Fault::Busy;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return Fault::ReadOnly;
    case SQLITE_CANTOPEN:
        return Fault::CannotOpen;
    case SQLITE_FULL:
        return Fault::Full;
    case SQLITE_IOERR:
        return Fault::InputOutput;
    case SQLITE_CORRUPT:
        return Fault::Corrupt;
    case SQLITE_NOTADB:
        return Fault::NotADatabase;
    case SQLITE_CONSTRAINT:
        return Fault::Constraint;
    default:
        return Fault::Other;
    }
}

DatabaseFault faultOf(sqlite3 *database) {
    const int code = sqlite3_extended_errcode(database);
    return {.what = meaningOf(code),
            .technical = u"SQLite %1 %2"_s.arg(code).arg(QString::fromUtf8(sqlite3_errmsg(database)))};
}

/// A file URI, so that no character of the path means anything else.
QByteArray uriOf(const ConnectionOptions &options) {
    if (options.path.isEmpty())
        return QByteArrayLiteral(":memory:");
    QByteArray uri = QUrl::fromLocalFile(QFileInfo(options.path).absoluteFilePath()).toEncoded();
    if (options.immutable)
        uri += "?immutable=1";
    return uri;
}

/// SQLite counts what it allocates behind one lock for the whole process, which its threads then wait for.
void countNoMemory() {
    static const int configured =
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // refused, and harmless, once it is in use
    Q_UNUSED(configured)
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3 *database, sqlite3_stmt *statement) : database_(database), statement_(statement) {}
    ~SqliteStatement() override { sqlite3_finalize(statement_); }

    bool start(const QVariantList &values) override {
        sqlite3_reset(statement_);
        for (int i = 0; i < int(values.size()); ++i) {
            if (bind(i + 1, values.at(i)) != SQLITE_OK)
                return false;
        }
        return true;
    }

    Step step() override {
        switch (sqlite3_step(statement_)) {
        case SQLITE_ROW:
            return Step::Row;
        case SQLITE_DONE:
            return Step::End;
        default:
            return Step::Failed;
        }
    }

    void finish() override {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

    qint64 changedRows() const override { return sqlite3_changes64(database_); }
    DatabaseFault fault() const override { return faultOf(database_); }
    bool isNull(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(statement_, column); }

    QByteArrayView bytes(int column) const override {
        const int type = sqlite3_column_type(statement_, column);
        if (type == SQLITE_NULL)
            return {};
        const void *data = type == SQLITE_BLOB ? sqlite3_column_blob(statement_, column)
                                               : static_cast<const void *>(sqlite3_column_text(statement_, column));
        return {static_cast<const char *>(data), sqlite3_column_bytes(statement_, column)};
    }

private:
    int bind(int place, const QVariant &value) {
        if (value.isNull())
            return sqlite3_bind_null(statement_, place);
        switch (value.typeId()) {
        case QMetaType::QString: {
            const QByteArray text = value.toString().toUtf8();
            return sqlite3_bind_text64(statement_, place, text.constData(), sqlite3_uint64(text.size()),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        case QMetaType::QByteArray: {
            const QByteArray blob = value.toByteArray();
            return sqlite3_bind_blob64(statement_, place, blob.constData(), sqlite3_uint64(blob.size()),
                                       SQLITE_TRANSIENT);
        }
        default:
            Q_ASSERT(value.canConvert<qint64>()); // instants, money and flags are numbers; nothing is a fraction
            return sqlite3_bind_int64(statement_, place, value.toLongLong());
        }
    }

    sqlite3 *database_;
    sqlite3_stmt *statement_;
};

} // namespace

SqliteConnection::SqliteConnection(const ConnectionOptions &options)
    : Connection(options.path.isEmpty() ? QCoreApplication::translate("keywright::Store", "in memory") : options.path,
                 options.path.isEmpty()),
      busyTimeout_(options.busyTimeout) {}

SqliteConnection::~SqliteConnection() {
    forgetStatements();
    sqlite3_close(database_);
}

Result<std::unique_ptr<Connection>> SqliteConnection::open(const ConnectionOptions &options) {
    countNoMemory();
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(options));
    // Never SQLITE_OPEN_CREATE: a missing file is an error. A connection stays on its thread, so it needs no lock.
    const int access = options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int flags = access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(uriOf(options).constData(), &connection->database_, flags, nullptr) != SQLITE_OK)
        return std::unexpected(storeError(connection->fault(), connection->place(), u"open"_s));
    sqlite3_db_config(connection->database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_busy_handler(connection->database_, &SqliteConnection::waitForLock, connection.get());
    return connection;
}

/// After some errors (a full disk) SQLite has rolled back by itself.
bool SqliteConnection::inTransaction() const {
    return sqlite3_get_autocommit(database_) == 0;
}

/// Called by SQLite while another program holds the lock; 0 ends the wait with SQLITE_BUSY.
int SqliteConnection::waitForLock(void *self, int tries) {
    auto *connection = static_cast<SqliteConnection *>(self);
    const auto now = std::chrono::steady_clock::now();
    if (tries == 0)
        connection->waitingSince_ = now;
    if (now - connection->waitingSince_ >= connection->busyTimeout_ || connection->givesUp())
        return 0;
    QThread::msleep(ulong(std::clamp(tries, 1, 25)));
    return 1;
}

std::unique_ptr<Statement> SqliteConnection::prepare(const QString &sql) {
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int done = sqlite3_prepare_v3(database_, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (done != SQLITE_OK)
        return nullptr;
    return std::make_unique<SqliteStatement>(database_, statement);
}

DatabaseFault SqliteConnection::fault() const {
    return faultOf(database_);
}

} // namespace keywright
