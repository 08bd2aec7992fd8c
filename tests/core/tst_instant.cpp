#include "core/crypto/digest.h"
#include "core/crypto/random.h"
#include "core/crypto/token.h"
#include "core/index/key_index.h"
#include "core/keyring/keyring_file.h"
#include "core/keyring/reply.h"
#include "core/model/instant.h"

#include <QTest>

using namespace keywright;

class TestInstant : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rfc3339RoundTrips() {
        QCOMPARE(toRfc3339(fromEpoch(1'773'741'600)), QStringLiteral("2026-03-17T10:00:00Z"));
        QCOMPARE(fromRfc3339(QStringLiteral("2026-03-17T10:00:00Z")), fromEpoch(1'773'741'600));
        QCOMPARE(fromRfc3339(QStringLiteral("2026-03-17T12:00:00+02:00")), fromEpoch(1'773'741'600));
    }
    void localTimesAndDatesAreNoInstants() {
        QVERIFY(!fromRfc3339(QStringLiteral("2026-03-17T10:00:00")));
        QVERIFY(!fromRfc3339(QStringLiteral("2026-03-17")));
        QVERIFY(!fromRfc3339(QStringLiteral("yesterday")));
    }
};

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
