// What is written of uses, spending and spikes, behind the answers and by several servers at once.
#include "core/verify/verifier.h"
#include "tests/support/keyring_fixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
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

const VerifierOptions writesOnRequest{.writtenWithin = std::chrono::hours(1)};

Issued spender(KeyringFixture &fixture, std::optional<MicroUsd> daily, std::optional<MicroUsd> monthly = {}) {
    Draft draft = goodDraft(fixture.policy(), u"Agent"_s);
    draft.dailyLimit = daily;
    draft.monthlyLimit = monthly;
    const auto issued = await(fixture.keyring().create(draft, {}));
    if (!issued)
        qFatal("%s", qPrintable(issued.error().message));
    return *issued;
}

Verdict spend(VerifyReader &reader, const Issued &issued, qint64 micros) {
    return reader.verify(issued.token->view(), {.cost = MicroUsd{micros}}).verdict();
}

KeyDetails detailsOf(KeyringFixture &fixture, const Issued &issued) {
    const auto details = await(fixture.keyring().details(issued.key.id));
    if (!details)
        qFatal("%s", qPrintable(details.error().message));
    return *details;
}

} // namespace

class TestUseRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usesAreWrittenWithinASecondAndTogether();
    void clientsDaysAndRefusalsAreTold();
    void lastUseNeverGoesBack();
    void whatAClientKeepsDoingIsOneRow();
    void whatIsNotInUseIsPutAway();
    void aRowThatWentToAnotherKeyIsLeftAlone();
    void severalServersAddUp();
    void aCleanStopLosesNothing();
    void aStoreThatIsAwayLosesNothing();
    void usesOfADeletedKeyAreDropped();
    void spendingEndsAtTheLimit();
    void spendingBeginsAnewWithDayAndMonth();
    void nothingMayBeSpentOfZero();
    void aRotatedKeySpendsTheSameMoney();
    void otherServersSpendingCounts();
    void aChargeCountsOnce();
    void refusedRequestsUseNothingUp();
    void aSpikeRevokesTheKey();
    void whereThePolicyHasNoAbuseASpikeRevokesNothing();
    void reportedRequestsStandInTheLog();
};

void TestUseRecorder::usesAreWrittenWithinASecondAndTogether() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    const auto number = [&](const QString &sql) { return sqlValue(fixture.path(), sql).toLongLong(); };
    std::vector<qint64> took; // a busy machine may make one of them late
    for (int round = 1; round <= 3; ++round) {
        const qint64 before = number(u"SELECT usage_seq FROM meta"_s);
        QElapsedTimer since;
        since.start();
        for (int i = 0; i < 20'000; ++i)
            QVERIFY(reader->verify(issued.token->view(), {.address = "192.0.2.1", .agent = "curl/8"}).allowed());
        const qint64 asked = since.restart();
        QTRY_COMPARE(number(u"SELECT coalesce(sum(requests), 0) FROM recent_use"_s), round * 20'000);
        took.push_back(since.elapsed());
        const qint64 writings = number(u"SELECT usage_seq FROM meta"_s) - before;
        QVERIFY2(writings <= 3 + (asked + since.elapsed()) / 500, qPrintable(QString::number(writings)));
    }
    std::ranges::sort(took);
    QVERIFY2(took[1] <= 1'000, qPrintable(QString::number(took[1])));
}

void TestUseRecorder::clientsDaysAndRefusalsAreTold() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{100}, .writtenWithin = std::chrono::hours(1)});
    const auto reader = verifier->reader();
    const auto token = issued.token->view();
    QVERIFY(reader->verify(token, {.address = "192.0.2.1", .agent = "curl/8"}).allowed());
    QVERIFY(reader->verify(token, {.address = "192.0.2.1", .agent = "curl/8"}).allowed());
    fixture.clock().advance(Days{1});
    QVERIFY(reader->verify(token, {.address = "2001:db8::7", .agent = "python/3"}).allowed());
    QVERIFY(!reader->verify(token, {.scope = "admin", .address = "203.0.113.9", .agent = "nc"}).allowed());
    VERIFY_RESULT(await(verifier->recorder().flush()));
    const KeyDetails details = detailsOf(fixture, issued);
    QCOMPARE(details.key.usage.requests, 3);
    QCOMPARE(details.key.usage.lastUsedAt, fixture.clock().now());
    QCOMPARE(details.key.usage.lastAddress, u"2001:db8::7"_s);
    QCOMPARE(details.key.usage.lastAgent, u"python/3"_s);
    QCOMPARE(details.key.usage.refused, 1);
    QCOMPARE(details.key.usage.lastRefusedAddress, u"203.0.113.9"_s);
    QCOMPARE(details.clients.size(), 2);
    QCOMPARE(details.clients.last().requests, 2);
    QCOMPARE(details.days.size(), 2);
    QCOMPARE(details.days.first().requests, 2);
    QCOMPARE(details.days.last().refused, 1);
}

void TestUseRecorder::lastUseNeverGoesBack() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture, writesOnRequest);
    const auto reader = verifier->reader();
    QVERIFY(reader->verify(issued.token->view(), {.address = "192.0.2.1"}).allowed());
    const Use later{.at = fixture.clock().now() + Seconds{60}, .address = u"192.0.2.2"_s};
    VERIFY_RESULT(await(fixture.keyring().recordUse(issued.key.id, later)));
    VERIFY_RESULT(await(verifier->recorder().flush()));
    const Usage usage = detailsOf(fixture, issued).key.usage;
    QCOMPARE(usage.requests, 2);
    QCOMPARE(usage.lastUsedAt, later.at);
    QCOMPARE(usage.lastAddress, later.address);

    fixture.clock().advance(Seconds{120});
    QVERIFY(reader->verify(issued.token->view(), {.address = "192.0.2.1"}).allowed());
    VERIFY_RESULT(await(verifier->recorder().flush()));
    VERIFY_RESULT(await(fixture.keyring().recordUse(issued.key.id, later)));
    const Usage now = detailsOf(fixture, issued).key.usage;
    QCOMPARE(now.requests, 4);
    QCOMPARE(now.lastUsedAt, fixture.clock().now());
    QCOMPARE(now.lastAddress, u"192.0.2.1"_s);
}

/// Another client, another day and a refusal put it to the rest, where nothing is lost and nothing counted twice.
void TestUseRecorder::whatAClientKeepsDoingIsOneRow() {
    KeyringFixture fixture(u"standard"_s);
    fixture.clock().set(*fromRfc3339(u"2027-01-31T12:00:00Z"_s));
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{100}, .writtenWithin = std::chrono::hours(1)});
    const auto reader = verifier->reader();
    const auto used = [&](std::string_view address, std::string_view scope = {}) {
        (void)reader->verify(issued.token->view(), {.scope = scope, .address = address, .agent = "curl/8"});
        VERIFY_RESULT(await(verifier->recorder().flush()));
    };
    const auto requests = [&](const QString &table) {
        return sqlValue(fixture.path(), u"SELECT coalesce(sum(requests), 0) FROM "_s + table).toLongLong();
    };
    for (int i = 0; i < 3; ++i)
        used("192.0.2.1");
    QCOMPARE(requests(u"recent_use"_s), 3);
    QCOMPARE(requests(u"usage"_s), 0);
    KeyDetails details = detailsOf(fixture, issued);
    QCOMPARE(details.key.usage.requests, 3);
    QCOMPARE(details.key.usage.lastAddress, u"192.0.2.1"_s);
    QCOMPARE(details.clients.first().requests, 3);
    QCOMPARE(details.days.first().requests, 3);
    const auto delta = await(fixture.keyring().changesWithUses(FeedSeq{1'000}, 2)); // the third writing
    VERIFY_RESULT(delta);
    QCOMPARE(delta->delta.upserts.size(), 1);
    QCOMPARE(delta->delta.upserts.first().usage.requests, 3);

    used("192.0.2.2");
    QCOMPARE(requests(u"recent_use"_s), 1);
    QCOMPARE(requests(u"client"_s), 3);
    fixture.clock().advance(Days{1});
    used("192.0.2.2");
    used("192.0.2.2");
    QCOMPARE(requests(u"recent_use"_s), 2);
    used("192.0.2.2", "admin"); // refused
    details = detailsOf(fixture, issued);
    QCOMPARE(details.key.usage.requests, 6);
    QCOMPARE(details.key.usage.refused, 1);
    QCOMPARE(details.clients.size(), 2);
    QCOMPARE(details.clients.first().address, u"192.0.2.2"_s);
    QCOMPARE(details.clients.first().requests, 3);
    QCOMPARE(details.clients.first().firstAt, fixture.clock().now() - Days{1});
    QCOMPARE(details.clients.last().requests, 3);
    QCOMPARE(details.days.size(), 2);
    QCOMPARE(details.days.first().requests, 4);
    QCOMPARE(details.days.last().requests, 2);
    QCOMPARE(details.days.last().refused, 1);
}

void TestUseRecorder::whatIsNotInUseIsPutAway() {
    KeyringFixture fixture(u"standard"_s);
    const Issued rare = fixture.make(u"Once a week"_s), busy = fixture.make(u"Every second"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{100}, .writtenWithin = std::chrono::hours(1)});
    const auto reader = verifier->reader();
    const auto used = [&](const Issued &issued) {
        QVERIFY(reader->verify(issued.token->view(), {.address = "192.0.2.1", .agent = "curl/8"}).allowed());
        VERIFY_RESULT(await(verifier->recorder().flush()));
    };
    const auto rows = [&] { return sqlValue(fixture.path(), u"SELECT count(*) FROM recent_use"_s).toInt(); };
    const Instant then = fixture.clock().now();
    used(rare);
    fixture.clock().advance(std::chrono::minutes(14));
    used(busy);
    QCOMPARE(rows(), 2);
    fixture.clock().advance(std::chrono::minutes(2));
    used(busy);
    QCOMPARE(rows(), 1);
    const KeyDetails details = detailsOf(fixture, rare);
    QCOMPARE(details.key.usage.lastUsedAt, then);
    QCOMPARE(details.key.usage.requests, 1);
    QCOMPARE(details.clients.first().requests, 1);
    QCOMPARE(details.days.first().requests, 1);
    QCOMPARE(detailsOf(fixture, busy).key.usage.requests, 2);
}

void TestUseRecorder::aRowThatWentToAnotherKeyIsLeftAlone() {
    KeyringFixture fixture(u"leads-crm"_s);
    const Issued gone = fixture.make(u"Gone"_s);
    const auto late = opened(fixture, writesOnRequest);
    QVERIFY(late->reader()->verify(gone.token->view(), {.address = "192.0.2.1"}).allowed());
    QVERIFY(await(fixture.keyring().erase({gone.key.id}))->first().done);
    const Issued next = fixture.make(u"In its row"_s);
    const auto other = opened(fixture, writesOnRequest);
    QVERIFY(other->reader()->verify(next.token->view(), {.address = "192.0.2.1"}).allowed());
    VERIFY_RESULT(await(other->recorder().flush()));
    VERIFY_RESULT(await(late->recorder().flush()));
    QCOMPARE(detailsOf(fixture, next).key.usage.requests, 1);
}

void TestUseRecorder::severalServersAddUp() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto one = opened(fixture, {.writtenWithin = std::chrono::milliseconds(50)});
    const auto other = opened(fixture, {.writtenWithin = std::chrono::milliseconds(50)});
    const auto first = one->reader(), second = other->reader();
    for (int i = 0; i < 300; ++i) {
        QVERIFY(first->verify(issued.token->view()).allowed());
        QVERIFY(second->verify(issued.token->view()).allowed());
        if (i % 30 == 0)
            QTest::qWait(20);
    }
    VERIFY_RESULT(await(one->recorder().flush()));
    VERIFY_RESULT(await(other->recorder().flush()));
    QCOMPARE(detailsOf(fixture, issued).key.usage.requests, 600);
}

void TestUseRecorder::aCleanStopLosesNothing() {
    KeyringFixture fixture(u"standard"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    {
        const auto verifier = opened(fixture, writesOnRequest);
        const auto reader = verifier->reader();
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(reader->verify(issued.token->view()).allowed());
    }
    QCOMPARE(detailsOf(fixture, issued).key.usage.requests, 10'000);
}

void TestUseRecorder::aStoreThatIsAwayLosesNothing() {
    if (!openFilesMove)
        QSKIP("an open file can't be taken away here");
    KeyringFixture fixture(u"memoryrelay"_s);
    const Issued issued = spender(fixture, MicroUsd{1'000'000});
    fixture.close();
    const auto verifier = opened(fixture, writesOnRequest);
    const auto reader = verifier->reader();
    QCOMPARE(spend(*reader, issued, 10), Verdict::Allowed);
    auto outage = std::make_unique<StoreOutage>(fixture.path());
    QVERIFY(!await(verifier->recorder().flush()).has_value());
    QVERIFY(!verifier->recorder().trouble().message.isEmpty());
    QCOMPARE(spend(*reader, issued, 5), Verdict::Allowed);
    outage.reset();
    VERIFY_RESULT(await(verifier->recorder().flush()));
    QVERIFY(verifier->recorder().trouble().message.isEmpty());
    VERIFY_RESULT(fixture.reopen());
    const ApiKey key = detailsOf(fixture, issued).key;
    QCOMPARE(key.usage.requests, 2);
    QCOMPARE(key.spend->daily.micros, 15);
}

void TestUseRecorder::usesOfADeletedKeyAreDropped() {
    KeyringFixture fixture(u"leads-crm"_s);
    const Issued gone = fixture.make(u"Gone"_s);
    const auto verifier = opened(fixture, writesOnRequest);
    const auto reader = verifier->reader();
    QVERIFY(reader->verify(gone.token->view()).allowed());
    QVERIFY(await(fixture.keyring().erase({gone.key.id}))->first().done);
    const Issued next = fixture.make(u"In its row"_s);
    VERIFY_RESULT(await(verifier->recorder().flush()));
    QCOMPARE(detailsOf(fixture, next).key.usage.requests, 0);
}

void TestUseRecorder::spendingEndsAtTheLimit() {
    KeyringFixture fixture(u"memoryrelay"_s);
    fixture.clock().set(*fromRfc3339(u"2026-09-10T23:00:00Z"_s));
    const Issued issued = spender(fixture, MicroUsd{100}, MicroUsd{1'000});
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    QCOMPARE(spend(*reader, issued, 60), Verdict::Allowed);
    QCOMPARE(spend(*reader, issued, 41), Verdict::SpendLimited);
    QCOMPARE(spend(*reader, issued, 40), Verdict::Allowed);
    const VerifyAnswer answer = reader->verify(issued.token->view());
    QCOMPARE(answer.verdict(), Verdict::SpendLimited);
    QCOMPARE(answer.retryAfter(), Seconds{3600});
    QCOMPARE(answer.spent()->daily.micros, 100);
}

void TestUseRecorder::spendingBeginsAnewWithDayAndMonth() {
    KeyringFixture fixture(u"memoryrelay"_s);
    fixture.clock().set(*fromRfc3339(u"2026-09-29T23:59:59Z"_s));
    const Issued issued = spender(fixture, MicroUsd{100}, MicroUsd{150});
    const auto verifier = opened(fixture, {.maxStale = Days{100}, .writtenWithin = std::chrono::hours(1)});
    const auto reader = verifier->reader();
    QCOMPARE(spend(*reader, issued, 100), Verdict::Allowed);
    fixture.clock().advance(Seconds{1});
    QCOMPARE(spend(*reader, issued, 51), Verdict::SpendLimited); // of the month 50 are left
    QCOMPARE(spend(*reader, issued, 50), Verdict::Allowed);
    {
        const VerifyAnswer answer = reader->verify(issued.token->view());
        QCOMPARE(answer.verdict(), Verdict::SpendLimited);
        QCOMPARE(answer.retryAfter(), Seconds{Days{1}});
    }
    fixture.clock().advance(Days{1});
    QCOMPARE(spend(*reader, issued, 100), Verdict::Allowed);
    VERIFY_RESULT(await(verifier->recorder().flush()));
    const auto stored = [&](const QString &period) {
        return sqlValue(fixture.path(), u"SELECT micros FROM spend WHERE period = '%1'"_s.arg(period)).toLongLong();
    };
    QCOMPARE(stored(u"2026-09-29"_s), 100);
    QCOMPARE(stored(u"2026-09-30"_s), 50);
    QCOMPARE(stored(u"2026-09"_s), 150);
    QCOMPARE(stored(u"2026-10"_s), 100);
}

void TestUseRecorder::nothingMayBeSpentOfZero() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const Issued issued = spender(fixture, MicroUsd{0});
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    QCOMPARE(spend(*reader, issued, 1), Verdict::SpendLimited);
    QCOMPARE(reader->verify(issued.token->view()).verdict(), Verdict::SpendLimited);
    QCOMPARE(spend(*reader, issued, 0), Verdict::Allowed);
}

void TestUseRecorder::aRotatedKeySpendsTheSameMoney() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const Issued old = spender(fixture, MicroUsd{100});
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    QCOMPARE(spend(*reader, old, 80), Verdict::Allowed);
    const auto fresh = await(fixture.keyring().rotate(old.key.id, {}, {}));
    VERIFY_RESULT(fresh);
    VERIFY_RESULT(await(verifier->refresh()));
    QCOMPARE(spend(*reader, *fresh, 21), Verdict::SpendLimited);
    QCOMPARE(spend(*reader, *fresh, 20), Verdict::Allowed);
    QCOMPARE(spend(*reader, old, 1), Verdict::SpendLimited);
}

void TestUseRecorder::otherServersSpendingCounts() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const Issued issued = spender(fixture, MicroUsd{100});
    const auto one = opened(fixture), other = opened(fixture);
    const auto first = one->reader(), second = other->reader();
    QCOMPARE(spend(*first, issued, 60), Verdict::Allowed);
    VERIFY_RESULT(await(one->recorder().flush()));
    VERIFY_RESULT(await(other->refresh()));
    QCOMPARE(spend(*second, issued, 41), Verdict::SpendLimited);
    QCOMPARE(spend(*second, issued, 40), Verdict::Allowed);
    VERIFY_RESULT(await(other->recorder().flush()));
    VERIFY_RESULT(await(one->refresh()));
    QCOMPARE(spend(*first, issued, 1), Verdict::SpendLimited);
    const auto third = opened(fixture); // one that starts later
    QCOMPARE(spend(*third->reader(), issued, 1), Verdict::SpendLimited);
    QCOMPARE(detailsOf(fixture, issued).key.spend->daily.micros, 100);
}

void TestUseRecorder::aChargeCountsOnce() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const Issued issued = spender(fixture, MicroUsd{100});
    const auto one = opened(fixture), other = opened(fixture);
    const auto charged = await(one->recorder().charge(issued.key.id, {70}, u"job-1"_s));
    VERIFY_RESULT(charged);
    QVERIFY(!charged->already);
    QCOMPARE(charged->spent.daily.micros, 70);
    const auto again = await(other->recorder().charge(issued.key.id, {70}, u"job-1"_s));
    VERIFY_RESULT(again);
    QVERIFY(again->already);
    QCOMPARE(again->spent.daily.micros, 70);
    QCOMPARE(spend(*one->reader(), issued, 31), Verdict::SpendLimited);
    VERIFY_ERROR(await(one->recorder().charge({u"no-such-key"_s}, {1}, u"job-2"_s)), ErrorKind::NotFound);
}

void TestUseRecorder::refusedRequestsUseNothingUp() {
    KeyringFixture fixture(u"standard"_s);
    fixture.clock().set(fromEpoch(1'790'000'040));
    Draft draft = goodDraft(fixture.policy(), u"Both"_s);
    draft.ratePerMinute = 2;
    draft.dailyLimit = MicroUsd{10};
    const auto issued = await(fixture.keyring().create(draft, {}));
    VERIFY_RESULT(issued);
    const auto verifier = opened(fixture);
    const auto reader = verifier->reader();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(spend(*reader, *issued, 11), Verdict::SpendLimited);
    QCOMPARE(spend(*reader, *issued, 1), Verdict::Allowed);
    QCOMPARE(spend(*reader, *issued, 1), Verdict::Allowed);
    QCOMPARE(spend(*reader, *issued, 1), Verdict::RateLimited);
    fixture.clock().advance(Seconds{60});
    QCOMPARE(spend(*reader, *issued, 8), Verdict::Allowed); // the one that came too often cost nothing
}

void TestUseRecorder::aSpikeRevokesTheKey() {
    KeyringFixture fixture(u"remy"_s);
    const Issued issued = fixture.make(u"Mac sync script"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{100}});
    const auto reader = verifier->reader();
    const Instant minute = fromEpoch(toEpoch(fixture.clock().now()) / 60 * 60);
    // While a key is new, ten times the floor.
    for (int i = 0; i < 5; ++i) {
        fixture.clock().set(minute + std::chrono::minutes(1 + i));
        for (int n = 0; n < 6'000; ++n)
            QVERIFY(reader->verify(issued.token->view()).allowed());
        verifier->recorder().counter().count();
    }
    fixture.clock().set(minute + std::chrono::minutes(6));
    QTRY_COMPARE(reader->verify(issued.token->view()).verdict(), Verdict::Revoked);
    const ApiKey key = detailsOf(fixture, issued).key;
    QCOMPARE(key.revokeReason, u"abuse"_s);
    QCOMPARE(key.revokedBy, u"system"_s);
    const auto log = await(fixture.keyring().activity(logSearch(u"event:\"API Key Revoked\""_s, issued.key.id), {}));
    VERIFY_RESULT(log);
    QCOMPARE(log->entries.size(), 1);
    QCOMPARE(log->entries.first().actor, u"system"_s);
    QCOMPARE(log->entries.first().authMethod, u"system"_s);
    QCOMPARE(log->entries.first().detail.value(u"reason"_s).toString(), u"abuse"_s);
    QCOMPARE(log->entries.first().detail.value(u"requests_per_minute"_s).toInt(), 6'000);
    QVERIFY(await(fixture.keyring().checkActivity({}))->intact);
}

void TestUseRecorder::whereThePolicyHasNoAbuseASpikeRevokesNothing() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const Issued issued = fixture.make(u"Agent"_s);
    const auto verifier = opened(fixture, {.maxStale = Days{100}});
    const auto reader = verifier->reader();
    for (int i = 0; i < 6; ++i) {
        for (int n = 0; n < 6'000; ++n)
            QVERIFY(reader->verify(issued.token->view()).allowed());
        fixture.clock().advance(Seconds{60});
        verifier->recorder().counter().count();
    }
    VERIFY_RESULT(await(verifier->recorder().flush()));
    VERIFY_RESULT(await(verifier->refresh()));
    QVERIFY(reader->verify(issued.token->view()).allowed());
}

void TestUseRecorder::reportedRequestsStandInTheLog() {
    KeyringFixture fixture(u"leads-crm"_s);
    const Issued issued = fixture.make(u"Zapier"_s);
    const auto verifier = opened(fixture);
    verifier->recorder().report({.key = issued.key.id,
                                 .at = fixture.clock().now(),
                                 .method = u"POST"_s,
                                 .path = u"/api/v1/leads"_s,
                                 .address = u"192.0.2.1"_s});
    QTRY_COMPARE(await(fixture.keyring().activity(logSearch(u"authMethod:api_key"_s), {}))->entries.size(), 1);
    const Activity entry = await(fixture.keyring().activity(logSearch(u"authMethod:api_key"_s), {}))->entries.first();
    QCOMPARE(entry.event, u"API Request"_s);
    QCOMPARE(entry.keyId, issued.key.id.value);
    QCOMPARE(entry.address, u"192.0.2.1"_s);
    QCOMPARE(entry.detail.value(u"method"_s).toString(), u"POST"_s);
    QCOMPARE(entry.detail.value(u"path"_s).toString(), u"/api/v1/leads"_s);
    QVERIFY(await(fixture.keyring().checkActivity({}))->intact);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestUseRecorder)
#include "tst_use_recorder.moc"
