// The log in the file: append-only, and every change of it is found.
#include "core/crypto/digest.h"
#include "tests/support/keyring_fixture.h"

#include <QProcess>
#include <QStandardPaths>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestActivityChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstEntryIsChainedToTheKeyring();
    void everyChangedFieldIsFound_data();
    void everyChangedFieldIsFound();
    void removedEntryIsFound();
    void removedTailIsFoundByTheKnownHead();
    void foreignHeadIsMissing();
    void databaseRefusesUpdateAndDelete_data();
    void databaseRefusesUpdateAndDelete();
    void independentVerifierAgrees();

private:
    /// Five keys made, the third entry tampered with in the tests.
    static void fill(KeyringFixture &fixture) {
        for (int i = 0; i < 5; ++i)
            fixture.make(u"Übersicht %1"_s.arg(i));
    }
    /// As somebody who knows the file: triggers off, the change, triggers on again.
    static void tamper(KeyringFixture &fixture, const QString &sql) {
        if (onPostgresql()) {
            QCOMPARE(runSql(fixture.path(), u"ALTER TABLE activity DISABLE TRIGGER USER"_s), QString());
            QCOMPARE(runSql(fixture.path(), sql), QString());
            QCOMPARE(runSql(fixture.path(), u"ALTER TABLE activity ENABLE TRIGGER USER"_s), QString());
            return;
        }
        QMap<QString, QString> triggers;
        for (const auto &name : {u"activity_is_never_updated"_s, u"activity_is_never_deleted"_s})
            triggers[name] =
                sqlValue(fixture.path(), u"SELECT sql FROM sqlite_schema WHERE name = '%1'"_s.arg(name)).toString();
        for (const QString &name : triggers.keys())
            QCOMPARE(runSql(fixture.path(), u"DROP TRIGGER "_s + name), QString());
        QCOMPARE(runSql(fixture.path(), sql), QString());
        for (const QString &trigger : triggers)
            QCOMPARE(runSql(fixture.path(), trigger), QString());
    }
    static ChainReport report(KeyringFixture &fixture, std::optional<ChainHead> known = {}) {
        const auto result = await(fixture.keyring().checkActivity(known));
        return result ? *result : ChainReport{};
    }
};

void TestActivityChain::firstEntryIsChainedToTheKeyring() {
    KeyringFixture fixture(u"standard"_s);
    const auto log = await(fixture.keyring().activity(logSearch(), {}));
    QCOMPARE(log->entries.size(), 1);
    QCOMPARE(log->entries.first().prev, sha256(fixture.keyring().info().id.toUtf8()));
    QCOMPARE(log->entries.first().hash, entryHash(log->entries.first()));
}

void TestActivityChain::everyChangedFieldIsFound_data() {
    QTest::addColumn<QString>("change");
    for (const auto &text :
         {u"event"_s, u"actor"_s, u"auth_method"_s, u"key_id"_s, u"key_name"_s, u"key_preview"_s, u"address"_s})
        QTest::newRow(qPrintable(text)) << text + u" = "_s + text + u" || 'x'"_s;
    QTest::newRow("at") << u"at = at + 1"_s;
    QTest::newRow("detail") << u"detail = replace(detail, 'Übersicht', 'Uebersicht')"_s;
    QTest::newRow("detail, same meaning") << u"detail = ' ' || detail"_s;
    QTest::newRow("prev") << u"prev = hash"_s;
    QTest::newRow("hash") << u"hash = prev"_s;
}

void TestActivityChain::everyChangedFieldIsFound() {
    QFETCH(QString, change);
    KeyringFixture fixture(u"standard"_s);
    fill(fixture);
    QVERIFY(report(fixture).intact);
    tamper(fixture, u"UPDATE activity SET %1 WHERE seq = 3"_s.arg(change));
    const auto found = report(fixture);
    QVERIFY(!found.intact);
    QCOMPARE(found.firstBroken, 3);
    QVERIFY(found.message.contains(u'3'));
}

void TestActivityChain::removedEntryIsFound() {
    KeyringFixture fixture(u"standard"_s);
    fill(fixture);
    tamper(fixture, u"DELETE FROM activity WHERE seq = 3"_s);
    QCOMPARE(report(fixture).firstBroken, 4);
}

void TestActivityChain::removedTailIsFoundByTheKnownHead() {
    KeyringFixture fixture(u"standard"_s);
    fill(fixture);
    const ChainHead head = report(fixture).head;
    QCOMPARE(head.seq, 6);
    QVERIFY(report(fixture, head).intact);
    fixture.make(u"One more"_s);
    QVERIFY(report(fixture, head).intact);
    tamper(fixture, u"DELETE FROM activity WHERE seq >= 5"_s);
    QVERIFY(report(fixture).intact);
    const auto found = report(fixture, head);
    QVERIFY(!found.intact && found.knownHeadMissing);
}

void TestActivityChain::foreignHeadIsMissing() {
    KeyringFixture fixture(u"standard"_s);
    fill(fixture);
    QVERIFY(report(fixture, ChainHead{3, sha256("another")}).knownHeadMissing);
}

void TestActivityChain::databaseRefusesUpdateAndDelete_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("update") << u"UPDATE activity SET actor = 'x' WHERE seq = 2"_s;
    QTest::newRow("delete") << u"DELETE FROM activity WHERE seq = 2"_s;
    QTest::newRow("delete all") << u"DELETE FROM activity"_s;
    QTest::newRow("replace") << u"INSERT INTO activity SELECT * FROM activity WHERE seq = 2 ON CONFLICT (seq) DO "
                                u"UPDATE SET actor = 'x'"_s;
    if (onPostgresql())
        QTest::newRow("truncate") << u"TRUNCATE activity"_s;
    else
        QTest::newRow("sqlite's replace") << u"INSERT OR REPLACE INTO activity SELECT * FROM activity WHERE seq = 2"_s;
    QTest::newRow("gap") << u"INSERT INTO activity SELECT seq + 100, at, event, actor, auth_method, key_id, key_name, "
                            u"key_preview, address, detail, prev, hash FROM activity WHERE seq = 2"_s;
}

void TestActivityChain::databaseRefusesUpdateAndDelete() {
    QFETCH(QString, sql);
    KeyringFixture fixture(u"standard"_s);
    fill(fixture);
    QVERIFY(runSql(fixture.path(), sql).contains(u"append-only"_s));
    QVERIFY(report(fixture).intact);
}

void TestActivityChain::independentVerifierAgrees() {
    if (onPostgresql())
        QSKIP("it reads files");
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("no Python here");
    KeyringFixture fixture(u"standard"_s);
    fill(fixture);
    const auto issued = fixture.make(u"Quotes \" and 日本"_s);
    QVERIFY(await(fixture.keyring().rotate(issued.key.id, {}, {})));
    const auto mine = report(fixture);
    QProcess verifier;
    verifier.start(python, {QString::fromLatin1(VERIFY_CHAIN), fixture.path()});
    QVERIFY(verifier.waitForFinished());
    QCOMPARE(QString::fromLatin1(verifier.readAllStandardOutput()).trimmed(),
             u"%1 %2"_s.arg(mine.entries).arg(toHex(mine.head.hash)));
    tamper(fixture, u"UPDATE activity SET actor = 'x' WHERE seq = 4"_s);
    verifier.start(python, {QString::fromLatin1(VERIFY_CHAIN), fixture.path()});
    QVERIFY(verifier.waitForFinished());
    QCOMPARE(QString::fromLatin1(verifier.readAllStandardError()).trimmed(), u"broken at 4"_s);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestActivityChain)
#include "tst_activity_chain.moc"
