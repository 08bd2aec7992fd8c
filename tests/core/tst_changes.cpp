#include "core/model/draft.h"
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

ApiKey liveKey() {
    ApiKey key;
    key.id = {u"k1"_s};
    key.name = u"Zapier"_s;
    key.scopes = {u"read"_s};
    key.owner = u"Anna"_s;
    key.createdAt = now - Days{10};
    return key;
}

ExpiresOnDate dayFromNow(int days) {
    return {toUtc(now).date().addDays(days), "UTC"};
}

Instant endOf(const ExpiresOnDate &day) {
    return *expiryInstant(Expiry(day), now);
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEditChangesWhatItNamesAndNothingElse() {
        Changes changes;
        QVERIFY(changes.isEmpty());
        changes.name = u" Zapier — production "_s;
        changes.scopes = QStringList{u"write"_s, u"read"_s};
        changes.owner = u"Bert"_s;
        changes.note = u"for invoices"_s;
        changes.dailyLimit = std::optional(MicroUsd{5'000'000});
        changes.ratePerMinute = std::optional(60);
        QVERIFY(!changes.isEmpty());
        const auto after = check(situationUnder(u"standard"), liveKey(), changes);
        VERIFY_RESULT(after);
        ApiKey expected = liveKey();
        expected.name = u"Zapier — production"_s;
        expected.scopes = QStringList{u"read"_s, u"write"_s};
        expected.owner = u"Bert"_s;
        expected.note = u"for invoices"_s;
        expected.dailyLimit = MicroUsd{5'000'000};
        expected.ratePerMinute = 60;
        QCOMPARE(*after, expected);
    }
    void aLimitCanBeTakenAway() {
        ApiKey key = liveKey();
        key.dailyLimit = MicroUsd{1};
        key.monthlyLimit = MicroUsd{2};
        Changes changes;
        changes.dailyLimit = std::optional<MicroUsd>();
        const auto after = check(situationUnder(u"standard"), key, changes);
        VERIFY_RESULT(after);
        QVERIFY(!after->dailyLimit && after->monthlyLimit == MicroUsd{2});
    }
    void whatStaysAsItIsNeedsNoPermission() {
        Changes changes;
        changes.name = u"Zapier"_s;
        changes.scopes = QStringList{u"read"_s};
        changes.note = u"new"_s;
        VERIFY_RESULT(check(situationUnder(u"remy"), liveKey(), changes));
    }
    void eachChangePassesTheGate_data() {
        QTest::addColumn<QString>("what");
        for (const char *what : {"name", "scopes", "daily", "monthly", "rate"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void eachChangePassesTheGate() {
        QFETCH(QString, what);
        Changes changes;
        if (what == u"name"_s)
            changes.name = u"Other"_s;
        if (what == u"scopes"_s)
            changes.scopes = QStringList{u"write"_s};
        if (what == u"daily"_s)
            changes.dailyLimit = std::optional(MicroUsd{1});
        if (what == u"monthly"_s)
            changes.monthlyLimit = std::optional(MicroUsd{1});
        if (what == u"rate"_s)
            changes.ratePerMinute = std::optional(1);
        VERIFY_RESULT(check(situationUnder(u"standard"), liveKey(), changes));
        VERIFY_ERROR(check(situationUnder(u"remy"), liveKey(), changes), ErrorKind::Refused);
        ApiKey dead = liveKey();
        dead.revokedAt = now;
        VERIFY_ERROR(check(situationUnder(u"standard"), dead, changes), ErrorKind::Refused);
    }
    void aDeadKeyStillTakesOwnerAndNote() {
        Changes changes;
        changes.owner = u"Bert"_s;
        changes.note = u"left in May"_s;
        ApiKey dead = liveKey();
        dead.revokedAt = now;
        VERIFY_RESULT(check(situationUnder(u"remy"), dead, changes));
        dead = liveKey();
        dead.expiresAt = now;
        VERIFY_RESULT(check(situationUnder(u"remy"), dead, changes));
    }
    void valuesAreJudgedAsOnCreation() {
        Changes changes;
        changes.name = u" "_s;
        const auto nameless = check(situationUnder(u"standard"), liveKey(), changes);
        VERIFY_ERROR(nameless, ErrorKind::Invalid);
        QCOMPARE(nameless.error().field, u"name"_s);
        changes = {};
        changes.scopes = QStringList{};
        VERIFY_ERROR(check(situationUnder(u"standard"), liveKey(), changes), ErrorKind::Invalid);
        changes = {};
        changes.dailyLimit = std::optional(MicroUsd{-1});
        VERIFY_ERROR(check(situationUnder(u"standard"), liveKey(), changes), ErrorKind::Invalid);
    }
    void aKeyAddsNoScopeThatItLacksItself() {
        Situation situation = situationUnder(u"standard");
        situation.caller.method = AuthMethod::ApiKey;
        situation.caller.key = ApiKey{};
        situation.caller.key->scopes = {u"admin"_s, u"write"_s};
        Changes changes;
        changes.scopes = QStringList{u"read"_s, u"write"_s}; // read is there already
        VERIFY_RESULT(check(situation, liveKey(), changes));
        changes.scopes = QStringList{u"read"_s, u"delete"_s};
        VERIFY_ERROR(check(situation, liveKey(), changes), ErrorKind::Invalid);
    }
    void aDeveloperDoesNotGiveTheirKeyAway() {
        Situation situation = situationUnder(u"standard");
        situation.caller.role = Role::Developer;
        Changes changes;
        changes.owner = u"Bert"_s;
        VERIFY_ERROR(check(situation, liveKey(), changes), ErrorKind::Invalid);
    }

    void aRotationCarriesTheSettingsOver() {
        ApiKey key = liveKey();
        key.note = u"n"_s;
        key.dailyLimit = MicroUsd{1};
        key.monthlyLimit = MicroUsd{2};
        key.ratePerMinute = 3;
        key.expiresAt = key.createdAt + Days{90};
        const auto rotation = check(situationUnder(u"standard"), key, Rotation{});
        VERIFY_RESULT(rotation);
        const CheckedDraft &successor = rotation->successor;
        QCOMPARE(successor.name, key.name);
        QCOMPARE(successor.scopes, key.scopes);
        QCOMPARE(successor.owner, key.owner);
        QCOMPARE(successor.note, key.note);
        QCOMPARE(successor.dailyLimit, key.dailyLimit);
        QCOMPARE(successor.monthlyLimit, key.monthlyLimit);
        QCOMPARE(successor.ratePerMinute, key.ratePerMinute);
        QCOMPARE(successor.expiresAt, now + Days{90}); // the old lifetime, from now
        QCOMPARE(rotation->deprecatedAt, now);
        QCOMPARE(rotation->autoRevokeAt, now + Days{7}); // the policy's own grace
    }
    void theNewKeysExpiryCanBeChosen() {
        Rotation rotation;
        rotation.expiry = ExpiresInDays{60};
        QCOMPARE(check(situationUnder(u"memoryrelay"), liveKey(), rotation)->successor.expiresAt, now + Days{60});
        rotation.expiry = ExpiresInDays{366};
        VERIFY_ERROR(check(situationUnder(u"memoryrelay"), liveKey(), rotation), ErrorKind::Invalid);
    }
    void graceHasItsRange_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("one day") << 1 << true;
        QTest::newRow("thirty days") << 30 << true;
        QTest::newRow("more") << 31 << false;
        QTest::newRow("less than none") << -1 << false;
    }
    void graceHasItsRange() {
        QFETCH(int, days);
        QFETCH(bool, accepted);
        Rotation rotation;
        rotation.graceDays = days;
        for (const QStringView policy : {u"standard", u"memoryrelay"}) {
            const auto checked = check(situationUnder(policy), liveKey(), rotation);
            QCOMPARE(checked.has_value(), accepted);
            if (accepted)
                QCOMPARE(checked->autoRevokeAt, now + Days{days});
            else
                QCOMPARE(checked.error().field, u"grace_days"_s);
        }
    }
    void graceEndsWithTheOldKeysExpiry() {
        ApiKey key = liveKey();
        key.expiresAt = now + Days{3};
        QCOMPARE(check(situationUnder(u"memoryrelay"), key, Rotation{})->autoRevokeAt, now + Days{3});
    }
    void whereAPolicyReplacesOneSaysWhenTheOldKeyEnds() {
        ApiKey key = liveKey();
        key.expiresAt = now + Days{10};
        Rotation rotation;
        for (const QStringView policy : {u"remy", u"leads-crm"}) {
            rotation.revokeOld.reset();
            QCOMPARE(check(situationUnder(policy), key, rotation)->autoRevokeAt, now);
            rotation.revokeOld = RevokeOldNow{};
            QCOMPARE(check(situationUnder(policy), key, rotation)->autoRevokeAt, now);
            rotation.revokeOld = RevokeOldMyself{};
            QCOMPARE(check(situationUnder(policy), liveKey(), rotation)->autoRevokeAt, std::nullopt);
            rotation.revokeOld = dayFromNow(5);
            QCOMPARE(check(situationUnder(policy), key, rotation)->autoRevokeAt, endOf(dayFromNow(5)));
            rotation.revokeOld = dayFromNow(20); // after its expiry
            QCOMPARE(check(situationUnder(policy), key, rotation)->autoRevokeAt, key.expiresAt);
            rotation.revokeOld = dayFromNow(-1);
            const auto past = check(situationUnder(policy), key, rotation);
            VERIFY_ERROR(past, ErrorKind::Invalid);
            QCOMPARE(past.error().field, u"revoke_old_at"_s);
        }
    }
    void theOtherPoliciesWayOfEndingIsRefused() {
        Rotation days;
        days.graceDays = 7;
        VERIFY_ERROR(check(situationUnder(u"remy"), liveKey(), days), ErrorKind::Invalid);
        Rotation date;
        date.revokeOld = RevokeOldNow{};
        VERIFY_ERROR(check(situationUnder(u"memoryrelay"), liveKey(), date), ErrorKind::Invalid);
    }
    void aKeyThatRotatesGivesNoMoreThanItHas() {
        Situation situation = situationUnder(u"standard");
        situation.caller.method = AuthMethod::ApiKey;
        situation.caller.key = ApiKey{};
        situation.caller.key->scopes = {u"admin"_s};
        VERIFY_ERROR(check(situation, liveKey(), Rotation{}), ErrorKind::Invalid); // it cannot read
        situation.caller.key->scopes = {u"admin"_s, u"read"_s};
        situation.caller.key->expiresAt = now + Days{2};
        QCOMPARE(check(situation, liveKey(), Rotation{})->successor.expiresAt, now + Days{2});
    }
    void aRotationPassesTheGate() {
        ApiKey key = liveKey();
        key.revokedAt = now;
        VERIFY_ERROR(check(situationUnder(u"standard"), key, Rotation{}), ErrorKind::Refused);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
