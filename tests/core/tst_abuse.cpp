// When a spike ends a key, and when it does not; who fails too often.
#include "core/verify/abuse_watch.h"
#include "core/verify/failed_attempts.h"

#include <QRandomGenerator>
#include <QTest>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 29'833'000; // a minute since 1970
constexpr qint64 aDay = 1'440;

Sha256 digest(int number) {
    Sha256 made;
    made.bytes[0] = std::byte(number & 0xff);
    made.bytes[1] = std::byte(number >> 8);
    return made;
}

/// Lets minutes pass, each with so many requests; how often the key was suspected.
template<class F>
int suspected(AbuseWatch &watch, qint64 from, qint64 minutes, F requestsOf, const Sha256 &key = digest(1)) {
    int found = 0;
    for (qint64 minute = from; minute < from + minutes; ++minute) {
        found += int(watch.judge(minute).size());
        if (const qint64 requests = requestsOf(minute); requests > 0)
            watch.count(key, minute, requests);
    }
    return found + int(watch.judge(from + minutes).size());
}

auto always(qint64 requests) {
    return [requests](qint64) { return requests; };
}

} // namespace

class TestAbuse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSustainedSpikeIsFound();
    void aShortSpikeIsNot();
    void belowTheFloorNothingIs();
    void theUsualRaisesTheBound();
    void whileLearningTheBoundIsHigher();
    void aPauseBeginsAnew();
    void monthsOfBurstyTrafficAreNoAbuse();
    void aNightlyJobIsNoAbuse();
    void idleKeysAreForgotten();
    void whoFailsTooOftenWaits();
    void addressesOfOneNetworkAreOneClient();
    void manyClientsNeedNoMoreMemory();
};

void TestAbuse::aSustainedSpikeIsFound() {
    AbuseWatch watch({.learnHours = 1});
    QCOMPARE(suspected(watch, start, 120, always(10)), 0);
    QCOMPARE(suspected(watch, start + 120, 4, always(700)), 0);
    watch.count(digest(1), start + 124, 700);
    const auto findings = watch.judge(start + 125);
    QCOMPARE(findings.size(), 1U);
    QCOMPARE(findings.front().digest, digest(1));
    QCOMPARE(findings.front().lowest, 700);
    QCOMPARE(findings.front().bound, 600);
    QVERIFY(watch.judge(start + 125).empty()); // once a minute
}

void TestAbuse::aShortSpikeIsNot() {
    AbuseWatch watch({.learnHours = 1});
    QCOMPARE(suspected(watch, start, 120, always(10)), 0);
    for (qint64 at = start + 120; at < start + 600; at += 10) {
        QCOMPARE(suspected(watch, at, 4, always(100'000)), 0);
        QCOMPARE(suspected(watch, at + 4, 6, always(10)), 0);
    }
}

void TestAbuse::belowTheFloorNothingIs() {
    AbuseWatch watch({.learnHours = 0});
    QCOMPARE(suspected(watch, start, aDay, always(599)), 0);
    QVERIFY(suspected(watch, start + aDay, 5, always(600 * 20 * 2)) > 0);
}

void TestAbuse::theUsualRaisesTheBound() {
    AbuseWatch watch({.learnHours = 24});
    QCOMPARE(suspected(watch, start, 2 * aDay, always(100)), 0);
    QCOMPARE(suspected(watch, start + 2 * aDay, 30, always(100 * 20 - 1)), 0);
    AbuseWatch other({.learnHours = 24});
    QCOMPARE(suspected(other, start, 2 * aDay, always(100)), 0);
    QVERIFY(suspected(other, start + 2 * aDay, 5, always(100 * 20 * 5 / 4)) > 0);
}

void TestAbuse::whileLearningTheBoundIsHigher() {
    AbuseWatch watch({.learnHours = 24});
    QCOMPARE(suspected(watch, start, 60, always(5'999)), 0);
    QVERIFY(suspected(watch, start + 60, 5, always(6'000)) > 0);
}

void TestAbuse::aPauseBeginsAnew() {
    AbuseWatch watch({.learnHours = 1});
    QCOMPARE(suspected(watch, start, 120, always(1)), 0);
    QCOMPARE(suspected(watch, start + 120, 60, [](qint64 minute) { return minute % 5 == 0 ? 0 : 5'000; }), 0);
}

void TestAbuse::monthsOfBurstyTrafficAreNoAbuse() {
    // 43,200 minutes of several kinds of ordinary use, each with bursts of its own.
    for (int kind = 0; kind < 20; ++kind) {
        QRandomGenerator random(quint32(kind + 1));
        AbuseWatch watch({});
        const int usual = 1 << (kind % 10);
        qint64 burstUntil = 0;
        const int found = suspected(watch, start, 30 * aDay, [&](qint64 minute) -> qint64 {
            if (random.bounded(500) == 0)
                burstUntil = minute + random.bounded(1, 30);
            const bool night = minute % aDay < 420;
            const int level = minute < burstUntil ? usual * random.bounded(2, 15) : usual;
            return night && kind % 2 == 0 ? random.bounded(2) : random.bounded(level / 2, level * 3 / 2 + 1);
        });
        QVERIFY2(found == 0, qPrintable(u"kind %1: %2"_s.arg(kind).arg(found)));
    }
}

void TestAbuse::aNightlyJobIsNoAbuse() {
    AbuseWatch watch({});
    const int found =
        suspected(watch, start, 30 * aDay, [](qint64 minute) -> qint64 { return minute % aDay < 20 ? 3'000 : 0; });
    QCOMPARE(found, 0);
}

void TestAbuse::idleKeysAreForgotten() {
    AbuseWatch watch({});
    for (int i = 0; i < 1'000; ++i)
        watch.count(digest(i), start, 1);
    QCOMPARE(watch.keys(), 1'000U);
    (void)watch.judge(start + 9 * aDay);
    QCOMPARE(watch.keys(), 0U);
}

void TestAbuse::whoFailsTooOftenWaits() {
    FailedAttempts attempts(3);
    const QHostAddress client(u"192.0.2.7"_s), other(u"192.0.2.8"_s);
    const Instant at = fromEpoch(start * 60 + 10);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!attempts.failed(client, at));
    QCOMPARE(attempts.failed(client, at), Seconds{50});
    QVERIFY(!attempts.failed(other, at));
    QVERIFY(!attempts.failed(client, at + Seconds{50}));
}

void TestAbuse::addressesOfOneNetworkAreOneClient() {
    FailedAttempts attempts(1);
    const Instant at = fromEpoch(start * 60);
    QVERIFY(!attempts.failed(QHostAddress(u"2001:db8:1:2::1"_s), at));
    QVERIFY(attempts.failed(QHostAddress(u"2001:db8:1:2:ffff::9"_s), at));
    QVERIFY(!attempts.failed(QHostAddress(u"2001:db8:1:3::1"_s), at));
    QVERIFY(!attempts.failed(QHostAddress(u"192.0.2.7"_s), at));
    QVERIFY(attempts.failed(QHostAddress(u"::ffff:192.0.2.7"_s), at));
}

void TestAbuse::manyClientsNeedNoMoreMemory() {
    FailedAttempts attempts(2);
    const Instant at = fromEpoch(start * 60);
    const QHostAddress guesser(u"198.51.100.1"_s);
    QVERIFY(!attempts.failed(guesser, at) && !attempts.failed(guesser, at));
    for (quint32 i = 0; i < 500'000; ++i)
        (void)attempts.failed(QHostAddress(0x0a000000U + i), at);
    // Who failed more than others is the last to be forgotten.
    QVERIFY(attempts.failed(guesser, at));
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestAbuse)
#include "tst_abuse.moc"
