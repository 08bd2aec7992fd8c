#include "core/store/keyring_database.h"

#include "core/platform/file_system.h"
#include "core/store/activity_table.h"
#include "core/store/key_table.h"
#include "core/store/meta_table.h"
#include "core/store/schema.h"
#include "core/store/shared_database.h"
#include "core/store/store_error.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

constexpr qint64 checkedBeforeShowing = 1024 * 1024;

std::unexpected<Error> refused(const QString &sentence, const QString &path, const QString &technical = {}) {
    return std::unexpected(
        Error{.kind = ErrorKind::Storage, .message = sentence.arg(shownPlace(path)), .technical = technical});
}

Done placeIsFit(const QString &path) {
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::NotFound, Words::tr("There is no keyring at %1. Choose another file, or make a new "
                                                      "keyring there.")
                                                .arg(QDir::toNativeSeparators(path)));
    if (!info.isFile())
        return refused(Words::tr("%1 is not a file. Choose a keyring file."), path);
    if (const QString network = platform::networkFileSystem(path); !network.isEmpty())
        return refused(Words::tr("The keyring %1 lies on a network file system (%2), where several programs can't "
                                 "share it safely. Use keywrightd on the machine that holds it, or move it to a "
                                 "local disk.")
                           .arg(u"%1"_s, network),
                       path);
    return {};
}

ConnectionOptions optionsFor(const QString &path, bool writable) {
    ConnectionOptions options{.path = path, .readOnly = !writable};
    // Without a folder to write in there can be no journal: then the file is taken as it lies.
    const bool journal = QFileInfo(path + u"-wal"_s).size() > 0;
    options.immutable = !writable && !journal && !platform::isFolderWritable(path);
    return options;
}

Done isOurs(Connection &connection, const QString &path) {
    auto id = connection.number(connection.dialect().readApplicationId());
    if (!id)
        return std::unexpected(id.error());
    if (*id == applicationId)
        return {};
    if (isSharedStore(path))
        return failure(
            ErrorKind::NotFound,
            Words::tr("There is no keyring in %1. Make one with `keywrightd init`.").arg(connection.place()));
    return refused(Words::tr("%1 is not a Keywright keyring. Choose another file."), path,
                   u"application_id %1"_s.arg(*id));
}

/// A format that we don't know may still hold the tables that we read: asked as they will be asked.
Done isReadable(Connection &connection, const QString &path) {
    const auto unreadable = [&](const Error &error) {
        return refused(Words::tr("The keyring %1 was made by a newer version of Keywright and can't be read by this "
                                 "one. Install the newer version."),
                       path, error.technical);
    };
    if (auto meta = readMeta(connection); !meta)
        return unreadable(meta.error());
    if (auto keys = KeyReader(connection).where(u"k.n < 0"_s, {}); !keys)
        return unreadable(keys.error());
    qint64 more = 0;
    if (auto log = readActivity(connection, {.text = {}, .key = {}, .limit = 1}, 0, more); !log)
        return unreadable(log.error());
    return {};
}

Done schemaFits(Connection &connection, const QString &path, int format) {
    auto differences = schemaDifferences(connection, format);
    if (!differences)
        return std::unexpected(differences.error());
    if (differences->isEmpty())
        return {};
    Error error = damagedError(path, differences->join(u", "_s));
    error.message =
        isSharedStore(path)
            ? Words::tr("The database %1 is not safe to use: it holds %2. Look who changed it, or restore it from a "
                        "backup.")
            : Words::tr("The file %1 is not safe to open: it holds %2. Restore it from a backup, or ask whoever "
                        "gave it to you.");
    error.message = error.message.arg(shownPlace(path), differences->join(u", "_s));
    return std::unexpected(std::move(error));
}

Done pagesFit(KeyringDatabase &database) {
    const QString question = database.connection->dialect().fileSize();
    if (question.isEmpty())
        return {};
    auto size = database.connection->number(question);
    if (!size)
        return std::unexpected(size.error());
    database.checkedAll = *size <= checkedBeforeShowing;
    if (!database.checkedAll)
        return {};
    auto findings = checkPages(*database.connection, true);
    if (!findings)
        return std::unexpected(findings.error());
    if (!findings->isEmpty())
        return std::unexpected(damagedError(database.connection->place(), findings->join(u'\n')));
    return {};
}

Done fitFormat(KeyringDatabase &database, const QString &path) {
    auto format = formatOf(*database.connection);
    if (!format)
        return std::unexpected(format.error());
    if (*format > knownFormat()) {
        database.writable = false;
        database.options.readOnly = true;
        database.readOnlyReason =
            Words::tr("This keyring was made by a newer version of Keywright (format %1, this "
                      "version knows %2). It can be read, not changed: install the newer version.")
                .arg(*format)
                .arg(knownFormat());
        if (auto done = refuseWrites(*database.connection, true); !done)
            return done;
        return isReadable(*database.connection, path);
    }
    if (auto done = schemaFits(*database.connection, path, *format); !done)
        return done;
    if (*format == knownFormat())
        return {};
    if (!database.writable)
        return refused(Words::tr("The keyring %1 has an older format and can't be brought up to date, because it "
                                 "can't be written. Check its permissions."),
                       path);
    return migrate(*database.connection, *format);
}

Done setDurability(Connection &connection) {
    for (const QString &statement : connection.dialect().durability()) {
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// What SQLite writes beside the keyring is for the same eyes. The files are there from the first reading on.
void guardFilesBeside(const QString &path) {
    for (const auto &suffix : {u"-wal"_s, u"-shm"_s})
        platform::giveSameRights(path, path + suffix);
}

/// Looks at the file from outside, then connects.
Result<KeyringDatabase> connectFile(const QString &path, Access access) {
    if (auto done = placeIsFit(path); !done)
        return std::unexpected(done.error());
    KeyringDatabase database;
    database.writable = access == Access::Write && platform::isWritable(path);
    database.options = optionsFor(path, database.writable);
    if (!database.writable)
        database.readOnlyReason =
            Words::tr("The keyring %1 can be read, not changed: its file or folder is write-protected.")
                .arg(QDir::toNativeSeparators(path));
    if (const QString cloud = platform::cloudFolder(path); !cloud.isEmpty())
        database.warnings << Words::tr("This keyring lies in a folder that %1 synchronises. Two computers writing it "
                                       "at once can damage it: move it elsewhere, and keep backups there instead.")
                                 .arg(cloud);
    auto connection = Connection::open(database.options);
    if (!connection)
        return std::unexpected(connection.error());
    database.connection = std::move(*connection);
    return database;
}

} // namespace

Done refuseWrites(Connection &connection, bool on) {
    return connection.run(connection.dialect().queryOnly(on));
}

Result<QStringList> checkPages(Connection &connection, bool quick) {
    QStringList findings;
    const QString question = connection.dialect().integrityCheck(quick);
    if (question.isEmpty())
        return findings;
    auto done = connection.forEach(question, {}, [&](const Row &row) { findings << row.text(0); });
    if (!done)
        return std::unexpected(done.error());
    findings.removeAll(u"ok"_s);
    return findings;
}

Result<KeyringDatabase> openKeyringDatabase(const QString &place, Access access) {
    auto database = isSharedStore(place) ? connectShared(place, access) : connectFile(place, access);
    if (!database)
        return database;
    if (auto done = isOurs(*database->connection, place); !done)
        return std::unexpected(done.error());
    if (auto done = fitFormat(*database, place); !done)
        return std::unexpected(done.error());
    if (auto done = pagesFit(*database); !done)
        return std::unexpected(done.error());
    if (database->writable) {
        if (auto done = setDurability(*database->connection); !done)
            return std::unexpected(done.error());
    }
    if (!isSharedStore(place))
        guardFilesBeside(place);
    return database;
}

Result<std::unique_ptr<Connection>> openBlankDatabase(const QString &path) {
    auto connection = Connection::open({.path = path});
    if (!connection)
        return connection;
    if (auto done = isSharedStore(path) ? isVacant(**connection) : Done(); !done)
        return std::unexpected(done.error());
    if (auto done = setDurability(**connection); !done)
        return std::unexpected(done.error());
    if (auto done = migrate(**connection, 0); !done)
        return std::unexpected(done.error());
    if (!path.isEmpty() && !isSharedStore(path))
        guardFilesBeside(path);
    return connection;
}

} // namespace keywright
