#include "core/crypto/token.h"
#include "core/keyring/key_listing.h"
#include "core/model/key_json.h"
#include "tests/support/keyring_fixture.h"

#include <QSignalSpy>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestLocalKeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createdKeyIsListedUnderEveryPolicy_data() { everyPolicy(); }
    void createdKeyIsListedUnderEveryPolicy();
    void revokedKeyStaysRevokedAndSaysWhy_data() { everyPolicy(); }
    void revokedKeyStaysRevokedAndSaysWhy();
    void pagesHoldEveryKeyOnce();
    void ownChangeIsTold();
    void listedStatesAreThoseOfTheRule_data();
    void listedStatesAreThoseOfTheRule();

private:
    static void everyPolicy() {
        QTest::addColumn<QString>("policyId");
        for (const KeyPolicy &policy : shippedPolicies())
            QTest::newRow(qPrintable(policy.id)) << policy.id;
    }
};

void TestLocalKeyring::createdKeyIsListedUnderEveryPolicy() {
    QFETCH(QString, policyId);
    KeyringFixture fixture(policyId);
    auto issued = await(fixture.keyring().create(goodDraft(fixture.policy(), u"Zapier sync"_s), {}));
    VERIFY_RESULT(issued);
    QVERIFY(readToken(fixture.policy(), issued->token->view()).wellFormed);
    const auto keys = fixture.all();
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys.first().id, issued->key.id);
    QCOMPARE(keys.first().preview, previewOf(fixture.policy(), issued->token->view()));
    auto details = await(fixture.keyring().details(issued->key.id));
    VERIFY_RESULT(details);
    QVERIFY(details->key == issued->key);
    auto found = await(fixture.keyring().identify({tokenDigest(issued->token->view())}));
    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().key.id, issued->key.id);
}

void TestLocalKeyring::revokedKeyStaysRevokedAndSaysWhy() {
    QFETCH(QString, policyId);
    KeyringFixture fixture(policyId);
    const auto issued = fixture.make(u"Mac sync script"_s);
    fixture.clock().advance(Seconds(60));
    auto outcomes = await(fixture.keyring().revoke({issued.key.id}, u"leaked"_s));
    VERIFY_RESULT(outcomes);
    QVERIFY(outcomes->first().done && !outcomes->first().already);
    outcomes = await(fixture.keyring().revoke({issued.key.id}, u"left"_s));
    VERIFY_RESULT(outcomes);
    QVERIFY(outcomes->first().done && outcomes->first().already);
    QVERIFY(fixture.reopen());
    const auto key = fixture.all().first();
    QCOMPARE(key.revokedAt, fixture.clock().now());
    QCOMPARE(key.revokeReason, u"leaked"_s);
    auto chain = await(fixture.keyring().checkActivity({}));
    VERIFY_RESULT(chain);
    QVERIFY(chain->intact);
    QCOMPARE(chain->entries, 3);
}

void TestLocalKeyring::pagesHoldEveryKeyOnce() {
    KeyringFixture fixture(u"standard"_s);
    VERIFY_RESULT(fillKeyring(fixture.path(), {.keys = 12'345}, fixture.clock().now()));
    QSet<QString> ids;
    for (const ApiKey &key : fixture.all())
        ids << key.id.value;
    QCOMPARE(ids.size(), 12'345);
}

void TestLocalKeyring::ownChangeIsTold() {
    KeyringFixture fixture(u"standard"_s);
    QSignalSpy told(&fixture.keyring(), &Keyring::changed);
    const auto issued = fixture.make(u"CI deploy"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 1'000);
    QVERIFY(told.first().first().value<Delta>().upserts.first() == issued.key);
}

void TestLocalKeyring::listedStatesAreThoseOfTheRule_data() {
    QTest::addColumn<KeyStatus>("state");
    QTest::addColumn<int>("daysLater");
    for (const int later : {0, 10}) // by then grace is over for some, and others expire soon
        for (const auto state :
             {KeyStatus::Active, KeyStatus::Expiring, KeyStatus::InGrace, KeyStatus::Expired, KeyStatus::Revoked})
            QTest::addRow("%s, %d days later", statusId(state).data(), later) << state << later;
}

/// The database answers by a WHERE clause what statusOf() says of each key.
void TestLocalKeyring::listedStatesAreThoseOfTheRule() {
    QFETCH(KeyStatus, state);
    QFETCH(int, daysLater);
    KeyringFixture fixture(u"standard"_s);
    VERIFY_RESULT(fillKeyring(fixture.path(), {.keys = 3'000}, fixture.clock().now()));
    fixture.clock().advance(Days{daysLater});
    const Instant now = fixture.clock().now();
    QSet<QString> wanted, listed;
    for (const ApiKey &key : fixture.all())
        if (state == KeyStatus::Active ? isActive(key, now) : statusOf(key, now) == state)
            wanted << key.id.value;
    Cursor from;
    do {
        const auto page = await(fixture.keyring().list({.state = state, .limit = 100}, from));
        VERIFY_RESULT(page);
        for (const ApiKey &key : page->keys) {
            QVERIFY(!listed.contains(key.id.value));
            listed << key.id.value;
        }
        from = page->next;
    } while (!from.isEmpty());
    QCOMPARE(listed, wanted);
    if (daysLater == 0)
        QVERIFY(!wanted.isEmpty());
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestLocalKeyring)
#include "tst_local_keyring.moc"
