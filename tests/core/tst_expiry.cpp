#include "core/model/draft.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"

#include <QLocale>
#include <QTest>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Instant at(const char *text) {
    return *fromRfc3339(QString::fromLatin1(text));
}

Draft draftUntil(const std::optional<Expiry> &expiry) {
    Draft draft;
    draft.name = u"Zapier"_s;
    draft.expiry = expiry;
    return draft;
}

Result<CheckedDraft> checkUntil(QStringView policy, const std::optional<Expiry> &expiry, Instant now) {
    return check(adminUnder(shipped(policy), now), draftUntil(expiry));
}

/// A column of a table: QVariant cannot hold the variant itself.
struct Choice {
    std::optional<Expiry> expiry;
};

const Instant noon = at("2026-11-22T12:00:00Z");

// What zones are called: Windows has no short names for them, and one name for zones that keep the same time.
#ifdef Q_OS_WIN
const QString berlinInWinter = u"UTC+01:00"_s, newYorkInWinter = u"UTC-05:00"_s;
QString zoneId() {
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}
#else
const QString berlinInWinter = u"CET"_s, newYorkInWinter = u"EST"_s;
QString zoneId() {
    return u"Europe/Berlin"_s;
}
#endif

} // namespace

class TestExpiry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatPeopleTypeIsRead() {
        QCOMPARE(parseExpiry(u"30d"_s).value(), Expiry(ExpiresInDays{30}));
        QCOMPARE(parseExpiry(u" 1d "_s).value(), Expiry(ExpiresInDays{1}));
        QCOMPARE(parseExpiry(u"Never"_s).value(), Expiry(NeverExpires{}));
        QCOMPARE(parseExpiry(u"2027-01-31"_s).value(), Expiry(ExpiresOnDate{QDate(2027, 1, 31), {}}));
        QCOMPARE(parseExpiry(u"2028-02-29"_s).value(), Expiry(ExpiresOnDate{QDate(2028, 2, 29), {}}));
        QCOMPARE(parseExpiry(u"2027-01-31T12:00:00+02:00"_s).value(), Expiry(ExpiresAt{at("2027-01-31T10:00:00Z")}));
    }
    void whatIsNoExpiryIsRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "  ",
                                 "30",
                                 "0d",
                                 "-3d",
                                 "1.5d",
                                 "99999999999d",
                                 "30 d",
                                 "30days",
                                 "d",
                                 "tomorrow",
                                 "31.01.2027",
                                 "01/31/2027",
                                 "2027-1-31",
                                 "2027-02-29",
                                 "2027-02-30",
                                 "2027-13-01",
                                 "2100-02-29",
                                 "2027-01-31T12:00:00",
                                 "2027-01-31 12:00",
                                 "٣d"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatIsNoExpiryIsRefused() {
        QFETCH(QString, text);
        VERIFY_ERROR(parseExpiry(text), ErrorKind::Invalid);
    }

    void daysAreTwentyFourHoursEvenOverAChangeOfClocks() {
        // The clocks in Berlin went forward on 28 March 2027.
        const Instant now = at("2027-03-27T12:00:00Z");
        QCOMPARE(expiryInstant(Expiry(ExpiresInDays{1}), now), now + Seconds{86'400});
    }

    void aDateEndsWithItsLocalDay_data() {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<Instant>("end");
        const auto row = [](const char *zone, QDate date, const char *end) {
            QTest::addRow("%s %s", zone, qPrintable(date.toString(Qt::ISODate))) << QByteArray(zone) << date << at(end);
        };
        row("UTC", {2027, 1, 31}, "2027-02-01T00:00:00Z");
        row("Europe/Berlin", {2027, 1, 31}, "2027-01-31T23:00:00Z");
        row("America/New_York", {2027, 1, 31}, "2027-02-01T05:00:00Z");
        row("Asia/Colombo", {2027, 1, 31}, "2027-01-31T18:30:00Z");
        row("Pacific/Kiritimati", {2027, 1, 31}, "2027-01-31T10:00:00Z");
        row("Pacific/Pago_Pago", {2027, 1, 31}, "2027-02-01T11:00:00Z");
        row("Europe/Berlin", {2028, 2, 29}, "2028-02-29T23:00:00Z");
        // A day of 23 hours and one of 25.
        row("Europe/Berlin", {2027, 3, 28}, "2027-03-28T22:00:00Z");
        row("Europe/Berlin", {2027, 10, 31}, "2027-10-31T23:00:00Z");
        // Clocks that jump over midnight: the next day begins at one o'clock.
        row("America/Santiago", {2024, 9, 7}, "2024-09-08T04:00:00Z");
        row("Africa/Cairo", {2024, 4, 25}, "2024-04-25T22:00:00Z");
    }
    void aDateEndsWithItsLocalDay() {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QTEST(*expiryInstant(Expiry(ExpiresOnDate{date, zone}), noon), "end");
    }
    void theSystemsZoneIsTheOneOfAPlainDate() {
        // The tests run in Europe/Berlin.
        QCOMPARE(expiryInstant(Expiry(ExpiresOnDate{QDate(2027, 1, 31), {}}), noon), at("2027-01-31T23:00:00Z"));
        const auto checked = checkUntil(u"standard", ExpiresOnDate{QDate(2027, 1, 31), {}}, noon);
        VERIFY_RESULT(checked);
        QCOMPARE(checked->expiresOn, u"2027-01-31 "_s + zoneId());
    }

    void theInstantIsSaidInWords() {
        const auto words = [](const Expiry &expiry) { return expiryInWords(expiry, noon); };
        QCOMPARE(words(NeverExpires{}), u"Never expires"_s);
        QCOMPARE(words(ExpiresOnDate{QDate(2027, 1, 31), {}}),
                 u"Stops working on 1 Feb 2027 at 00:00 (%1)"_s.arg(berlinInWinter));
        QCOMPARE(words(ExpiresOnDate{QDate(2027, 1, 31), "America/New_York"}),
                 u"Stops working on 1 Feb 2027 at 00:00 (%1)"_s.arg(newYorkInWinter));
        QCOMPARE(words(ExpiresInDays{30}), u"Stops working on 22 Dec 2026 at 13:00 (%1)"_s.arg(berlinInWinter));
    }

    void todayIsAllowedAndYesterdayIsNot() {
        const QByteArray zone = "America/New_York";
        // 03:00 UTC is still the day before in New York.
        const Instant now = at("2026-11-22T03:00:00Z");
        VERIFY_RESULT(checkUntil(u"standard", ExpiresOnDate{QDate(2026, 11, 21), zone}, now));
        VERIFY_ERROR(checkUntil(u"standard", ExpiresOnDate{QDate(2026, 11, 20), zone}, now), ErrorKind::Invalid);
        VERIFY_ERROR(checkUntil(u"standard", ExpiresOnDate{QDate(2026, 11, 21), "UTC"}, now), ErrorKind::Invalid);
    }
    void theLatestDayIsTheLastOfTheCentury() {
        VERIFY_RESULT(checkUntil(u"remy", ExpiresOnDate{QDate(2100, 12, 31), "Pacific/Pago_Pago"}, noon));
        VERIFY_ERROR(checkUntil(u"remy", ExpiresOnDate{QDate(2101, 1, 1), {}}, noon), ErrorKind::Invalid);
        VERIFY_ERROR(checkUntil(u"standard", ExpiresInDays{30'000}, noon), ErrorKind::Invalid);
        VERIFY_ERROR(checkUntil(u"standard", ExpiresInDays{2'147'483'647}, noon), ErrorKind::Invalid);
        VERIFY_ERROR(checkUntil(u"standard", ExpiresAt{at("2101-01-02T00:00:00Z")}, noon), ErrorKind::Invalid);
    }
    void anInstantMustComeLater() {
        VERIFY_ERROR(checkUntil(u"standard", ExpiresAt{noon}, noon), ErrorKind::Invalid);
        VERIFY_RESULT(checkUntil(u"standard", ExpiresAt{noon + Seconds{1}}, noon));
    }
    void aDateThatIsNoneIsRefused() {
        VERIFY_ERROR(checkUntil(u"standard", ExpiresOnDate{QDate(), {}}, noon), ErrorKind::Invalid);
        VERIFY_ERROR(checkUntil(u"standard", ExpiresOnDate{QDate(2027, 1, 1), "Mars/Olympus"}, noon),
                     ErrorKind::Invalid);
    }

    void eachPolicyTakesWhatItOffers_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<QString>("refusedField"); // empty: accepted
        const auto row = [](const char *policy, const char *what, const std::optional<Expiry> &expiry,
                            const char *field) {
            QTest::addRow("%s, %s", policy, what)
                << QString::fromLatin1(policy) << Choice{expiry} << QString::fromLatin1(field);
        };
        const ExpiresOnDate date{QDate(2027, 1, 31), {}};
        const ExpiresAt instant{at("2027-01-31T12:00:00Z")};
        row("standard", "nothing", {}, "");
        row("standard", "never", NeverExpires{}, "");
        row("standard", "30 days", ExpiresInDays{30}, "");
        row("standard", "a date", date, "");
        row("standard", "an instant", instant, "");
        row("standard", "no days", ExpiresInDays{0}, "expires_days");
        row("standard", "days before", ExpiresInDays{-1}, "expires_days");
        row("remy", "nothing", {}, "expires_days");
        row("remy", "never", NeverExpires{}, "expires_days");
        for (const int days : {30, 60, 90, 365})
            row("remy", qPrintable(u"%1 days"_s.arg(days)), ExpiresInDays{days}, "");
        row("remy", "31 days", ExpiresInDays{31}, "expires_days");
        row("remy", "a date", date, "");
        row("remy", "a date after 365 days", ExpiresOnDate{QDate(2030, 1, 1), {}}, "");
        row("expiration-reminder", "nothing", {}, "");
        row("expiration-reminder", "never", NeverExpires{}, "");
        row("expiration-reminder", "30 days", ExpiresInDays{30}, "expires_days");
        row("expiration-reminder", "a date", date, "expires_at");
        row("memoryrelay", "nothing", {}, "");
        row("memoryrelay", "1 day", ExpiresInDays{1}, "");
        row("memoryrelay", "365 days", ExpiresInDays{365}, "");
        row("memoryrelay", "366 days", ExpiresInDays{366}, "expires_days");
        row("memoryrelay", "0 days", ExpiresInDays{0}, "expires_days");
        row("memoryrelay", "a date", date, "expires_at");
        row("memoryrelay", "an instant", instant, "expires_at");
        row("leads-crm", "nothing", {}, "");
        row("leads-crm", "a date", date, "");
        row("leads-crm", "30 days", ExpiresInDays{30}, "expires_days");
    }
    void eachPolicyTakesWhatItOffers() {
        QFETCH(QString, policy);
        QFETCH(Choice, choice);
        QFETCH(QString, refusedField);
        const auto checked = checkUntil(policy, choice.expiry, noon);
        if (refusedField.isEmpty()) {
            VERIFY_RESULT(checked);
            QCOMPARE(checked->expiresAt, choice.expiry ? expiryInstant(*choice.expiry, noon) : std::nullopt);
        } else {
            VERIFY_ERROR(checked, ErrorKind::Invalid);
            QCOMPARE(checked.error().field, refusedField);
        }
    }
    void theMostDaysOfAPolicyHoldForDatesToo() {
        KeyPolicy policy = shipped(u"standard");
        policy.expiry->maxDays = 90;
        const Situation situation = adminUnder(policy, noon);
        // The day ends 89 days and 11 hours from now, the next one later than 90 days.
        VERIFY_RESULT(check(situation, draftUntil(ExpiresOnDate{QDate(2027, 2, 19), {}})));
        VERIFY_ERROR(check(situation, draftUntil(ExpiresOnDate{QDate(2027, 2, 20), {}})), ErrorKind::Invalid);
        VERIFY_RESULT(check(situation, draftUntil(ExpiresAt{noon + Days{90}})));
        VERIFY_ERROR(check(situation, draftUntil(ExpiresAt{noon + Days{90} + Seconds{1}})), ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
