// Disks that fail or are full: a clear message, no half change, the chain holds, every acknowledged key is there.
#include "tests/support/failing_vfs.h"
#include "tests/support/keyring_fixture.h"

#include <QFile>

#include <csignal>
#include <sys/resource.h>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestStoreFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailingAccessLeavesTheKeyringWhole_data();
    void everyFailingAccessLeavesTheKeyringWhole();
    void everyFailingAccessUnderABurstLosesNothingAcknowledged();
    void everyFailingAccessWhileOpeningIsSaid();
    void fullDiskRefusesAndStaysWhole();
    void fileSizeLimitRefusesAndStaysWhole();

private:
    FailingVfs vfs_;

    /// What the file holds, asked afresh.
    static void isWhole(KeyringFixture &fixture, const QSet<QString> &acknowledged) {
        VERIFY_RESULT(fixture.reopen());
        QSet<QString> held;
        for (const ApiKey &key : fixture.all())
            held << key.id.value;
        QVERIFY(held.contains(acknowledged));
        const auto chain = await(fixture.keyring().checkActivity({}));
        VERIFY_RESULT(chain);
        QVERIFY2(chain->intact, qPrintable(chain->message));
        // Each key has its entry and each entry its key: no half change.
        const auto made = sqlValue(fixture.path(), u"SELECT count(*) FROM activity WHERE event = 'API Key Created'"_s);
        QCOMPARE(made.toLongLong(), held.size());
        const auto revoked = sqlValue(fixture.path(), u"SELECT count(*) FROM keys WHERE revoked_at IS NOT NULL"_s);
        const auto logged =
            sqlValue(fixture.path(), u"SELECT count(*) FROM activity WHERE event = 'API Key Revoked'"_s);
        QCOMPARE(revoked.toLongLong(), logged.toLongLong());
        const auto report = checkKeyring(fixture.path());
        VERIFY_RESULT(report);
        QVERIFY2(report->sound, qPrintable(report->findings.join(u'\n')));
    }
    static void saysWhatToDo(const Error &error, const QString &path) {
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY2(error.message.contains(path), qPrintable(error.message));
        QVERIFY(error.message.count(u'.') >= 2);
    }
};

void TestStoreFaults::everyFailingAccessLeavesTheKeyringWhole_data() {
    QTest::addColumn<QString>("act");
    for (const auto &act : {u"create"_s, u"revoke"_s, u"rotate"_s})
        QTest::newRow(qPrintable(act)) << act;
}

void TestStoreFaults::everyFailingAccessLeavesTheKeyringWhole() {
    QFETCH(QString, act);
    KeyringFixture fixture(u"standard"_s);
    const auto first = fixture.make(u"First"_s);
    QSet<QString> acknowledged{first.key.id.value};
    int failures = 0;
    for (long i = 1; i < 200; ++i) {
        VERIFY_RESULT(fixture.reopen()); // a fresh view: nothing is cached
        const auto victim = await(fixture.keyring().create(goodDraft(fixture.policy(), u"Key %1"_s.arg(i)), {}));
        VERIFY_RESULT(victim);
        acknowledged << victim->key.id.value;
        vfs_.failAt(i);
        std::optional<Error> error;
        if (act == u"revoke"_s) {
            const auto outcome = await(fixture.keyring().revoke({victim->key.id}, u"left"_s))->first();
            if (!outcome.done)
                error = outcome.error;
        } else {
            const auto made =
                act == u"create"_s
                    ? await(fixture.keyring().create(goodDraft(fixture.policy(), u"More %1"_s.arg(i)), {}))
                    : await(fixture.keyring().rotate(victim->key.id, {}, {}));
            if (made)
                acknowledged << made->key.id.value;
            else
                error = made.error();
        }
        const bool failed = vfs_.hasFailed();
        vfs_.heal();
        if (error)
            saysWhatToDo(*error, fixture.path());
        failures += failed;
        isWhole(fixture, acknowledged);
        if (QTest::currentTestFailed() || !failed)
            break;
    }
    QVERIFY2(failures >= 3, qPrintable(QString::number(failures)));
}

/// Changes that come at once are committed together: what one of them is told must not hang on another.
void TestStoreFaults::everyFailingAccessUnderABurstLosesNothingAcknowledged() {
    KeyringFixture fixture(u"standard"_s);
    QSet<QString> acknowledged;
    int failures = 0;
    for (long i = 1; i < 200; ++i) {
        VERIFY_RESULT(fixture.reopen());
        vfs_.failAt(i);
        QList<Reply<Issued>> burst;
        for (int each = 0; each < 5; ++each)
            burst << fixture.keyring().create(goodDraft(fixture.policy(), u"Key %1 of %2"_s.arg(each).arg(i)), {});
        const auto nameless = await(fixture.keyring().create({}, {}));
        for (auto &reply : burst) {
            if (const auto made = await(reply))
                acknowledged << made->key.id.value;
            else
                saysWhatToDo(made.error(), fixture.path());
        }
        const bool failed = vfs_.hasFailed();
        vfs_.heal();
        QVERIFY(!nameless);
        failures += failed;
        isWhole(fixture, acknowledged);
        if (QTest::currentTestFailed() || !failed)
            break;
    }
    QVERIFY2(failures >= 3, qPrintable(QString::number(failures)));
}

void TestStoreFaults::everyFailingAccessWhileOpeningIsSaid() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"First"_s);
    int failures = 0;
    for (long i = 1; i < 200; ++i) {
        fixture.close();
        vfs_.failAt(i);
        const auto opened = fixture.reopen();
        const bool failed = vfs_.hasFailed();
        fixture.close();
        vfs_.heal();
        if (!opened)
            saysWhatToDo(opened.error(), fixture.path());
        isWhole(fixture, {issued.key.id.value});
        if (QTest::currentTestFailed() || !failed)
            break;
        ++failures;
    }
    QVERIFY(failures >= 1);
}

void TestStoreFaults::fullDiskRefusesAndStaysWhole() {
    KeyringFixture fixture(u"standard"_s);
    const auto first = fixture.make(u"First"_s);
    VERIFY_RESULT(await(fixture.keyring().keys({}, 10))); // reads by a connection that stands
    vfs_.failAt(1, FailingVfs::Fault::DiskFull);
    const auto refused = await(fixture.keyring().create(goodDraft(fixture.policy(), u"Second"_s), {}));
    const auto read = await(fixture.keyring().keys({}, 10));
    vfs_.heal();
    VERIFY_ERROR(refused, ErrorKind::Storage);
    saysWhatToDo(refused.error(), fixture.path());
    QVERIFY2(refused.error().message.contains(u"full"_s), qPrintable(refused.error().message));
    VERIFY_RESULT(read); // a full disk can still be read
    const auto after = await(fixture.keyring().create(goodDraft(fixture.policy(), u"Third"_s), {}));
    VERIFY_RESULT(after);
    isWhole(fixture, {first.key.id.value, after->key.id.value});
}

void TestStoreFaults::fileSizeLimitRefusesAndStaysWhole() {
    KeyringFixture fixture(u"standard"_s);
    QSet<QString> acknowledged{fixture.make(u"First"_s).key.id.value};
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto limit = rlim_t(QFileInfo(fixture.path() + u"-wal"_s).size() + 30'000);
    const rlimit small{.rlim_cur = limit, .rlim_max = before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    std::optional<Error> error;
    for (int i = 0; i < 200 && !error; ++i) {
        const auto made = await(fixture.keyring().create(goodDraft(fixture.policy(), u"Key %1"_s.arg(i)), {}));
        if (made)
            acknowledged << made->key.id.value;
        else
            error = made.error();
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(error.has_value());
    saysWhatToDo(*error, fixture.path());
    VERIFY_RESULT(await(fixture.keyring().create(goodDraft(fixture.policy(), u"After"_s), {})));
    isWhole(fixture, acknowledged);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestStoreFaults)
#include "tst_store_faults.moc"
