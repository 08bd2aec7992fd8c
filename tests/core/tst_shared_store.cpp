// A keyring in PostgreSQL: what is its own there. Everything else is tested by the same tests as a file's.
#include "core/crypto/token.h"
#include "core/store/keyring_database.h"
#include "core/store/schema.h"
#include "core/store/store_place.h"
#include "tests/support/keyring_fixture.h"

#include <QDir>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestSharedStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addressIsReadAsLibpqReadsIt();
    void noPasswordIsShown();
    void secondKeyringInADatabaseIsRefused();
    void databaseOfOthersIsRefused();
    void missingKeyringIsTold();
    void unreachableDatabaseIsTold();
    void filesAreNeitherBackedUpNorRestored();
    void checkFindsAChainThatWasChanged();
    void switchedOffTriggerIsFound();
    void failedTransactionIsNeverTakenForACommit();
    void rowsAreStillThereWhenAnotherStatementRuns();
    void anErrorTellsNoRow();
    void closedConnectionsAreOpenedAgain();
    void manyWritersMakeOneChain();
};

void TestSharedStore::initTestCase() {
    if (!onPostgresql())
        QSKIP("run by with_postgresql.sh");
}

void TestSharedStore::addressIsReadAsLibpqReadsIt() {
    const auto address = parsePostgresqlAddress(
        u"postgresql://al%40ice:s%3Ae%2Fcret@db.example:6432/team%20keys?sslmode=verify-full&passfile=/a'b"_s);
    VERIFY_RESULT(address);
    QCOMPARE(address->host, u"db.example"_s);
    QCOMPARE(address->port, 6432);
    QCOMPARE(address->user, u"al@ice"_s);
    QCOMPARE(address->password, u"s:e/cret"_s);
    QCOMPARE(address->database, u"team keys"_s);
    QVERIFY(address->options.contains(u"sslmode='verify-full'"_s));
    QVERIFY(address->options.contains(u"passfile='/a\\'b'"_s));
    QVERIFY(address->options.contains(u"connect_timeout='5'"_s));
    QVERIFY(!parsePostgresqlAddress(u"postgresql://host:nonsense/x"_s));
    QVERIFY(!parsePostgresqlAddress(u"postgresql://host/x?sslmode=a;b"_s));
}

void TestSharedStore::noPasswordIsShown() {
    for (const auto &place : {u"postgresql://ann:secret@db/team"_s, u"postgres://ann@db/team?password=secret"_s,
                              u"postgresql://ann:sec%zzret@db/team?x=secret"_s}) {
        QVERIFY(holdsPassword(place));
        QVERIFY2(!shownPlace(place).contains(u"secret"_s), qPrintable(shownPlace(place)));
        QVERIFY(!shownPlace(place).contains(u"ret@"_s));
    }
    QVERIFY(!holdsPassword(u"postgresql://ann@db/team?sslmode=require"_s));
    QVERIFY(!holdsPassword(u"/home/ann/team:secret@x.keyring"_s));
}

void TestSharedStore::secondKeyringInADatabaseIsRefused() {
    KeyringFixture fixture(u"standard"_s);
    const auto again = createKeyringFile({.path = fixture.path(), .name = u"Again"_s, .policy = fixture.policy()},
                                         admin(), fixture.clock());
    VERIFY_ERROR(again, ErrorKind::Invalid);
    QVERIFY(again.error().message.contains(u"already"_s));
}

void TestSharedStore::databaseOfOthersIsRefused() {
    const TestStore store;
    const ManualClock clock;
    QCOMPARE(runSql(store.place(), u"CREATE TABLE orders (id integer)"_s), QString());
    const auto made = createKeyringFile(
        {.path = store.place(), .name = u"Team"_s, .policy = shippedPolicy(u"standard"_s)}, admin(), clock);
    VERIFY_ERROR(made, ErrorKind::Invalid);
    QCOMPARE(sqlValue(store.place(), u"SELECT count(*) FROM pg_class WHERE relname = 'keys'"_s).toInt(), 0);
}

void TestSharedStore::missingKeyringIsTold() {
    const TestStore store;
    const auto opened = openKeyringDatabase(store.place());
    VERIFY_ERROR(opened, ErrorKind::NotFound);
}

void TestSharedStore::unreachableDatabaseIsTold() {
    const auto opened = openKeyringDatabase(u"postgresql://ann:hush@/team?host=/nowhere"_s);
    VERIFY_ERROR(opened, ErrorKind::Storage);
    QVERIFY2(opened.error().message.contains(u"can't be reached"_s), qPrintable(opened.error().message));
    QVERIFY(!opened.error().message.contains(u"hush"_s));
    QVERIFY(!opened.error().technical.contains(u"hush"_s));
}

void TestSharedStore::filesAreNeitherBackedUpNorRestored() {
    KeyringFixture fixture(u"standard"_s);
    const QString target = QDir::tempPath() + u"/never.keyring"_s;
    VERIFY_ERROR(backupKeyring(fixture.path(), target), ErrorKind::Refused);
    VERIFY_ERROR(planRestore(fixture.path(), target, fixture.clock()), ErrorKind::Refused);
    VERIFY_ERROR(restoreKeyring(fixture.path(), target, admin(), fixture.clock()), ErrorKind::Refused);
}

void TestSharedStore::checkFindsAChainThatWasChanged() {
    KeyringFixture fixture(u"standard"_s);
    fixture.make(u"Zapier"_s);
    QVERIFY(checkKeyring(fixture.path())->sound);
    QCOMPARE(runSql(fixture.path(), u"ALTER TABLE activity DISABLE TRIGGER USER"_s), QString());
    QCOMPARE(runSql(fixture.path(), u"UPDATE activity SET actor = 'x' WHERE seq = 2"_s), QString());
    QCOMPARE(runSql(fixture.path(), u"ALTER TABLE activity ENABLE TRIGGER USER"_s), QString());
    const auto report = checkKeyring(fixture.path());
    QVERIFY(!report->sound);
    QCOMPARE(report->chain.firstBroken, 2);
}

void TestSharedStore::switchedOffTriggerIsFound() {
    KeyringFixture fixture(u"standard"_s);
    QCOMPARE(runSql(fixture.path(), u"ALTER TABLE activity DISABLE TRIGGER activity_is_never_updated"_s), QString());
    const auto report = checkKeyring(fixture.path());
    QVERIFY(!report->sound);
    QVERIFY(report->findings.join(u' ').contains(u"activity_is_never_updated"_s));
    QVERIFY(!openKeyringDatabase(fixture.path()));
}

void TestSharedStore::failedTransactionIsNeverTakenForACommit() {
    KeyringFixture fixture(u"standard"_s);
    const auto connection = Connection::open({.path = fixture.path()});
    VERIFY_RESULT(connection);
    VERIFY_RESULT((*connection)->run(u"BEGIN"_s));
    VERIFY_RESULT((*connection)->run(u"UPDATE meta SET name = ?"_s, {u"Changed"_s}));
    QVERIFY(!(*connection)->run(u"UPDATE meta SET feed_seq = NULL"_s));
    QVERIFY(!(*connection)->run(u"COMMIT"_s));
    VERIFY_RESULT((*connection)->run(u"ROLLBACK"_s));
    QCOMPARE(sqlValue(fixture.path(), u"SELECT name FROM meta"_s).toString(), u"Test"_s);
    VERIFY_RESULT((*connection)->number(u"SELECT 1"_s));
}

void TestSharedStore::rowsAreStillThereWhenAnotherStatementRuns() {
    KeyringFixture fixture(u"standard"_s);
    const auto connection = Connection::open({.path = fixture.path()});
    VERIFY_RESULT(connection);
    QList<qint64> rows;
    const auto done = (*connection)->forEach(u"SELECT i FROM generate_series(1, 5) AS i"_s, {}, [&](const Row &row) {
        const auto twice = (*connection)->number(u"SELECT ?::bigint * 2"_s, {row.integer(0)});
        rows << row.integer(0) << twice.value_or(0);
    });
    VERIFY_RESULT(done);
    QCOMPARE(rows, QList<qint64>({1, 2, 2, 4, 3, 6, 4, 8, 5, 10}));
}

void TestSharedStore::anErrorTellsNoRow() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    const auto connection = Connection::open({.path = fixture.path()});
    VERIFY_RESULT(connection);
    const QByteArray digest = tokenDigest(issued.token->view()).toByteArray();
    const auto done = (*connection)
                          ->run(u"INSERT INTO keys (id, digest, name, first_chars, last_chars, scopes, owner, kind, "
                                "created_at, created_by, revision, change_seq) VALUES (?, ?, '', '', '', '', '', 0, 0, "
                                "'', 1, 1)"_s,
                                {u"another"_s, digest});
    VERIFY_ERROR(done, ErrorKind::Storage);
    QVERIFY(done.error().technical.contains(u"23505"_s));
    for (const QString &text : {done.error().technical, done.error().message})
        QVERIFY2(!text.contains(QString::fromLatin1(digest.toHex())), qPrintable(text));
}

void TestSharedStore::closedConnectionsAreOpenedAgain() {
    KeyringFixture fixture(u"standard"_s);
    fixture.make(u"Before"_s);
    {
        const StoreOutage outage(fixture.path());
    }
    QList<Delta> told;
    connect(&fixture.keyring(), &Keyring::changed, this, [&](const Delta &delta) { told << delta; });
    bool made = false;
    const auto make = [&] {
        made = made || await(fixture.keyring().create(goodDraft(fixture.policy(), u"After"_s), {})).has_value();
        return made;
    };
    QTRY_VERIFY(make());
    QCOMPARE(fixture.all().size(), 2);
    // The feed goes on where it stood, whoever writes.
    const auto other = fixture.another();
    VERIFY_RESULT(await(other->create(goodDraft(fixture.policy(), u"Of another"_s), {})));
    const auto heard = [&](const QString &name) {
        return std::ranges::any_of(told, [&](const Delta &delta) {
            return std::ranges::any_of(delta.upserts, [&](const ApiKey &key) { return key.name == name; });
        });
    };
    QTRY_VERIFY(heard(u"After"_s) && heard(u"Of another"_s));
}

void TestSharedStore::manyWritersMakeOneChain() {
    constexpr int writers = 4, each = 25;
    KeyringFixture fixture(u"standard"_s);
    std::vector<std::unique_ptr<LocalKeyring>> views;
    QList<Reply<Issued>> replies;
    for (int i = 0; i < writers; ++i)
        views.push_back(fixture.another(admin(u"writer %1"_s.arg(i))));
    for (int n = 0; n < each; ++n) {
        for (const auto &view : views)
            replies << view->create(goodDraft(fixture.policy(), u"Key %1"_s.arg(n)), {});
    }
    for (const auto &reply : replies)
        VERIFY_RESULT(await(reply));
    QCOMPARE(fixture.all().size(), writers * each);
    const auto report = checkKeyring(fixture.path());
    QVERIFY2(report->sound, qPrintable(report->findings.join(u'\n')));
    QCOMPARE(report->chain.entries, writers * each + 1);
    QCOMPARE(sqlValue(fixture.path(), u"SELECT count(DISTINCT change_seq) FROM keys"_s).toInt(), writers * each);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestSharedStore)
#include "tst_shared_store.moc"
