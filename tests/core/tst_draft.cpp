#include "core/crypto/token.h"
#include "core/model/draft.h"
#include "core/model/usd_text.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"

#include <QTest>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant now = fromEpoch(1'790'000'000);

Situation situationUnder(QStringView policy) {
    return adminUnder(shipped(policy), now);
}

/// A caller that is itself an API key with these scopes.
Situation byKey(QStringView policy, const QStringList &scopes) {
    Situation situation = situationUnder(policy);
    situation.caller.method = AuthMethod::ApiKey;
    situation.caller.key = ApiKey{};
    situation.caller.key->scopes = scopes;
    return situation;
}

/// A draft that the policy accepts, but for its name.
Draft named(QStringView policy, const QString &name) {
    Draft draft;
    draft.name = name;
    if (policy == u"remy")
        draft.expiry = ExpiresInDays{30};
    return draft;
}

Result<CheckedDraft> checkName(QStringView policy, const QString &name) {
    return check(situationUnder(policy), named(policy, name));
}

QString tokenOf(QStringView policy) {
    const Secret token = makeToken(shipped(policy));
    return QString::fromLatin1(token.view());
}

QStringList fieldsOf(const QList<Error> &errors) {
    QStringList fields;
    for (const Error &error : errors)
        fields << error.field;
    return fields;
}

} // namespace

class TestDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreTrimmedAndComposed() {
        QCOMPARE(checkName(u"standard", u"  Zapier \t"_s)->name, u"Zapier"_s);
        QCOMPARE(checkName(u"standard", u"\u00A0Zapier\u2003"_s)->name, u"Zapier"_s);
        QCOMPARE(checkName(u"standard", u"Schlu\u0308ssel"_s)->name, u"Schl\u00FCssel"_s);
        QCOMPARE(checkName(u"standard", u"Zapier — production 🔑 \u200F\u05D0"_s)->name,
                 u"Zapier — production 🔑 \u200F\u05D0"_s);
    }
    void aNameIsAsLongAsThePolicySays_data() {
        QTest::addColumn<int>("longest");
        QTest::newRow("standard") << 100;
        QTest::newRow("remy") << 255;
        QTest::newRow("expiration-reminder") << 255;
        QTest::newRow("memoryrelay") << 255;
        QTest::newRow("leads-crm") << 100;
    }
    void aNameIsAsLongAsThePolicySays() {
        QFETCH(int, longest);
        const QString policy = QString::fromLatin1(QTest::currentDataTag());
        for (const QString &letter : {u"a"_s, u"ü"_s, u"🔑"_s}) { // the last takes two QChars and counts as one
            const auto fits = checkName(policy, u' ' + letter.repeated(longest) + u' ');
            VERIFY_RESULT(fits);
            QCOMPARE(fits->name, letter.repeated(longest));
            const auto over = checkName(policy, letter.repeated(longest + 1));
            VERIFY_ERROR(over, ErrorKind::Invalid);
            QCOMPARE(over.error().field, u"name"_s);
            QVERIFY(over.error().message.contains(QString::number(longest)));
        }
        // Composed first, then counted.
        VERIFY_RESULT(checkName(policy, u"u\u0308"_s.repeated(longest)));
    }
    void onlyMemoryrelayTakesNoName() {
        for (const KeyPolicy &policy : shippedPolicies()) {
            const auto checked = checkName(policy.id, u"   "_s);
            QCOMPARE(checked.has_value(), policy.id == u"memoryrelay"_s);
            if (checked)
                QCOMPARE(checked->name, QString());
            else
                QCOMPARE(checked.error().field, u"name"_s);
        }
    }
    void controlAndOverrideCharactersAreRefused_data() {
        QTest::addColumn<QString>("name");
        for (const unsigned c : {0x00U, 0x01U, 0x09U, 0x0AU, 0x0DU, 0x1BU, 0x7FU, 0x85U, 0x9FU, 0x2028U, 0x2029U,
                                 0x202AU, 0x202EU, 0x2066U, 0x2069U, 0xD800U, 0xDFFFU})
            QTest::addRow("U+%04X", c) << u"Zap"_s + QChar(char16_t(c)) + u"ier"_s;
    }
    void controlAndOverrideCharactersAreRefused() {
        QFETCH(QString, name);
        const auto checked = checkName(u"standard", name);
        VERIFY_ERROR(checked, ErrorKind::Invalid);
        QCOMPARE(checked.error().field, u"name"_s);
        QVERIFY(!checked.error().message.contains(u"ier"_s));
    }
    void theDefaultTextIsRefusedWhereThePolicySaysSo() {
        for (const QString &left : {u"New API key"_s, u" New API key "_s, u"new api KEY"_s})
            VERIFY_ERROR(checkName(u"remy", left), ErrorKind::Invalid);
        VERIFY_RESULT(checkName(u"remy", u"New API key for Zapier"_s));
        VERIFY_RESULT(checkName(u"standard", u"New API key"_s));
    }
    void aTokenIsRefusedInEveryTextAndNeverSaidAgain() {
        for (const KeyPolicy &policy : shippedPolicies()) {
            const QString token = tokenOf(policy.id);
            for (const QString &text : {token, u"prod: \""_s + token + u"\""_s}) {
                Draft draft = named(u"standard", text);
                draft.owner = text;
                draft.note = text;
                const QList<Error> errors = problems(situationUnder(u"standard"), draft);
                QCOMPARE(fieldsOf(errors), QStringList({u"name"_s, u"owner"_s, u"note"_s}));
                for (const Error &error : errors) {
                    QVERIFY(error.message.contains(u"looks like a key"_s));
                    QVERIFY(!error.message.contains(token.right(20)) && !error.technical.contains(token.right(20)));
                }
            }
        }
    }
    void aTokenOfTheKeyringsOwnPolicyIsRefusedToo() {
        KeyPolicy own = shipped(u"standard");
        own.token = {{.kind = TokenPart::Kind::Text, .text = u"acme_"_s},
                     {.kind = TokenPart::Kind::Random, .text = {}, .length = 40}};
        const Secret token = makeToken(own);
        const Draft draft = named(u"standard", QString::fromLatin1(token.view()));
        VERIFY_ERROR(check(adminUnder(own, now), draft), ErrorKind::Invalid);
        VERIFY_RESULT(check(situationUnder(u"standard"), draft));
    }
    void aTokenGivenAsAScopeIsNotSaidAgain() {
        Draft draft = named(u"standard", u"Zapier"_s);
        const QString token = tokenOf(u"standard");
        draft.scopes = QStringList{token};
        const auto checked = check(situationUnder(u"standard"), draft);
        VERIFY_ERROR(checked, ErrorKind::Invalid);
        QVERIFY(!checked.error().message.contains(token));
    }

    void poorNamesEarnAHintAndAreNotRefused() {
        for (const QString &name : {u"Test"_s, u"old"_s, u" API "_s}) {
            for (const QStringView policy : {u"standard", u"remy", u"expiration-reminder"}) {
                QVERIFY(!nameHint(shipped(policy), name).isEmpty());
                VERIFY_RESULT(checkName(policy, name));
            }
            for (const QStringView policy : {u"memoryrelay", u"leads-crm"})
                QVERIFY(nameHint(shipped(policy), name).isEmpty());
        }
        QVERIFY(nameHint(shipped(u"remy"), u"Test of the mail import"_s).isEmpty());
        QVERIFY(nameHint(shipped(u"expiration-reminder"), u"API"_s).contains(u"Zapier — production"_s));
    }

    void scopesAreMadeCanonical() {
        Draft draft = named(u"standard", u"Zapier"_s);
        QCOMPARE(check(situationUnder(u"standard"), draft)->scopes, QStringList({u"read"_s}));
        draft.scopes = QStringList{u"admin"_s, u"read"_s, u"admin"_s};
        QCOMPARE(check(situationUnder(u"standard"), draft)->scopes, QStringList({u"read"_s, u"admin"_s}));
    }
    void scopesThatThePolicyLacksAreRefused_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *what, const QString &policy, const QStringList &scopes, bool accepted) {
            QTest::newRow(what) << policy << scopes << accepted;
        };
        row("unknown", u"standard"_s, {u"read"_s, u"raed"_s}, false);
        row("other case", u"standard"_s, {u"Read"_s}, false);
        row("none where one is needed", u"standard"_s, {}, false);
        row("none where that is legal", u"leads-crm"_s, {}, true);
        row("all four", u"leads-crm"_s, {u"leads:delete"_s, u"leads:read"_s, u"leads:create"_s, u"leads:update"_s},
            true);
        row("none in memoryrelay", u"memoryrelay"_s, {}, false);
        row("the fixed one", u"remy"_s, {u"full"_s}, true);
        row("another than the fixed one", u"remy"_s, {u"read"_s}, false);
        row("the fixed two, swapped", u"expiration-reminder"_s, {u"write"_s, u"read"_s}, true);
        row("one of the fixed two", u"expiration-reminder"_s, {u"read"_s}, false);
        row("none of the fixed two", u"expiration-reminder"_s, {}, false);
    }
    void scopesThatThePolicyLacksAreRefused() {
        QFETCH(QString, policy);
        QFETCH(QStringList, scopes);
        QFETCH(bool, accepted);
        Draft draft = named(policy, u"Zapier"_s);
        draft.scopes = scopes;
        const auto checked = check(situationUnder(policy), draft);
        QCOMPARE(checked.has_value(), accepted);
        if (!accepted)
            QCOMPARE(checked.error().field, u"scopes"_s);
    }
    void aKeyGivesNoMoreThanItHas() {
        Draft draft = named(u"standard", u"Zapier"_s);
        draft.scopes = QStringList{u"read"_s, u"write"_s};
        VERIFY_RESULT(check(byKey(u"standard", {u"read"_s, u"write"_s, u"admin"_s}), draft));
        const auto more = check(byKey(u"standard", {u"read"_s, u"admin"_s}), draft);
        VERIFY_ERROR(more, ErrorKind::Invalid);
        QVERIFY(more.error().message.contains(u"write"_s));
        VERIFY_ERROR(check(byKey(u"standard", {u"read"_s, u"write"_s}), draft), ErrorKind::Refused);
    }
    void inMemoryrelayAnAdminKeyGivesAnything() {
        Draft draft = named(u"memoryrelay", u"Zapier"_s);
        draft.scopes = QStringList{u"delete"_s};
        VERIFY_RESULT(check(byKey(u"memoryrelay", {u"admin"_s}), draft));
    }
    void aKeyGivesNoLongerLifeThanItsOwn() {
        Situation situation = byKey(u"standard", {u"read"_s, u"admin"_s});
        situation.caller.key->expiresAt = now + Days{30};
        Draft draft = named(u"standard", u"Zapier"_s);
        VERIFY_ERROR(check(situation, draft), ErrorKind::Invalid); // never
        draft.expiry = ExpiresInDays{30};
        VERIFY_RESULT(check(situation, draft));
        draft.expiry = ExpiresInDays{31};
        VERIFY_ERROR(check(situation, draft), ErrorKind::Invalid);
        situation.policy = &shipped(u"memoryrelay");
        VERIFY_RESULT(check(situation, draft));
    }

    void limitsAreForPoliciesThatHaveThem() {
        for (const KeyPolicy &policy : shippedPolicies()) {
            Draft draft = named(policy.id, u"Zapier"_s);
            draft.dailyLimit = MicroUsd{5'000'000};
            draft.monthlyLimit = MicroUsd{0}; // nothing may be spent
            const QStringList refused = fieldsOf(problems(situationUnder(policy.id), draft));
            const bool has = policy.id == u"standard"_s || policy.id == u"memoryrelay"_s;
            QCOMPARE(refused,
                     has ? QStringList() : QStringList({u"daily_spend_limit_usd"_s, u"monthly_spend_limit_usd"_s}));
        }
    }
    void limitsHaveBounds() {
        Draft draft = named(u"standard", u"Zapier"_s);
        draft.dailyLimit = MicroUsd{-1};
        draft.monthlyLimit = MicroUsd{largestLimit.micros + 1};
        QCOMPARE(problems(situationUnder(u"standard"), draft).size(), 2);
        draft.dailyLimit = MicroUsd{0};
        draft.monthlyLimit = largestLimit;
        QCOMPARE(problems(situationUnder(u"standard"), draft).size(), 0);
    }
    void ratesAreForStandardAlone() {
        for (const KeyPolicy &policy : shippedPolicies()) {
            Draft draft = named(policy.id, u"Zapier"_s);
            draft.ratePerMinute = 60;
            QCOMPARE(problems(situationUnder(policy.id), draft).isEmpty(), policy.id == u"standard"_s);
        }
        for (const int rate : {0, -1, 10'000'001}) {
            Draft draft = named(u"standard", u"Zapier"_s);
            draft.ratePerMinute = rate;
            QCOMPARE(fieldsOf(problems(situationUnder(u"standard"), draft)), QStringList{u"rate_per_minute"_s});
        }
    }

    void theOwnerIsTheCallerUnlessSaidOtherwise() {
        Draft draft = named(u"standard", u"Zapier"_s);
        QCOMPARE(check(situationUnder(u"standard"), draft)->owner, u"Anna"_s);
        draft.owner = u" billing@example.com "_s;
        QCOMPARE(check(situationUnder(u"standard"), draft)->owner, u"billing@example.com"_s);
        draft.owner = QString();
        QCOMPARE(check(situationUnder(u"standard"), draft)->owner, QString());
        draft.owner = u"x"_s.repeated(101);
        VERIFY_ERROR(check(situationUnder(u"standard"), draft), ErrorKind::Invalid);
    }
    void aDeveloperOfStandardOwnsWhatTheyCreate() {
        Situation situation = situationUnder(u"standard");
        situation.caller.role = Role::Developer;
        Draft draft = named(u"standard", u"Zapier"_s);
        QCOMPARE(check(situation, draft)->owner, u"Anna"_s);
        draft.owner = u"Bert"_s;
        VERIFY_ERROR(check(situation, draft), ErrorKind::Invalid);
    }
    void aNoteMayHaveLines() {
        Draft draft = named(u"standard", u"Zapier"_s);
        draft.note = u"first\nsecond\n"_s;
        QCOMPARE(check(situationUnder(u"standard"), draft)->note, u"first\nsecond"_s);
        draft.note = u"bell\a"_s;
        VERIFY_ERROR(check(situationUnder(u"standard"), draft), ErrorKind::Invalid);
        draft.note = u"x"_s.repeated(1001);
        VERIFY_ERROR(check(situationUnder(u"standard"), draft), ErrorKind::Invalid);
    }

    void testKeysAreMadeByThePolicy_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("scopes");
        QTest::newRow("leads-crm") << u"Docs playground (temp)"_s
                                   << QStringList{u"leads:read"_s, u"leads:create"_s, u"leads:update"_s,
                                                  u"leads:delete"_s};
        QTest::newRow("standard") << u"Test key (temp)"_s << QStringList{u"read"_s};
    }
    void testKeysAreMadeByThePolicy() {
        Draft draft;
        draft.test = true;
        draft.name = u"ignored"_s;
        draft.expiry = ExpiresInDays{30};
        const auto checked = check(situationUnder(QString::fromLatin1(QTest::currentDataTag())), draft);
        VERIFY_RESULT(checked);
        QCOMPARE(checked->kind, KeyKind::Test);
        QTEST(checked->name, "name");
        QTEST(checked->scopes, "scopes");
        QCOMPARE(checked->expiresAt, now + Seconds{3600});
        QCOMPARE(checked->owner, u"Anna"_s);
    }
    void otherPoliciesHaveNoTestKeys() {
        Draft draft;
        draft.test = true;
        for (const QStringView policy : {u"remy", u"expiration-reminder", u"memoryrelay"})
            VERIFY_ERROR(check(situationUnder(policy), draft), ErrorKind::Refused);
    }

    void everyBrokenRuleIsTold() {
        Draft draft;
        draft.scopes = QStringList{};
        draft.expiry = ExpiresInDays{0};
        draft.dailyLimit = MicroUsd{-1};
        draft.ratePerMinute = 0;
        draft.owner = u"\u202E"_s;
        QCOMPARE(fieldsOf(problems(situationUnder(u"standard"), draft)),
                 QStringList({u"name"_s, u"scopes"_s, u"expires_days"_s, u"daily_spend_limit_usd"_s,
                              u"rate_per_minute"_s, u"owner"_s}));
    }
    void whoMayNotCreateIsToldThatAlone() {
        Situation situation = situationUnder(u"remy");
        situation.caller.role = Role::Auditor;
        const QList<Error> errors = problems(situation, Draft{});
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.first().kind, ErrorKind::Refused);
        QCOMPARE(errors.first().message, roleBanner(situation));
    }

    void amountsAreReadAndPrinted_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("printed");
        QTest::newRow("whole") << u"5"_s << 5'000'000LL << u"5.0"_s;
        QTest::newRow("two decimals") << u" 5.50 "_s << 5'500'000LL << u"5.5"_s;
        QTest::newRow("with a sign of currency") << u"$100"_s << 100'000'000LL << u"100.0"_s;
        QTest::newRow("nothing may be spent") << u"0"_s << 0LL << u"0.0"_s;
        QTest::newRow("the smallest") << u"0.000001"_s << 1LL << u"0.000001"_s;
        QTest::newRow("the seed's") << u"34.56"_s << 34'560'000LL << u"34.56"_s;
        QTest::newRow("the largest") << u"1000000000"_s << 1'000'000'000'000'000LL << u"1000000000.0"_s;
        QTest::newRow("zeros before") << u"007.10"_s << 7'100'000LL << u"7.1"_s;
    }
    void amountsAreReadAndPrinted() {
        QFETCH(QString, text);
        QFETCH(qint64, micros);
        const auto amount = parseUsd(text, u"f"_s);
        VERIFY_RESULT(amount);
        QCOMPARE((*amount)->micros, micros);
        QTEST(usdText(**amount), "printed");
        QCOMPARE(parseUsd(usdText(**amount), u"f"_s).value(), *amount);
    }
    void peopleReadCents() {
        QCOMPARE(shownUsd({0}), u"$0.00"_s);
        QCOMPARE(shownUsd({5'000'000}), u"$5.00"_s);
        QCOMPARE(shownUsd({34'560'000}), u"$34.56"_s);
        QCOMPARE(shownUsd({1}), u"$0.000001"_s);
    }
    void noAmountIsNoLimit() { QCOMPARE(parseUsd(u"  "_s, u"f"_s).value(), std::optional<MicroUsd>()); }
    void whatIsNoAmountIsRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char *text : {"-1",
                                 "-0.01",
                                 "1,000",
                                 "5,50",
                                 "1e3",
                                 "NaN",
                                 "inf",
                                 "five",
                                 "1.2.3",
                                 ".5",
                                 "5.",
                                 "0.0000001",
                                 "1000000000.000001",
                                 "1000000001",
                                 "9999999999999999",
                                 "99999999999999999",
                                 "0x10",
                                 "٥",
                                 "5 USD",
                                 "$",
                                 "$-5"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatIsNoAmountIsRefused() {
        QFETCH(QString, text);
        const auto amount = parseUsd(text, u"daily_spend_limit_usd"_s);
        VERIFY_ERROR(amount, ErrorKind::Invalid);
        QCOMPARE(amount.error().field, u"daily_spend_limit_usd"_s);
    }

    void reasonsForRevokingHaveIdsOfTheirOwn() {
        QStringList ids;
        for (const RevokeReason &reason : revokeReasons()) {
            QVERIFY(!reason.text.isEmpty());
            ids << reason.id;
        }
        QCOMPARE(ids, QStringList({u"lost_device"_s, u"left"_s, u"leaked"_s, u"unused"_s, u"replaced"_s, u"mistake"_s,
                                   u"other"_s}));
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
