// Where tests keep their keyrings: in files, or under with_postgresql.sh each in a database of its own.
#pragma once

#include <QSqlDatabase>
#include <QTemporaryDir>

namespace keywright::test {

/// Whether this run keeps its keyrings in PostgreSQL.
bool onPostgresql();

/// Whether a file can be renamed while a program has it open. Windows does not let anybody do that.
#ifdef Q_OS_WIN
inline constexpr bool openFilesMove = false;
#else
inline constexpr bool openFilesMove = true;
#endif

/// A place for a keyring, gone with it.
class TestStore {
public:
    TestStore();
    ~TestStore();
    TestStore(const TestStore &) = delete;
    TestStore &operator=(const TestStore &) = delete;

    const QString &place() const { return place_; }

private:
    QTemporaryDir folder_;
    QString place_;
};

/// Takes the keyring's place away from every program, until it is gone. A file: where openFilesMove alone.
class StoreOutage {
public:
    explicit StoreOutage(QString place);
    ~StoreOutage();
    StoreOutage(const StoreOutage &) = delete;
    StoreOutage &operator=(const StoreOutage &) = delete;

private:
    QString place_;
};

/// Whether these bytes stand anywhere in what the database holds.
bool isStored(const QString &place, const QByteArray &bytes);

/// A connection of the test's own to a keyring's place, gone with it.
class StoreTool {
public:
    explicit StoreTool(const QString &place);
    ~StoreTool();
    StoreTool(const StoreTool &) = delete;
    StoreTool &operator=(const StoreTool &) = delete;
    QSqlDatabase database() const { return QSqlDatabase::database(name_); }

private:
    QString name_;
};

} // namespace keywright::test
