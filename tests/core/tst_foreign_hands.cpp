// Files that another program keeps locked, or that can't be written: said clearly, read all the same, nothing half
// done.
#include "tests/support/foreign_lock.h"
#include "tests/support/keyring_fixture.h"
#include "tests/support/write_protection.h"

#include <QElapsedTimer>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestForeignHands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lockHeldForHalfAMinuteIsSaidAndOver();
    void changesThatPiledUpAreMadeTogetherAndToldApart();
    void closingDoesNotWaitForAnothersLock();
    void writeProtectedIsReadAndNotChanged_data();
    void writeProtectedIsReadAndNotChanged();
    void writeProtectedCanBeCheckedAndBackedUp();

private:
    static qint64 entries(KeyringFixture &fixture) {
        return sqlValue(fixture.path(), u"SELECT count(*) FROM activity"_s).toLongLong();
    }
    static void isSound(KeyringFixture &fixture) {
        const auto report = checkKeyring(fixture.path());
        VERIFY_RESULT(report);
        QVERIFY2(report->sound, qPrintable(report->findings.join(u'\n')));
    }
};

void TestForeignHands::lockHeldForHalfAMinuteIsSaidAndOver() {
    KeyringFixture fixture(u"standard"_s);
    const auto first = fixture.make(u"First"_s);
    const qint64 before = entries(fixture);
    ForeignLock lock;
    QVERIFY(lock.hold(fixture.path()));
    QElapsedTimer held;
    held.start();
    int refusals = 0;
    while (held.elapsed() < 22'000) {
        auto creation = fixture.keyring().create(goodDraft(fixture.policy(), u"Blocked"_s), {});
        VERIFY_RESULT(await(fixture.keyring().keys({}, 10))); // reading goes on
        const auto refused = await(creation, 40'000);
        VERIFY_ERROR(refused, ErrorKind::Storage);
        const QString said = refused.error().message;
        QVERIFY2(said.contains(u"Another program"_s) && said.contains(fixture.path()) && said.contains(u"try again"_s),
                 qPrintable(said));
        ++refusals;
    }
    QVERIFY(refusals >= 2);
    QVERIFY(lock.isHeld());
    QCOMPARE(entries(fixture), before); // nothing half done
    // One that still waits when the lock goes is done, and so is what is tried again.
    auto waiting = fixture.keyring().create(goodDraft(fixture.policy(), u"Waiting"_s), {});
    QTest::qWait(int(30'000 - held.elapsed()));
    QVERIFY(!waiting.isFinished());
    QVERIFY(lock.release());
    VERIFY_RESULT(await(waiting));
    VERIFY_RESULT(await(fixture.keyring().create(goodDraft(fixture.policy(), u"Blocked"_s), {})));
    QCOMPARE(fixture.all().size(), 3);
    QCOMPARE(entries(fixture), before + 2);
    isSound(fixture);
}

void TestForeignHands::changesThatPiledUpAreMadeTogetherAndToldApart() {
    KeyringFixture fixture(u"standard"_s);
    const auto first = fixture.make(u"First"_s);
    const qint64 before = entries(fixture);
    ForeignLock lock;
    QVERIFY(lock.hold(fixture.path()));
    QList<Reply<Issued>> good, bad;
    for (int i = 0; i < 40; ++i) {
        good << fixture.keyring().create(goodDraft(fixture.policy(), u"Key %1"_s.arg(i)), {});
        bad << fixture.keyring().create({}, {});
    }
    auto revocation = fixture.keyring().revoke({first.key.id}, u"left"_s);
    auto again = fixture.keyring().revoke({first.key.id}, u"left"_s);
    QVERIFY(lock.release());
    QSet<QString> ids;
    for (auto &reply : good) {
        const auto made = await(reply);
        VERIFY_RESULT(made);
        ids << made->key.id.value;
    }
    QCOMPARE(ids.size(), 40);
    for (auto &reply : bad)
        VERIFY_ERROR(await(reply), ErrorKind::Invalid);
    VERIFY_RESULT(await(revocation));
    QVERIFY(revocation.result()->first().done);
    VERIFY_RESULT(await(again));
    QCOMPARE(entries(fixture), before + 41); // a second revocation of the same key says nothing new
    isSound(fixture);
}

void TestForeignHands::closingDoesNotWaitForAnothersLock() {
    KeyringFixture fixture(u"standard"_s);
    const qint64 before = entries(fixture);
    ForeignLock lock;
    QVERIFY(lock.hold(fixture.path()));
    auto creation = fixture.keyring().create(goodDraft(fixture.policy(), u"Blocked"_s), {});
    QElapsedTimer closing;
    closing.start();
    fixture.close();
    QVERIFY2(closing.elapsed() < 5'000, qPrintable(QString::number(closing.elapsed()))); // the wait for a lock is 10 s
    VERIFY_ERROR(await(creation), ErrorKind::Storage);
    QVERIFY(lock.release());
    QCOMPARE(entries(fixture), before);
}

void TestForeignHands::writeProtectedIsReadAndNotChanged_data() {
    QTest::addColumn<bool>("folder");
    QTest::addColumn<bool>("openElsewhere");
    QTest::newRow("file") << false << false;
    QTest::newRow("folder") << true << false;
    QTest::newRow("file that another program works on") << false << true;
    QTest::newRow("folder that another program works on") << true << true;
}

void TestForeignHands::writeProtectedIsReadAndNotChanged() {
    QFETCH(const bool, folder);
    QFETCH(const bool, openElsewhere);
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"First"_s);
    fixture.close();
    // As one shares it: what the other program puts beside the file gets the file's mode.
    QFile::setPermissions(fixture.path(), QFileDevice::Permissions(0x6644));
    std::unique_ptr<LocalKeyring> other;
    if (openElsewhere) {
        other = fixture.another();
        VERIFY_RESULT(await(other->create(goodDraft(fixture.policy(), u"Second"_s), {})));
    }
    {
        const WriteProtection protection(fixture.path(),
                                         folder ? WriteProtection::Of::Folder : WriteProtection::Of::File);
        QVERIFY(protection.bites());
        const auto opened = fixture.reopen();
        VERIFY_RESULT(opened);
        QVERIFY(!opened->writable);
        QVERIFY2(opened->readOnlyReason.contains(fixture.path()), qPrintable(opened->readOnlyReason));
        QCOMPARE(fixture.all().size(), openElsewhere ? 2 : 1);
        const auto revoked = await(fixture.keyring().revoke({issued.key.id}, u"left"_s));
        VERIFY_RESULT(revoked);
        QVERIFY(!revoked->first().done);
        QCOMPARE(revoked->first().error.message, opened->readOnlyReason);
        const auto made = await(fixture.keyring().create(goodDraft(fixture.policy(), u"Third"_s), {}));
        VERIFY_ERROR(made, ErrorKind::Refused);
        QCOMPARE(made.error().message, opened->readOnlyReason);
        const auto chain = await(fixture.keyring().checkActivity({}));
        VERIFY_RESULT(chain);
        QVERIFY(chain->intact);
        fixture.close();
    }
    VERIFY_RESULT(fixture.reopen());
    QVERIFY(!fixture.all().first().revokedAt);
    isSound(fixture);
}

void TestForeignHands::writeProtectedCanBeCheckedAndBackedUp() {
    KeyringFixture fixture(u"standard"_s);
    fixture.make(u"First"_s);
    fixture.close();
    QTemporaryDir elsewhere;
    QFile::setPermissions(elsewhere.path(), QFileDevice::Permissions(0x7777));
    const QString copy = elsewhere.filePath(u"copy.keyring"_s);
    {
        const WriteProtection protection(fixture.path(), WriteProtection::Of::Folder);
        QVERIFY(protection.bites());
        isSound(fixture);
        VERIFY_RESULT(backupKeyring(fixture.path(), copy, false));
        const auto flag = setDeveloperApi(fixture.path(), true, admin(), fixture.clock());
        VERIFY_ERROR(flag, ErrorKind::Refused);
    }
    const auto report = checkKeyring(copy);
    VERIFY_RESULT(report);
    QVERIFY(report->sound);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestForeignHands)
#include "tst_foreign_hands.moc"
