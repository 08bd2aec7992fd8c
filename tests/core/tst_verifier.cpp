// Verification from memory, over real files that others change.
#include "core/verify/verifier.h"
#include "tests/support/keyring_fixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <thread>
#include <vector>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Verifier> opened(KeyringFixture &fixture, const VerifierOptions &options = {}) {
    auto verifier = Verifier::open(fixture.path(), fixture.clock(), options);
    if (!verifier)
        qFatal("%s", qPrintable(verifier.error().message));
    return std::move(*verifier);
}

Verdict verdictOf(VerifyReader &reader, const Issued &issued, std::string_view scope = {}) {
    return reader.verify(issued.token->view(), {.scope = scope}).verdict();
}

} // namespace

class TestVerifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLivingKeyIsAllowedAndTold();
    void whatIsNoKeyIsUnknown();
    void scopesAreLiteral();
    void revocationByAnotherIsRefusedWithinASecond();
    void refreshTakesOverWhatIsCommitted();
    void expiryIsExactToTheInstant();
    void graceEndsAtItsInstant();
    void timeSetBackBringsNoKeyToLife();
    void aDeletedKeyIsUnknown();
    void aReactivatedKeyIsAllowedAgain();
    void compactionChangesNoAnswer();
    void aStoreThatIsAwayIsToldAndThenFailsClosed();
    void anotherFileInItsPlaceIsReadAnew();
    void aRestoreIsReadAnew();
    void requestsOfAMinuteAreCounted();
    void readersAndChangesGoOnTogether();
};

void TestVerifier::aLivingKeyIsAllowedAndTold() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier, Büro"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    const VerifyAnswer answer = reader->verify(issued.token->view());
    QVERIFY(answer.allowed());
    QCOMPARE(QString::fromUtf8(answer.id().data(), qsizetype(answer.id().size())), issued.key.id.value);
    QCOMPARE(QString::fromUtf8(answer.name().data(), qsizetype(answer.name().size())), u"Zapier, Büro"_s);
    QCOMPARE(QByteArray(answer.owner().data(), qsizetype(answer.owner().size())), issued.key.owner.toUtf8());
    QCOMPARE(QByteArray(answer.scopes().data(), qsizetype(answer.scopes().size())), "read"_ba);
    QCOMPARE(answer.expiresAt(), issued.key.expiresAt);
}

void TestVerifier::whatIsNoKeyIsUnknown() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    const QByteArray token = issued.token->view().toByteArray();
    for (const QByteArray &shown : {QByteArray(), token.chopped(1), token + '\n', token + ' ', token.toUpper(),
                                    issued.key.preview.first.toUtf8()}) {
        const VerifyAnswer answer = reader->verify(shown);
        QCOMPARE(answer.verdict(), Verdict::Unknown);
        QVERIFY(!answer.hasKey());
    }
}

void TestVerifier::scopesAreLiteral() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    KeyringFixture full(u"remy"_s);
    const Issued everything = full.make(u"Mac sync"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    QCOMPARE(verdictOf(*reader, issued, "read"), Verdict::Allowed);
    for (const std::string_view scope : {"rea", "read ", "READ", "write", " "})
        QCOMPARE(verdictOf(*reader, issued, scope), Verdict::InsufficientScope);
    const auto other = opened(full);
    QCOMPARE(verdictOf(*other->reader(), everything, "anything"), Verdict::Allowed);
}

void TestVerifier::revocationByAnotherIsRefusedWithinASecond() {
    KeyringFixture fixture(u"standard"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    std::vector<qint64> took; // a busy machine may make some of them late
    for (int i = 0; i < 10; ++i) {
        const Issued issued = fixture.make(u"Key %1"_s.arg(i));
        QTRY_COMPARE(verdictOf(*reader, issued), Verdict::Allowed);
        QElapsedTimer since;
        since.start();
        QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"left"_s))->first().done);
        while (verdictOf(*reader, issued) == Verdict::Allowed && !since.hasExpired(5'000))
            QThread::msleep(1);
        QCOMPARE(verdictOf(*reader, issued), Verdict::Revoked);
        took.push_back(since.elapsed());
    }
    std::ranges::sort(took);
    QVERIFY2(took[5] <= 1'000, qPrintable(QString::number(took[5])));
}

void TestVerifier::refreshTakesOverWhatIsCommitted() {
    KeyringFixture fixture(u"standard"_s);
    const auto verifier = opened(fixture, {.pollEvery = std::chrono::hours(1)});
    const auto reader = verifier->reader();
    const Issued issued = fixture.make(u"Zapier"_s);
    if (!onPostgresql()) // which tells at once
        QCOMPARE(verdictOf(*reader, issued), Verdict::Unknown);
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(verdictOf(*reader, issued), Verdict::Allowed);
    QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"left"_s))->first().done);
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(verdictOf(*reader, issued), Verdict::Revoked);
}

void TestVerifier::expiryIsExactToTheInstant() {
    KeyringFixture fixture(u"remy"_s);
    const Issued issued = fixture.make(u"Mac sync"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{1000}});
    const auto reader = verifier->reader();
    fixture.clock().set(*issued.key.expiresAt - Seconds{1});
    QCOMPARE(verdictOf(*reader, issued), Verdict::Allowed);
    fixture.clock().set(*issued.key.expiresAt);
    QCOMPARE(verdictOf(*reader, issued), Verdict::Expired);
}

void TestVerifier::graceEndsAtItsInstant() {
    KeyringFixture fixture(u"standard"_s);
    const Issued old = fixture.make(u"Zapier"_s);
    const auto fresh = await(fixture.keyring().rotate(old.key.id, {.graceDays = 1, .revokeOld = {}, .expiry = {}}, {}));
    VERIFY_RESULT(fresh);
    fixture.close(); // nobody is there to write the end of the grace down
    const auto verifier = opened(fixture, {.maxStale = Days{1000}});
    const auto reader = verifier->reader();
    const Instant end = fixture.clock().now() + Days{1};
    fixture.clock().set(end - Seconds{1});
    QCOMPARE(verdictOf(*reader, old), Verdict::Allowed);
    fixture.clock().set(end);
    QCOMPARE(verdictOf(*reader, old), Verdict::Revoked);
    QCOMPARE(verdictOf(*reader, *fresh), Verdict::Allowed);
}

void TestVerifier::timeSetBackBringsNoKeyToLife() {
    KeyringFixture fixture(u"remy"_s);
    const Issued issued = fixture.make(u"Mac sync"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{1000}});
    const auto reader = verifier->reader();
    const Instant before = fixture.clock().now();
    fixture.clock().set(*issued.key.expiresAt);
    QCOMPARE(verdictOf(*reader, issued), Verdict::Expired);
    fixture.clock().set(before);
    QCOMPARE(verdictOf(*reader, issued), Verdict::Expired);
    QCOMPARE(verifier->health().clockBehind, *issued.key.expiresAt - before);
}

void TestVerifier::aDeletedKeyIsUnknown() {
    KeyringFixture fixture(u"leads-crm"_s);
    const Issued loaded = fixture.make(u"Loaded with the base"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    const Issued later = fixture.make(u"Made later"_s);
    VERIFY_RESULT(await(verifier->refresh()));
    QVERIFY(verdictOf(*reader, later) == Verdict::Allowed && verdictOf(*reader, loaded) == Verdict::Allowed);
    const auto outcomes = await(fixture.keyring().erase({loaded.key.id, later.key.id}));
    QVERIFY(outcomes->first().done && outcomes->last().done);
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(verdictOf(*reader, loaded), Verdict::Unknown);
    QCOMPARE(verdictOf(*reader, later), Verdict::Unknown);
}

void TestVerifier::aReactivatedKeyIsAllowedAgain() {
    KeyringFixture fixture(u"leads-crm"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    const auto outcomes = await(fixture.keyring().revoke({issued.key.id}, u"mistake"_s));
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(verdictOf(*reader, issued), Verdict::Revoked);
    VERIFY_RESULT(await(fixture.keyring().reactivate(issued.key.id, outcomes->first().key->revision)));
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(verdictOf(*reader, issued), Verdict::Allowed);
}

void TestVerifier::compactionChangesNoAnswer() {
    KeyringFixture fixture(u"standard"_s);
    QList<Issued> issued{fixture.make(u"The first"_s)};
    const auto verifier = opened(fixture, {.compactAt = 8});
    const auto reader = verifier->reader();
    for (int i = 0; i < 60; ++i) {
        issued << fixture.make(u"Key %1"_s.arg(i));
        VERIFY_RESULT(await(verifier->refresh()));
        if (i % 10 == 0) {
            QVERIFY(await(fixture.keyring().revoke({issued.last().key.id}, u"left"_s))->first().done);
            VERIFY_RESULT(await(verifier->refresh()));
        }
    }
    QTRY_VERIFY(verifier->health().overlay <= 8);
    QVERIFY(verifier->health().keys >= issued.size());
    for (qsizetype i = 0; i < issued.size(); ++i) {
        const VerifyAnswer answer = reader->verify(issued[i].token->view(), {.scope = "read"});
        QCOMPARE(answer.verdict(), i % 10 == 1 ? Verdict::Revoked : Verdict::Allowed);
        QCOMPARE(QString::fromUtf8(answer.id().data(), qsizetype(answer.id().size())), issued[i].key.id.value);
        QCOMPARE(QByteArray(answer.name().data(), qsizetype(answer.name().size())), issued[i].key.name.toUtf8());
    }
}

void TestVerifier::aStoreThatIsAwayIsToldAndThenFailsClosed() {
    if (!openFilesMove)
        QSKIP("an open file can't be taken away here");
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    fixture.close();
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    auto outage = std::make_unique<StoreOutage>(fixture.path());
    QTRY_VERIFY(!verifier->health().trouble.message.isEmpty());
    fixture.clock().advance(Seconds{900});
    QCOMPARE(verdictOf(*reader, issued), Verdict::Allowed);
    QCOMPARE(verifier->health().age, Seconds{900});
    fixture.clock().advance(Seconds{1});
    QCOMPARE(verdictOf(*reader, issued), Verdict::Unavailable);
    outage.reset();
    QTRY_COMPARE(verdictOf(*reader, issued), Verdict::Allowed);
    QVERIFY(verifier->health().trouble.message.isEmpty());
    QCOMPARE(verifier->health().age, Seconds{0});
}

void TestVerifier::anotherFileInItsPlaceIsReadAnew() {
    if (!openFilesMove)
        QSKIP("an open file can't be taken away here");
    if (onPostgresql())
        QSKIP("a database is no file");
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const QString backup = fixture.path() + u".backup"_s;
    VERIFY_RESULT(backupKeyring(fixture.path(), backup));
    const Issued later = fixture.make(u"Made after the backup"_s);
    fixture.close();
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    QCOMPARE(verdictOf(*reader, later), Verdict::Allowed);
    QVERIFY(QFile::rename(fixture.path(), fixture.path() + u".aside"_s));
    QVERIFY(QFile::rename(backup, fixture.path()));
    QTRY_COMPARE(verdictOf(*reader, later), Verdict::Unknown);
    QCOMPARE(verdictOf(*reader, issued), Verdict::Allowed);
}

void TestVerifier::aRestoreIsReadAnew() {
    if (onPostgresql())
        QSKIP("PostgreSQL's own tools restore it");
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const QString backup = fixture.path() + u".backup"_s;
    VERIFY_RESULT(backupKeyring(fixture.path(), backup));
    const Issued later = fixture.make(u"Made after the backup"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    QCOMPARE(verdictOf(*reader, later), Verdict::Allowed);
    VERIFY_RESULT(restoreKeyring(fixture.path(), backup, admin(), fixture.clock()));
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(verdictOf(*reader, later), Verdict::Unknown);
    QCOMPARE(verdictOf(*reader, issued), Verdict::Allowed);
}

void TestVerifier::requestsOfAMinuteAreCounted() {
    KeyringFixture fixture(u"standard"_s);
    fixture.clock().set(fromEpoch(1'790'000'040)); // 24 s before the next minute
    Draft draft = goodDraft(fixture.policy(), u"Limited"_s);
    draft.ratePerMinute = 3;
    const auto issued = await(fixture.keyring().create(draft, {}));
    VERIFY_RESULT(issued);
    const auto verifier = opened(fixture, {.compactAt = 0});
    const auto reader = verifier->reader();
    QCOMPARE(verdictOf(*reader, *issued), Verdict::Allowed);
    QCOMPARE(verdictOf(*reader, *issued, "write"), Verdict::InsufficientScope); // refused: not counted
    QCOMPARE(verdictOf(*reader, *issued), Verdict::Allowed);
    // The count goes on while the record changes and the tables are made anew.
    VERIFY_RESULT(await(fixture.keyring().edit(issued->key.id, issued->key.revision, renaming(u"Renamed"_s))));
    VERIFY_RESULT(await(verifier->refresh()));
    QTRY_COMPARE(verifier->health().overlay, 0);
    QCOMPARE(verdictOf(*reader, *issued), Verdict::Allowed);
    {
        const VerifyAnswer answer = reader->verify(issued->token->view());
        QCOMPARE(answer.verdict(), Verdict::RateLimited);
        QCOMPARE(answer.retryAfter(), Seconds{60 - 1'790'000'040 % 60});
    }
    fixture.clock().advance(Seconds{60 - 1'790'000'040 % 60});
    QCOMPARE(verdictOf(*reader, *issued), Verdict::Allowed);
}

void TestVerifier::readersAndChangesGoOnTogether() {
    KeyringFixture fixture(u"standard"_s);
    const Issued living = fixture.make(u"Living"_s);
    const Issued dead = fixture.make(u"Dead"_s);
    QVERIFY(await(fixture.keyring().revoke({dead.key.id}, u"left"_s))->first().done);
    const auto verifier = opened(fixture, {.pollEvery = std::chrono::milliseconds(1), .compactAt = 4});
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0, asked = 0;
    std::vector<std::jthread> readers;
    for (int i = 0; i < 2; ++i) {
        readers.emplace_back([&] {
            const auto reader = verifier->reader();
            while (!stop) {
                const VerifyAnswer answer = reader->verify(living.token->view());
                const bool right = answer.allowed() && answer.name() == "Living";
                wrong += right ? 0 : 1;
                ++asked;
            }
        });
        readers.emplace_back([&] {
            const auto reader = verifier->reader();
            while (!stop)
                wrong += verdictOf(*reader, dead) == Verdict::Revoked ? 0 : 1;
        });
    }
    for (int i = 0; i < 100; ++i)
        fixture.make(u"Key %1"_s.arg(i));
    QTRY_VERIFY(verifier->health().keys >= 102);
    stop = true;
    readers.clear();
    QCOMPARE(wrong.load(), 0);
    QVERIFY(asked.load() > 0);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestVerifier)
#include "tst_verifier.moc"
