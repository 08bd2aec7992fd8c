#include "tests/support/test_store.h"

#include "core/store/store_place.h"

#include <QFile>
#include <QProcess>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

QString testServer() {
    return qEnvironmentVariable("KEYWRIGHT_TEST_STORE");
}

QString databaseOf(const QString &place) {
    return QUrl(place).path().mid(1);
}

void onServer(const QString &sql) {
    const StoreTool tool(testServer());
    QSqlQuery query(tool.database());
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

QSqlDatabase shared(const QString &place, const QString &name) {
    const auto address = parsePostgresqlAddress(place);
    if (!address)
        qFatal("%s", qPrintable(address.error().message));
    auto database = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
    database.setHostName(address->host);
    database.setUserName(address->user);
    database.setDatabaseName(address->database);
    database.setConnectOptions(address->options);
    return database;
}

QSqlDatabase file(const QString &place, const QString &name) {
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    database.setDatabaseName(place);
    return database;
}

} // namespace

bool onPostgresql() {
    return !testServer().isEmpty();
}

TestStore::TestStore() : place_(folder_.filePath(u"test.keyring"_s)) {
    if (!onPostgresql())
        return;
    const QString name = u"test_"_s + QUuid::createUuid().toString(QUuid::Id128);
    onServer(u"CREATE DATABASE "_s + name);
    QUrl url(testServer());
    url.setPath(u'/' + name);
    place_ = url.toString(QUrl::FullyEncoded);
}

TestStore::~TestStore() {
    if (onPostgresql())
        onServer(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(databaseOf(place_)));
}

namespace {

QByteArray contentOf(const QString &place) {
    if (isSharedStore(place)) {
        QProcess dump;
        dump.start(u"pg_dump"_s, {u"--inserts"_s, place});
        if (!dump.waitForFinished() || dump.exitCode() != 0)
            qFatal("pg_dump: %s", dump.readAllStandardError().constData());
        return dump.readAllStandardOutput();
    }
    QByteArray content;
    for (const auto &suffix : {u""_s, u"-wal"_s}) {
        QFile file(place + suffix);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", qPrintable(file.fileName()));
        content += file.readAll();
    }
    return content;
}

} // namespace

StoreOutage::StoreOutage(QString place) : place_(std::move(place)) {
    if (!isSharedStore(place_)) {
        if (!QFile::rename(place_, place_ + u".aside"_s))
            qFatal("%s can't be renamed", qPrintable(place_));
        return;
    }
    const QString name = databaseOf(place_);
    onServer(u"ALTER DATABASE %1 ALLOW_CONNECTIONS false"_s.arg(name));
    onServer(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(name));
}

StoreOutage::~StoreOutage() {
    if (isSharedStore(place_))
        onServer(u"ALTER DATABASE %1 ALLOW_CONNECTIONS true"_s.arg(databaseOf(place_)));
    else if (!QFile::rename(place_ + u".aside"_s, place_))
        qFatal("%s can't be renamed", qPrintable(place_));
}

bool isStored(const QString &place, const QByteArray &bytes) {
    const QByteArray content = contentOf(place);
    if (content.isEmpty())
        qFatal("%s is empty", qPrintable(place));
    return content.contains(bytes) || content.contains(bytes.toHex());
}

StoreTool::StoreTool(const QString &place) : name_(QUuid::createUuid().toString()) {
    auto database = isSharedStore(place) ? shared(place, name_) : file(place, name_);
    if (!database.open())
        qFatal("%s", qPrintable(database.lastError().text()));
}

StoreTool::~StoreTool() {
    QSqlDatabase::removeDatabase(name_);
}

} // namespace keywright::test
