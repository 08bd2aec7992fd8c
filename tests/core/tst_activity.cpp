#include "core/crypto/digest.h"
#include "core/model/activity.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace keywright;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The canonical form of a document in tests/data/jcs.
QByteArray canonical(const QString &name) {
    QFile file(QStringLiteral(TEST_DATA_DIR "/jcs/") + name);
    return file.open(QIODevice::ReadOnly) ? canonicalJson(QJsonDocument::fromJson(file.readAll()).object())
                                          : QByteArray();
}

Activity sampleEntry() {
    Activity entry;
    entry.seq = 7;
    entry.at = fromEpoch(1'773'741'600);
    entry.event = QString::fromUtf16(event::created);
    entry.actor = u"Anna Müller"_s;
    entry.authMethod = u"local"_s;
    entry.keyId = u"k1a2b3c4"_s;
    entry.keyName = u"Zapier — \"production\""_s;
    entry.keyPreview = u"mem_prod_a1b…"_s;
    entry.address = u"local"_s;
    entry.detail = {{u"name"_s, u"Zapier"_s}, {u"expires_at"_s, QJsonValue::Null}, {u"days"_s, 30}};
    entry.prev = sha256("keyring");
    return entry;
}

} // namespace

class TestActivity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSampleOfRfc8785IsWrittenToTheByte() {
        // RFC 8785, section 3.2.2 and 3.2.4.
        QCOMPARE(canonical(u"rfc8785_3_2_2.json"_s),
                 QByteArray("{\"literals\":[null,true,false],"
                            "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                            "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"));
    }
    void membersAreSortedByUtf16CodeUnits() {
        // RFC 8785, section 3.2.3: an astral character sorts by its surrogates, before U+FB33.
        QCOMPARE(canonical(u"rfc8785_3_2_3.json"_s),
                 QByteArray("{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"\xC3\xB6\":7,\"\xE2\x82\xAC\":1,"
                            "\"\xF0\x9F\x98\x80\":5,\"\xEF\xAC\xB3\":3}"));
    }
    void numbersAreWrittenAsEcmascriptDoes_data() {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](double number, const char *text) { QTest::newRow(text) << number << QByteArray(text); };
        // RFC 8785, appendix B.
        row(0.0, "0");
        row(-0.0, "0 ");
        row(5e-324, "5e-324");
        row(-5e-324, "-5e-324");
        row(1.7976931348623157e308, "1.7976931348623157e+308");
        row(9007199254740992.0, "9007199254740992");
        row(-9007199254740992.0, "-9007199254740992");
        row(295147905179352830000.0, "295147905179352830000");
        row(9.999999999999997e22, "9.999999999999997e+22");
        row(1e23, "1e+23");
        row(1e21, "1e+21");
        row(999999999999999700000.0, "999999999999999700000");
        row(0.000001, "0.000001");
        row(9.999999999999997e-7, "9.999999999999997e-7");
        row(333333333.3333332, "333333333.3333332");
        row(333333333.33333325, "333333333.33333325");
        row(-0.0000033333333333333333, "-0.0000033333333333333333");
        row(1424953923781206.2, "1424953923781206.2");
        row(42, "42");
        row(-1.5, "-1.5");
        row(100, "100");
    }
    void numbersAreWrittenAsEcmascriptDoes() {
        QFETCH(double, number);
        QFETCH(QByteArray, text);
        QCOMPARE(canonicalJson({{u"n"_s, number}}), QByteArray("{\"n\":" + text.trimmed() + "}"));
    }
    void emptyThingsStayEmpty() {
        QCOMPARE(canonicalJson({}), QByteArray("{}"));
        QCOMPARE(canonical(u"empty.json"_s), QByteArray("{\"a\":{},\"b\":[],\"c\":\"\"}"));
    }
    void controlCharactersHaveTheirShortestEscape() {
        QCOMPARE(canonical(u"escapes.json"_s), QByteArray("{\"c\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\x7F\"}"));
    }

    void anEntryIsHashedInItsCanonicalForm() {
        const QByteArray bytes = canonicalEntry(sampleEntry());
        QCOMPARE(bytes, QByteArray("{\"actor\":\"Anna M\xC3\xBCller\",\"address\":\"local\",\"at\":\"2026-03-17T10:00:"
                                   "00Z\",\"authMethod\":\"local\",\"detail\":{\"days\":30,\"expires_at\":null,"
                                   "\"name\":\"Zapier\"},\"event\":\"API Key Created\",\"key_id\":\"k1a2b3c4\","
                                   "\"key_name\":\"Zapier \xE2\x80\x94 \\\"production\\\"\",\"key_preview\":"
                                   "\"mem_prod_a1b\xE2\x80\xA6\",\"seq\":7}"));
        QCOMPARE(entryHash(sampleEntry()), sha256(sha256("keyring").toByteArray() + bytes));
    }
    void everyFieldIsUnderTheHash() {
        QSet<QString> hashes{toHex(entryHash(sampleEntry()))};
        const auto with = [&](auto change) {
            Activity entry = sampleEntry();
            change(entry);
            hashes.insert(toHex(entryHash(entry)));
        };
        with([](Activity &entry) { ++entry.seq; });
        with([](Activity &entry) { entry.at += Seconds{1}; });
        with([](Activity &entry) { entry.event = QString::fromUtf16(event::revoked); });
        with([](Activity &entry) { entry.actor += u'x'; });
        with([](Activity &entry) { entry.authMethod = u"api_key"_s; });
        with([](Activity &entry) { entry.keyId += u'x'; });
        with([](Activity &entry) { entry.keyName += u'x'; });
        with([](Activity &entry) { entry.keyPreview += u'x'; });
        with([](Activity &entry) { entry.address += u'x'; });
        with([](Activity &entry) { entry.detail[u"days"_s] = 31; });
        with([](Activity &entry) { entry.prev = sha256("other"); });
        QCOMPARE(hashes.size(), 12);
    }

    void searchTermsGoToTheirFields() {
        const ActivityTerms terms = parseActivitySearch(
            u"authMethod:api_key actor:\"Anna Müller\" EVENT:revoked key:kw_7fQ2 key:other address:10.0.0.5 invoice"_s);
        QCOMPARE(terms.authMethod, QStringList{u"api_key"_s});
        QCOMPARE(terms.actor, QStringList{u"Anna Müller"_s});
        QCOMPARE(terms.event, QStringList{u"revoked"_s});
        QCOMPARE(terms.key, QStringList({u"kw_7fQ2"_s, u"other"_s}));
        QCOMPARE(terms.address, QStringList{u"10.0.0.5"_s});
        QCOMPARE(terms.free, QStringList{u"invoice"_s});
        QVERIFY(terms.unknown.isEmpty() && !terms.before && !terms.after);
    }
    void datesAreLocalDaysAndInstantsAreExact() {
        const ActivityTerms terms = parseActivitySearch(u"after:2026-03-17 before:2026-03-18T10:00:00Z"_s);
        QCOMPARE(terms.after, fromRfc3339(u"2026-03-16T23:00:00Z"_s)); // midnight in Berlin
        QCOMPARE(terms.before, fromRfc3339(u"2026-03-18T10:00:00Z"_s));
        QVERIFY(terms.free.isEmpty());
    }
    void whatIsNotUnderstoodIsNamedAndSearchedAsText() {
        const ActivityTerms terms = parseActivitySearch(u"colour:red before:soon actor: leads:read"_s);
        const QStringList all{u"colour:red"_s, u"before:soon"_s, u"actor:"_s, u"leads:read"_s};
        QCOMPARE(terms.unknown, all);
        QCOMPARE(terms.free, all);
        QVERIFY(!terms.before && terms.actor.isEmpty());
    }
    void quotesAndSpacesMayBeLeftOpen() {
        QCOMPARE(parseActivitySearch(u"  \"two words\"  one "_s).free, QStringList({u"two words"_s, u"one"_s}));
        QCOMPARE(parseActivitySearch(u"actor:\"Anna M"_s).actor, QStringList{u"Anna M"_s});
        QCOMPARE(parseActivitySearch(u" : :x \"\" "_s).free, QStringList({u":"_s, u":x"_s}));
        QVERIFY(parseActivitySearch({}).free.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
