#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace keywright;
using namespace Qt::Literals::StringLiterals;

class TestDigest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sha256IsThatOfFips180() {
        QCOMPARE(toHex(sha256("abc")), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        QCOMPARE(toHex(sha256("")), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
    }
    void aDigestOfPartsIsThatOfTheirConcatenation() {
        QCOMPARE(sha256({"a", "", "bc"}), sha256("abc"));
        QVERIFY(sha256({"a", "b"}) != sha256({"b", "a"}));
    }
    void hexGoesThereAndBack() {
        const Sha256 digest = sha256("abc");
        QCOMPARE(sha256FromHex(toHex(digest)), digest);
        QCOMPARE(sha256FromBytes(digest.toByteArray()), digest);
    }
    void whatIsNoDigestIsNothing() {
        const QString hex = toHex(sha256("abc"));
        QVERIFY(!sha256FromHex(hex.toUpper()));
        QVERIFY(!sha256FromHex(hex.chopped(1)));
        QVERIFY(!sha256FromHex(hex + u'0'));
        QVERIFY(!sha256FromHex(u"g"_s + hex.sliced(1)));
        QVERIFY(!sha256FromHex({}));
        QVERIFY(!sha256FromBytes(QByteArray(31, 'x')));
        QVERIFY(!sha256FromBytes(QByteArray(33, 'x')));
    }
    void newIdsAreRandomUuids() {
        const QRegularExpression form(u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
        QSet<KeyId> ids;
        for (int i = 0; i < 10'000; ++i) {
            const KeyId id = newKeyId();
            QVERIFY2(form.match(id.value).hasMatch(), qPrintable(id.value));
            ids.insert(id);
        }
        QCOMPARE(ids.size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
