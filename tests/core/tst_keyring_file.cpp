// The file as a whole: made private, backed up, restored without reviving a dead key, checked; hostile files refused.
#include "core/crypto/token.h"
#include "tests/support/file_rights.h"
#include "tests/support/keyring_fixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestKeyringFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newFileIsPrivateAndNeverOverwritten();
    void backupIsPrivateAndComplete();
    void backupOntoItselfIsRefused();
    void restoreNeverRevivesADeadKey();
    void restoreBringsBackAndTakesAway();
    void restoreIsSeenByEveryReader();
    void endOfGraceHoldsThroughARestore();
    void backupOfAnotherKeyringIsRefused();
    void changedBackupIsRefused();
    void unreadableFileComesBackRevoked();
    void unreadableFileComesBackAliveWhenAsked();
    void soundFileChecksSound();
    void damageIsFound();
    void policyIsChangedAndLogged();
    void policyChangeNeedsAnAdmin();
    void hostileFileIsRefused_data();
    void hostileFileIsRefused();
    void newerFormatOpensForReadingAlone();
    void olderFormatStillChecksItsSchema();

private:
    static ApiKey keyOf(KeyringFixture &fixture, const KeyId &id) {
        const auto details = await(fixture.keyring().details(id));
        return details ? details->key : ApiKey{};
    }
    static bool chainHolds(KeyringFixture &fixture) { return await(fixture.keyring().checkActivity({}))->intact; }
    static QString backupPath(const KeyringFixture &fixture) { return fixture.path() + u".backup"_s; }
    static void damage(const QString &path) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(0));
        QVERIFY(file.write(QByteArray(4'096, 'x')) == 4'096);
    }
};

void TestKeyringFile::newFileIsPrivateAndNeverOverwritten() {
    QTemporaryDir folder;
    ManualClock clock;
    const NewKeyring made{
        .path = folder.filePath(u"a/b/my.keyring"_s), .name = u"Mine"_s, .policy = shippedPolicy(u"standard"_s)};
    VERIFY_RESULT(createKeyringFile(made, admin(), clock));
    QVERIFY(isForOwnerAlone(made.path));
    QVERIFY(isForOwnerAlone(folder.filePath(u"a"_s)));
    VERIFY_ERROR(createKeyringFile(made, admin(), clock), ErrorKind::Storage);
    LocalKeyring view(made.path, admin(), clock);
    VERIFY_RESULT(await(view.open()));
    VERIFY_RESULT(await(view.create(goodDraft(made.policy, u"Zapier"_s), {})));
    QVERIFY(isForOwnerAlone(made.path + u"-wal"_s));
}

void TestKeyringFile::backupIsPrivateAndComplete() {
    KeyringFixture fixture(u"standard"_s);
    fixture.make(u"Zapier"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    QVERIFY(isForOwnerAlone(backupPath(fixture)));
    VERIFY_ERROR(backupKeyring(fixture.path(), backupPath(fixture)), ErrorKind::Invalid);
    fixture.make(u"Second"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture), true));
    LocalKeyring copy(backupPath(fixture), admin(), fixture.clock());
    VERIFY_RESULT(await(copy.open()));
    QCOMPARE(await(copy.keys({}, 10))->keys, fixture.all());
    QVERIFY(await(copy.checkActivity({}))->intact);
    QCOMPARE(QDir(QFileInfo(fixture.path()).path()).entryList({u"*.tmp"_s}).size(), 0);
}

void TestKeyringFile::backupOntoItselfIsRefused() {
    KeyringFixture fixture(u"standard"_s);
    VERIFY_ERROR(backupKeyring(fixture.path(), fixture.path(), true), ErrorKind::Invalid);
    fixture.make(u"Zapier"_s);
}

void TestKeyringFile::restoreNeverRevivesADeadKey() {
    KeyringFixture fixture(u"standard"_s);
    const auto revoked = fixture.make(u"Revoked since"_s);
    const auto deleted = fixture.make(u"Deleted since"_s);
    const auto alive = fixture.make(u"Alive"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    fixture.clock().advance(Seconds(60));
    QVERIFY(await(fixture.keyring().revoke({revoked.key.id, deleted.key.id}, u"leaked"_s)));
    QVERIFY(await(fixture.keyring().erase({deleted.key.id}))->first().done);
    const auto plan = planRestore(fixture.path(), backupPath(fixture), fixture.clock());
    VERIFY_RESULT(plan);
    QCOMPARE(plan->keysInBackup, 3);
    QCOMPARE(plan->staysRevoked, 2);
    QCOMPARE(plan->goAway, 0);
    VERIFY_RESULT(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()));
    const auto now = keyOf(fixture, revoked.key.id);
    QCOMPARE(now.revokedAt, fixture.clock().now());
    QCOMPARE(now.revokeReason, u"leaked"_s);
    VERIFY_ERROR(await(fixture.keyring().details(deleted.key.id)), ErrorKind::NotFound);
    QVERIFY(await(fixture.keyring().identify({tokenDigest(deleted.token->view())}))->isEmpty());
    QVERIFY(isActive(keyOf(fixture, alive.key.id), fixture.clock().now()));
    QVERIFY(chainHolds(fixture));
}

void TestKeyringFile::restoreBringsBackAndTakesAway() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    const auto lost = fixture.make(u"Lost"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    const auto head = await(fixture.keyring().checkActivity({}))->head;
    VERIFY_RESULT(await(fixture.keyring().edit(issued.key.id, issued.key.revision, renaming(u"Renamed"_s))));
    const auto later = fixture.make(u"Made later"_s);
    QCOMPARE(runSql(fixture.path(), u"DELETE FROM keys WHERE id = '%1'"_s.arg(lost.key.id.value)), QString());
    const auto plan = planRestore(fixture.path(), backupPath(fixture), fixture.clock());
    VERIFY_RESULT(plan);
    QCOMPARE(plan->comeBack, 1);
    QCOMPARE(plan->changeBack, 1);
    QCOMPARE(plan->goAway, 1);
    QCOMPARE(plan->backupAt, fixture.clock().now());
    QVERIFY(!plan->message.isEmpty());
    VERIFY_RESULT(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()));
    QCOMPARE(keyOf(fixture, issued.key.id).name, u"Zapier"_s);
    QVERIFY(keyOf(fixture, issued.key.id).revision.value > issued.key.revision.value + 1);
    QCOMPARE(await(fixture.keyring().identify({tokenDigest(lost.token->view())}))->size(), 1);
    VERIFY_ERROR(await(fixture.keyring().details(later.key.id)), ErrorKind::NotFound);
    const auto log = await(fixture.keyring().activity(logSearch(), {}));
    QCOMPARE(log->entries.first().event, u"Keyring Restored"_s);
    QVERIFY(await(fixture.keyring().checkActivity(head))->intact);
}

void TestKeyringFile::restoreIsSeenByEveryReader() {
    KeyringFixture fixture(u"standard"_s);
    fixture.make(u"Zapier"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    const FeedSeq before = fixture.keyring().info().feed;
    QTest::qWait(300);
    QSignalSpy told(&fixture.keyring(), &Keyring::changed);
    VERIFY_RESULT(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()));
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 2'000);
    QVERIFY(told.last().first().value<Delta>().reload);
    QVERIFY(await(fixture.keyring().changes(before))->reload);
    QVERIFY(!await(fixture.keyring().changes(told.last().first().value<Delta>().next))->reload);
}

void TestKeyringFile::endOfGraceHoldsThroughARestore() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const auto issued = fixture.make(u"agent"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    QVERIFY(await(fixture.keyring().rotate(issued.key.id, {.graceDays = 2, .revokeOld = {}, .expiry = {}}, {})));
    const Instant end = fixture.clock().now() + Days(2);
    VERIFY_RESULT(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()));
    QCOMPARE(keyOf(fixture, issued.key.id).autoRevokeAt, end);
    fixture.clock().advance(Days(3));
    QCOMPARE(keyOf(fixture, issued.key.id).revokedAt, end);
}

void TestKeyringFile::backupOfAnotherKeyringIsRefused() {
    KeyringFixture fixture(u"standard"_s);
    KeyringFixture other(u"standard"_s);
    VERIFY_RESULT(backupKeyring(other.path(), backupPath(fixture)));
    VERIFY_ERROR(planRestore(fixture.path(), backupPath(fixture), fixture.clock()), ErrorKind::Refused);
    VERIFY_ERROR(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()), ErrorKind::Refused);
}

void TestKeyringFile::changedBackupIsRefused() {
    KeyringFixture fixture(u"standard"_s);
    fixture.make(u"Zapier"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    const QString trigger =
        sqlValue(backupPath(fixture), u"SELECT sql FROM sqlite_schema WHERE name = 'activity_is_never_updated'"_s)
            .toString();
    QCOMPARE(runSql(backupPath(fixture), u"DROP TRIGGER activity_is_never_updated"_s), QString());
    QCOMPARE(runSql(backupPath(fixture), u"UPDATE activity SET actor = 'x' WHERE seq = 2"_s), QString());
    VERIFY_ERROR(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()), ErrorKind::Storage);
    QCOMPARE(runSql(backupPath(fixture), trigger), QString());
    VERIFY_ERROR(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()), ErrorKind::Storage);
}

void TestKeyringFile::unreadableFileComesBackRevoked() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    fixture.close();
    damage(fixture.path());
    const auto plan = planRestore(fixture.path(), backupPath(fixture), fixture.clock());
    VERIFY_RESULT(plan);
    QVERIFY(!plan->currentReadable);
    VERIFY_RESULT(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock()));
    QVERIFY(isForOwnerAlone(fixture.path()));
    VERIFY_RESULT(fixture.reopen());
    const auto key = keyOf(fixture, issued.key.id);
    QVERIFY(key.revokedAt.has_value());
    QCOMPARE(key.revokeReason, u"restored"_s);
    QVERIFY(chainHolds(fixture));
    QCOMPARE(QDir(QFileInfo(fixture.path()).path()).entryList({u"*.damaged-*"_s}).size(), 1);
}

void TestKeyringFile::unreadableFileComesBackAliveWhenAsked() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    VERIFY_RESULT(backupKeyring(fixture.path(), backupPath(fixture)));
    fixture.close();
    QVERIFY(QFile::remove(fixture.path()));
    VERIFY_RESULT(restoreKeyring(fixture.path(), backupPath(fixture), admin(), fixture.clock(), true));
    VERIFY_RESULT(fixture.reopen());
    QVERIFY(isActive(keyOf(fixture, issued.key.id), fixture.clock().now()));
}

void TestKeyringFile::soundFileChecksSound() {
    KeyringFixture fixture(u"remy"_s);
    fixture.make(u"Mac sync script"_s);
    const auto report = checkKeyring(fixture.path());
    VERIFY_RESULT(report);
    QVERIFY2(report->sound, qPrintable(report->findings.join(u'\n')));
    QCOMPARE(report->chain.entries, 2);
    VERIFY_ERROR(checkKeyring(fixture.path() + u".none"_s), ErrorKind::NotFound);
}

void TestKeyringFile::damageIsFound() {
    KeyringFixture fixture(u"remy"_s);
    fixture.make(u"Mac sync script"_s);
    fixture.close();
    damage(fixture.path());
    const auto report = checkKeyring(fixture.path());
    VERIFY_RESULT(report);
    QVERIFY(!report->sound);
    QVERIFY(!report->findings.isEmpty());
}

void TestKeyringFile::policyIsChangedAndLogged() {
    KeyringFixture fixture(u"remy"_s);
    fixture.make(u"Mac sync script"_s);
    VERIFY_RESULT(changePolicy(fixture.path(), shippedPolicy(u"standard"_s), admin(), fixture.clock()));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.keyring().info().policy->id, u"standard"_s, 2'000);
    const auto log = await(fixture.keyring().activity(logSearch(u"event:policy"_s), {}));
    QCOMPARE(log->entries.first().detail.value(u"policy"_s).toObject().value(u"after"_s).toString(), u"standard"_s);
}

void TestKeyringFile::policyChangeNeedsAnAdmin() {
    KeyringFixture fixture(u"remy"_s);
    Caller developer = admin(u"dev"_s);
    developer.role = Role::Developer;
    VERIFY_ERROR(changePolicy(fixture.path(), shippedPolicy(u"standard"_s), developer, fixture.clock()),
                 ErrorKind::Refused);
    VERIFY_ERROR(setDeveloperApi(fixture.path(), true, developer, fixture.clock()), ErrorKind::Refused);
}

void TestKeyringFile::hostileFileIsRefused_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("named");
    const auto bySql = [](const char *name, const QString &sql, const QString &named) {
        QTest::newRow(name) << sql << QByteArray() << named;
    };
    bySql("application id", u"PRAGMA application_id = 1"_s, {});
    bySql("extra trigger", u"CREATE TRIGGER evil AFTER INSERT ON keys BEGIN DELETE FROM tombstone; END"_s, u"evil"_s);
    bySql("extra view", u"CREATE VIEW peek AS SELECT digest FROM keys"_s, u"peek"_s);
    bySql("extra table", u"CREATE TABLE stash (a)"_s, u"stash"_s);
    bySql("missing trigger", u"DROP TRIGGER activity_is_never_deleted"_s, u"activity_is_never_deleted"_s);
    bySql("missing index", u"DROP INDEX keys_by_change"_s, u"keys_by_change"_s);
    bySql("changed policy", u"UPDATE meta SET policy_json = CAST('{}' AS BLOB)"_s, {});
    bySql("no meta", u"DELETE FROM meta"_s, {});
    QTest::newRow("random bytes") << QString() << QByteArray(100'000, '\x5a') << QString();
    QTest::newRow("text") << QString() << QByteArray("This is no keyring.\n") << QString();
    QTest::newRow("empty") << QString() << QByteArray("") << QString();
    QTest::newRow("truncated") << QString() << QByteArray("TRUNCATE") << QString();
    QTest::newRow("corrupt pages") << QString() << QByteArray("PAGES") << QString();
}

void TestKeyringFile::hostileFileIsRefused() {
    QFETCH(QString, sql);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, named);
    KeyringFixture fixture(u"standard"_s);
    VERIFY_RESULT(fillKeyring(fixture.path(), {.keys = 500}, fixture.clock().now()));
    fixture.close();
    QFile file(fixture.path());
    if (!sql.isEmpty()) {
        QCOMPARE(runSql(fixture.path(), sql), QString());
    } else if (bytes == "TRUNCATE") {
        QVERIFY(file.resize(file.size() / 2 - 100));
    } else if (bytes == "PAGES") {
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(8'192));
        QVERIFY(file.write(QByteArray(40'960, '\x37')) > 0);
        file.close();
    } else {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
    }
    const auto opened = fixture.reopen();
    VERIFY_ERROR(opened, ErrorKind::Storage);
    QVERIFY2(opened.error().message.contains(QDir::toNativeSeparators(fixture.path())),
             qPrintable(opened.error().message));
    if (!named.isEmpty())
        QVERIFY2(opened.error().message.contains(named), qPrintable(opened.error().message));
    VERIFY_ERROR(await(fixture.keyring().keys({}, 10)), ErrorKind::Storage);
}

void TestKeyringFile::newerFormatOpensForReadingAlone() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    fixture.close();
    QCOMPARE(runSql(fixture.path(), u"ALTER TABLE keys ADD COLUMN colour TEXT"_s), QString());
    QCOMPARE(runSql(fixture.path(), u"PRAGMA user_version = 99"_s), QString());
    const auto opened = fixture.reopen();
    VERIFY_RESULT(opened);
    QVERIFY(!opened->writable);
    QVERIFY(opened->readOnlyReason.contains(u"99"_s));
    QVERIFY(keyOf(fixture, issued.key.id) == issued.key);
    const auto refused = await(fixture.keyring().create(goodDraft(fixture.policy(), u"X"_s), {}));
    VERIFY_ERROR(refused, ErrorKind::Refused);
    QCOMPARE(refused.error().message, opened->readOnlyReason);
    fixture.close();
    QCOMPARE(runSql(fixture.path(), u"ALTER TABLE keys RENAME COLUMN scopes TO rights"_s), QString());
    VERIFY_ERROR(fixture.reopen(), ErrorKind::Storage);
}

void TestKeyringFile::olderFormatStillChecksItsSchema() {
    KeyringFixture fixture(u"standard"_s);
    fixture.close();
    // A file that says it has no format yet, but holds tables: its migrations must not run over them.
    QCOMPARE(runSql(fixture.path(), u"PRAGMA user_version = 0"_s), QString());
    VERIFY_ERROR(fixture.reopen(), ErrorKind::Storage);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestKeyringFile)
#include "tst_keyring_file.moc"
