#include "core/model/csv.h"
#include "core/model/english.h"
#include "core/model/instant_text.h"

#include <QTest>

using namespace keywright;

class TestInstantText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void distancesAreSaidInOneUnit_data() {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("brief");
        const auto row = [](qint64 distance, const char *text, const char *brief) {
            QTest::newRow(text) << distance << QString::fromLatin1(text) << QString::fromLatin1(brief);
        };
        row(0, "just now", "now");
        row(-4, "just now", "now");
        row(-59, "59 seconds ago", "59 s");
        row(-119, "119 seconds ago", "119 s");
        row(-120, "2 minutes ago", "2 min");
        row(-7200, "2 hours ago", "2 h");
        row(-3 * 86'400, "3 days ago", "3 d");
        row(12 * 86'400 + 5, "in 12 days", "in 12 d");
        row(89 * 86'400, "in 89 days", "in 89 d");
        row(29 * 86'400 + 86'399, "in 30 days", "in 30 d"); // made a moment ago for 30 days
        row(-90 * 86'400, "3 months ago", "3 mo");
        row(-800 * 86'400, "2 years ago", "2 y");
    }
    void distancesAreSaidInOneUnit() {
        QFETCH(qint64, distance);
        const Instant now = fromEpoch(1'790'000'000);
        QTEST(relativeText(now + Seconds(distance), now), "text");
        QTEST(shortRelativeText(now + Seconds(distance), now), "brief");
    }
    void theFullInstantNamesItsZone() {
        const Instant midnight = *fromRfc3339(QStringLiteral("2027-01-30T23:00:00Z"));
#ifdef Q_OS_WIN
        const QString zone = QStringLiteral("UTC+01:00");
#else
        const QString zone = QStringLiteral("CET");
#endif
        QCOMPARE(instantText(midnight), QStringLiteral("31 Jan 2027, 00:00 ") + zone);
        QCOMPARE(instantText(midnight, TimeZoneShown::Utc), QStringLiteral("30 Jan 2027, 23:00 UTC"));
    }
    void spansHaveNoDirection() { QCOMPARE(durationText(Days(12)), QStringLiteral("12 days")); }

    void oneIsSaidInTheSingularWhereNoLanguageWasChosen() {
        QCOMPARE(durationText(Seconds(1)), QStringLiteral("1 seconds")); // the sources hold the plural alone
        const English english;
        QCOMPARE(durationText(Seconds(1)), QStringLiteral("1 second"));
        QCOMPARE(durationText(Seconds(2)), QStringLiteral("2 seconds"));
    }

    void aSpreadsheetTakesNoCellForAFormula() {
        QCOMPARE(csvCell(QStringLiteral("=1+1")), QByteArray("'=1+1"));
        QCOMPARE(csvCell(QStringLiteral("@cmd")), QByteArray("'@cmd"));
        QCOMPARE(csvCell(QStringLiteral("\tx")), QByteArray("'\tx"));
        QCOMPARE(csvCell(QStringLiteral("a=b")), QByteArray("a=b"));
    }
    void cellsAreQuotedWhereTheyMustBe() {
        QCOMPARE(csvLine({QStringLiteral("a,b"), QString(), QStringLiteral("say \"x\"")}),
                 QByteArray("\"a,b\",,\"say \"\"x\"\"\"\r\n"));
        QCOMPARE(csvLine({QString(), QStringLiteral("b")}), QByteArray(",b\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestInstantText)
#include "tst_instant_text.moc"
