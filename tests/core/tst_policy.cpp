#include "core/crypto/digest.h"
#include "core/crypto/token.h"
#include "core/model/key_policy.h"

#include <QTest>

using namespace keywright;

class TestPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fivePoliciesShipStandardFirst() {
        QStringList ids;
        for (const KeyPolicy &policy : shippedPolicies())
            ids.append(policy.id);
        QCOMPARE(ids.value(0), QStringLiteral("standard"));
        ids.sort();
        QCOMPARE(ids, QStringList({QStringLiteral("expiration-reminder"), QStringLiteral("leads-crm"),
                                   QStringLiteral("memoryrelay"), QStringLiteral("remy"), QStringLiteral("standard")}));
    }
    void everyPolicyMakesTokensThatItReads() {
        for (const KeyPolicy &policy : shippedPolicies()) {
            const Secret token = makeToken(policy);
            const TokenReading reading = readToken(policy, token.view());
            QVERIFY2(reading.wellFormed, qPrintable(policy.id));
            QVERIFY(reading.faults.isEmpty());
            QVERIFY(reading.cleaned.equals(token.view()));
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
