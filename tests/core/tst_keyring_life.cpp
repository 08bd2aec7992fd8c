// What may become of a key under each policy, against a real file.
#include "core/crypto/token.h"
#include "tests/support/keyring_fixture.h"

#include <QFile>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestKeyringLife : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editKeepsTheTokenAndIsLogged();
    void whatThePolicyLocksIsRefused_data() { everyPolicy(); }
    void whatThePolicyLocksIsRefused();
    void rotationFollowsThePolicy_data() { everyPolicy(); }
    void rotationFollowsThePolicy();
    void rotatedKeyIsNotRotatedAgain();
    void graceEndsWithNoProgramRunning();
    void graceEndIsWrittenByARunningProgram();
    void reactivatedKeyWorksAgain_data() { everyPolicy(); }
    void reactivatedKeyWorksAgain();
    void reactivatedKeyCanBeRotatedAgain();
    void expiredKeyIsNotReactivated();
    void deletedKeyLeavesATombstoneAndItsLog();
    void deleteIsRefusedWhereThePolicyHasNone();
    void repeatedRequestMintsOnce();
    void bulkRevokeSharesABatch();
    void unknownIdIsNotEchoed();
    void reasonThatIsATokenIsRefused();
    void auditorChangesNothing();
    void developerApiFlagLocksManaging();
    void testKeyLivesAnHour();
    void deliveryIsNoted();
    void useIsCounted();
    void tokenIsNowhereInTheStore_data() { everyPolicy(); }
    void tokenIsNowhereInTheStore();

private:
    static void everyPolicy() {
        QTest::addColumn<QString>("policyId");
        for (const KeyPolicy &policy : shippedPolicies())
            QTest::newRow(qPrintable(policy.id)) << policy.id;
    }
    static QStringList events(KeyringFixture &fixture) {
        QStringList names;
        const auto page = await(fixture.keyring().activity(logSearch(), {}));
        for (const Activity &entry : page->entries)
            names.prepend(entry.event);
        return names;
    }
    static ApiKey only(KeyringFixture &fixture, const KeyId &id) {
        auto details = await(fixture.keyring().details(id));
        return details ? details->key : ApiKey{};
    }
};

void TestKeyringLife::editKeepsTheTokenAndIsLogged() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    auto edited = await(fixture.keyring().edit(issued.key.id, issued.key.revision,
                                               {.name = u"Zapier, production"_s,
                                                .scopes = QStringList{u"write"_s, u"read"_s},
                                                .owner = u"ops"_s,
                                                .note = {},
                                                .dailyLimit = std::optional(MicroUsd{5'000'000}),
                                                .monthlyLimit = {},
                                                .ratePerMinute = {}}));
    VERIFY_RESULT(edited);
    QCOMPARE(edited->name, u"Zapier, production"_s);
    QCOMPARE(edited->scopes, (QStringList{u"read"_s, u"write"_s}));
    QCOMPARE(edited->revision.value, issued.key.revision.value + 1);
    QVERIFY(edited->spend.has_value());
    QVERIFY(only(fixture, issued.key.id) == *edited);
    QCOMPARE(await(fixture.keyring().identify({tokenDigest(issued.token->view())}))->size(), 1);
    QCOMPARE(events(fixture),
             (QStringList{u"Keyring Created"_s, u"API Key Created"_s, u"API Key Renamed"_s, u"API Key Scopes Changed"_s,
                          u"API Key Limits Changed"_s, u"API Key Owner Changed"_s}));
    const auto renamed = await(fixture.keyring().activity(logSearch(u"event:renamed"_s), {}));
    QCOMPARE(renamed->entries.size(), 1);
    const auto name = renamed->entries.first().detail.value(u"name"_s).toObject();
    QCOMPARE(name.value(u"before"_s).toString(), u"Zapier"_s);
    QCOMPARE(name.value(u"after"_s).toString(), u"Zapier, production"_s);
}

void TestKeyringLife::whatThePolicyLocksIsRefused() {
    QFETCH(QString, policyId);
    KeyringFixture fixture(policyId);
    const auto issued = fixture.make(u"Mac sync script"_s);
    const auto situation = fixture.keyring().info().situation(fixture.clock().now());
    auto renamed = await(fixture.keyring().edit(issued.key.id, issued.key.revision, renaming(u"Another name"_s)));
    QCOMPARE(renamed.has_value(), permit(Action::Rename, situation, &issued.key).allowed());
    QCOMPARE(renamed.has_value(), fixture.policy().name.rename);
    const auto now = only(fixture, issued.key.id);
    Changes unscoped;
    unscoped.scopes = QStringList{};
    auto scoped = await(fixture.keyring().edit(now.id, now.revision, unscoped));
    QVERIFY(fixture.policy().scopes.edit || !scoped);
    if (!renamed)
        QCOMPARE(renamed.error().kind, ErrorKind::Refused);
}

void TestKeyringLife::rotationFollowsThePolicy() {
    QFETCH(QString, policyId);
    KeyringFixture fixture(policyId);
    const auto issued = fixture.make(u"CI deploy"_s);
    fixture.clock().advance(Seconds(3'600));
    auto rotated = await(fixture.keyring().rotate(issued.key.id, {}, {}));
    VERIFY_RESULT(rotated);
    QCOMPARE(rotated->key.name, issued.key.name);
    QCOMPARE(rotated->key.scopes, issued.key.scopes);
    QCOMPARE(rotated->key.lineage, issued.key.lineage);
    const auto old = only(fixture, issued.key.id);
    QCOMPARE(old.replacedBy, rotated->key.id);
    QCOMPARE(old.deprecatedAt, fixture.clock().now());
    if (fixture.policy().rotate->grace) {
        QCOMPARE(old.autoRevokeAt, fixture.clock().now() + Days(fixture.policy().rotate->grace->byDefault));
        QVERIFY(!old.revokedAt);
    } else {
        QCOMPARE(old.revokedAt, fixture.clock().now());
        QCOMPARE(old.revokeReason, u"replaced"_s);
    }
    if (issued.key.expiresAt)
        QCOMPARE(*rotated->key.expiresAt - rotated->key.createdAt, *issued.key.expiresAt - issued.key.createdAt);
    const auto details = await(fixture.keyring().details(rotated->key.id));
    QCOMPARE(details->lineage.size(), 2);
    QCOMPARE(details->lineage.first().id, issued.key.id);
}

void TestKeyringLife::rotatedKeyIsNotRotatedAgain() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const auto issued = fixture.make(u"agent"_s);
    const auto first = await(fixture.keyring().rotate(issued.key.id, {}, {}));
    VERIFY_RESULT(first);
    const auto second = await(fixture.keyring().rotate(issued.key.id, {}, {}));
    VERIFY_ERROR(second, ErrorKind::Refused);
    QVERIFY(second.error().message.contains(first->key.id.value));
    QCOMPARE(fixture.all().size(), 2);
}

void TestKeyringLife::graceEndsWithNoProgramRunning() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const auto issued = fixture.make(u"agent"_s);
    QVERIFY(await(fixture.keyring().rotate(issued.key.id, {.graceDays = 3, .revokeOld = {}, .expiry = {}}, {})));
    const Instant end = fixture.clock().now() + Days(3);
    fixture.close();
    fixture.clock().advance(Days(10));
    VERIFY_RESULT(fixture.reopen());
    const auto old = only(fixture, issued.key.id);
    QCOMPARE(old.revokedAt, end);
    QCOMPARE(old.revokedBy, u"system"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!sqlValue(fixture.path(), u"SELECT max(revoked_at) FROM keys"_s).isNull(), 5'000);
    auto second = fixture.another();
    QTest::qWait(1'500); // a second program polls the same end and must not write it again
    const auto ended = await(fixture.keyring().activity(logSearch(u"event:revoked"_s), {}));
    QCOMPARE(ended->entries.size(), 1);
    QCOMPARE(ended->entries.first().actor, u"system"_s);
    QCOMPARE(ended->entries.first().authMethod, u"system"_s);
}

void TestKeyringLife::graceEndIsWrittenByARunningProgram() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"agent"_s);
    QVERIFY(await(fixture.keyring().rotate(issued.key.id, {.graceDays = 1, .revokeOld = {}, .expiry = {}}, {})));
    fixture.clock().advance(Days(1));
    QTRY_COMPARE_WITH_TIMEOUT(events(fixture).last(), u"API Key Revoked"_s, 5'000);
    QCOMPARE(only(fixture, issued.key.id).revokedAt, fixture.clock().now());
}

void TestKeyringLife::reactivatedKeyWorksAgain() {
    QFETCH(QString, policyId);
    KeyringFixture fixture(policyId);
    const auto issued = fixture.make(u"Mac sync script"_s);
    QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"mistake"_s)));
    const auto revoked = only(fixture, issued.key.id);
    const auto stale = await(fixture.keyring().reactivate(issued.key.id, issued.key.revision));
    VERIFY_ERROR(stale, ErrorKind::Conflict);
    QVERIFY(*stale.error().newer == revoked);
    const auto again = await(fixture.keyring().reactivate(issued.key.id, revoked.revision));
    QCOMPARE(again.has_value(), fixture.policy().revoke.reversible);
    if (!again) {
        QCOMPARE(again.error().kind, ErrorKind::Refused);
        return;
    }
    QVERIFY(isActive(only(fixture, issued.key.id), fixture.clock().now()));
    QCOMPARE(events(fixture).last(), u"API Key Re-activated"_s);
}

void TestKeyringLife::reactivatedKeyCanBeRotatedAgain() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Mac sync script"_s);
    const auto first = await(fixture.keyring().rotate(issued.key.id, {}, {}));
    VERIFY_RESULT(first);
    VERIFY_ERROR(await(fixture.keyring().rotate(issued.key.id, {}, {})), ErrorKind::Refused);
    QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"mistake"_s)));
    const auto again = await(fixture.keyring().reactivate(issued.key.id, only(fixture, issued.key.id).revision));
    VERIFY_RESULT(again);
    QVERIFY(again->replacedBy.isEmpty() && !again->deprecatedAt && !again->autoRevokeAt);
    const auto second = await(fixture.keyring().rotate(issued.key.id, {}, {}));
    VERIFY_RESULT(second);
    const ApiKey old = only(fixture, issued.key.id);
    QCOMPARE(old.replacedBy, second->key.id);
    QCOMPARE(only(fixture, first->key.id).lineage, old.lineage);
    QVERIFY(isActive(only(fixture, first->key.id), fixture.clock().now()));
}

void TestKeyringLife::expiredKeyIsNotReactivated() {
    KeyringFixture fixture(u"standard"_s);
    Draft draft = goodDraft(fixture.policy(), u"Short"_s);
    draft.expiry = ExpiresInDays{30};
    const auto issued = await(fixture.keyring().create(draft, {}));
    VERIFY_RESULT(issued);
    QVERIFY(await(fixture.keyring().revoke({issued->key.id}, u"left"_s)));
    fixture.clock().advance(Days(31));
    const auto again = await(fixture.keyring().reactivate(issued->key.id, only(fixture, issued->key.id).revision));
    VERIFY_ERROR(again, ErrorKind::Refused);
}

void TestKeyringLife::deletedKeyLeavesATombstoneAndItsLog() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Mac sync script"_s);
    const FeedSeq before = fixture.keyring().info().feed;
    auto outcomes = await(fixture.keyring().erase({issued.key.id}));
    VERIFY_RESULT(outcomes);
    QVERIFY(!outcomes->first().done);
    QCOMPARE(outcomes->first().error.kind, ErrorKind::Refused);
    QVERIFY(await(fixture.keyring().recordUse(issued.key.id, {.at = fixture.clock().now()})));
    QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"left"_s)));
    outcomes = await(fixture.keyring().erase({issued.key.id}));
    QVERIFY(outcomes->first().done);
    QVERIFY(fixture.all().isEmpty());
    QVERIFY(await(fixture.keyring().identify({tokenDigest(issued.token->view())}))->isEmpty());
    for (const auto &table : {u"keys"_s, u"usage"_s, u"usage_day"_s, u"client"_s})
        QCOMPARE(sqlValue(fixture.path(), u"SELECT count(*) FROM "_s + table).toInt(), 0);
    const QByteArray digest = tokenDigest(issued.token->view()).toByteArray();
    QVERIFY(!isStored(fixture.path(), digest));
    const auto delta = await(fixture.keyring().changes(before));
    QVERIFY(delta->removals.contains(issued.key.id));
    const auto log = await(fixture.keyring().activity(logSearch({}, issued.key.id), {}));
    QCOMPARE(log->entries.size(), 3);
    QCOMPARE(log->entries.first().event, u"API Key Deleted"_s);
    outcomes = await(fixture.keyring().erase({issued.key.id}));
    QVERIFY(outcomes->first().done && outcomes->first().already);
}

void TestKeyringLife::deleteIsRefusedWhereThePolicyHasNone() {
    for (const auto &id : {u"remy"_s, u"expiration-reminder"_s, u"memoryrelay"_s}) {
        KeyringFixture fixture(id);
        const auto issued = fixture.make(u"Mac sync script"_s);
        QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"left"_s)));
        const auto outcomes = await(fixture.keyring().erase({issued.key.id}));
        QCOMPARE(outcomes->first().error.kind, ErrorKind::Refused);
        QCOMPARE(fixture.all().size(), 1);
    }
}

void TestKeyringLife::repeatedRequestMintsOnce() {
    KeyringFixture fixture(u"memoryrelay"_s);
    const Draft draft = goodDraft(fixture.policy(), u"agent"_s);
    const auto first = await(fixture.keyring().create(draft, {u"r1"_s}));
    const auto again = await(fixture.keyring().create(draft, {u"r1"_s}));
    VERIFY_RESULT(again);
    QVERIFY(!again->token);
    QCOMPARE(again->key.id, first->key.id);
    VERIFY_ERROR(await(fixture.keyring().create(goodDraft(fixture.policy(), u"other"_s), {u"r1"_s})),
                 ErrorKind::Invalid);
    const auto rotated = await(fixture.keyring().rotate(first->key.id, {}, {u"r2"_s}));
    const auto rotatedAgain = await(fixture.keyring().rotate(first->key.id, {}, {u"r2"_s}));
    VERIFY_RESULT(rotatedAgain);
    QCOMPARE(rotatedAgain->key.id, rotated->key.id);
    QCOMPARE(fixture.all().size(), 2);
    fixture.clock().advance(Days(2));
    VERIFY_RESULT(await(fixture.keyring().create(draft, {u"r1"_s})));
    QCOMPARE(fixture.all().size(), 3);
}

void TestKeyringLife::bulkRevokeSharesABatch() {
    KeyringFixture fixture(u"standard"_s);
    VERIFY_RESULT(fillKeyring(fixture.path(), {.keys = 250, .revoked = 0}, fixture.clock().now()));
    QList<KeyId> ids;
    for (const ApiKey &key : fixture.all())
        ids << key.id;
    ids << KeyId{u"nobody"_s};
    const auto reply = fixture.keyring().revoke(ids, u"unused"_s);
    const auto outcomes = await(reply);
    VERIFY_RESULT(outcomes);
    QCOMPARE(outcomes->size(), 251);
    QCOMPARE(outcomes->last().error.kind, ErrorKind::NotFound);
    QCOMPARE(std::count_if(outcomes->begin(), outcomes->end(), [](const Outcome &one) { return one.done; }), 250);
    QCOMPARE(reply.progressValue(), 251);
    QSet<QString> batches;
    const auto log = await(fixture.keyring().activity(logSearch(u"event:revoked"_s), {}));
    for (const Activity &entry : log->entries)
        batches << entry.detail.value(u"batch"_s).toString();
    QCOMPARE(batches.size(), 1);
    QVERIFY(!batches.contains(QString()));
}

void TestKeyringLife::unknownIdIsNotEchoed() {
    KeyringFixture fixture(u"standard"_s);
    const QString id = u"kw_looks_like_something"_s;
    const auto details = await(fixture.keyring().details({id}));
    VERIFY_ERROR(details, ErrorKind::NotFound);
    QVERIFY(!details.error().message.contains(id));
    VERIFY_ERROR(await(fixture.keyring().edit({id}, {1}, renaming(u"x"_s))), ErrorKind::NotFound);
}

void TestKeyringLife::reasonThatIsATokenIsRefused() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Mac sync script"_s);
    const QString token = QString::fromLatin1(issued.token->view());
    const auto outcomes = await(fixture.keyring().revoke({issued.key.id}, token));
    QCOMPARE(outcomes->first().error.kind, ErrorKind::Invalid);
    QVERIFY(!outcomes->first().error.message.contains(token));
    QVERIFY(!only(fixture, issued.key.id).revokedAt);
}

void TestKeyringLife::auditorChangesNothing() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Mac sync script"_s);
    Caller auditor = admin(u"sam"_s);
    auditor.role = Role::Auditor;
    fixture.keyring().setCaller(auditor);
    VERIFY_ERROR(await(fixture.keyring().create(goodDraft(fixture.policy(), u"X1"_s), {})), ErrorKind::Refused);
    VERIFY_ERROR(await(fixture.keyring().edit(issued.key.id, issued.key.revision, renaming(u"X2"_s))),
                 ErrorKind::Refused);
    QCOMPARE(await(fixture.keyring().revoke({issued.key.id}, u"left"_s))->first().error.kind, ErrorKind::Refused);
    VERIFY_ERROR(await(fixture.keyring().rotate(issued.key.id, {}, {})), ErrorKind::Refused);
    VERIFY_RESULT(await(fixture.keyring().activity(logSearch(), {})));
    QVERIFY(only(fixture, issued.key.id) == issued.key);
    fixture.keyring().setCaller(admin());
    VERIFY_RESULT(await(fixture.keyring().create(goodDraft(fixture.policy(), u"X3"_s), {})));
}

void TestKeyringLife::developerApiFlagLocksManaging() {
    KeyringFixture fixture(u"leads-crm"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    VERIFY_RESULT(setDeveloperApi(fixture.path(), false, admin(), fixture.clock()));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.keyring().info().developerApi, 2'000);
    VERIFY_ERROR(await(fixture.keyring().create(goodDraft(fixture.policy(), u"X"_s), {})), ErrorKind::Refused);
    QVERIFY(await(fixture.keyring().revoke({issued.key.id}, u"left"_s))->first().done);
    VERIFY_RESULT(setDeveloperApi(fixture.path(), true, admin(), fixture.clock()));
    VERIFY_RESULT(await(fixture.keyring().create(goodDraft(fixture.policy(), u"X"_s), {})));
    QVERIFY(events(fixture).contains(u"Developer API Turned Off"_s));
    QVERIFY(events(fixture).contains(u"Developer API Turned On"_s));
}

void TestKeyringLife::testKeyLivesAnHour() {
    KeyringFixture fixture(u"leads-crm"_s);
    Draft draft;
    draft.test = true;
    const auto issued = await(fixture.keyring().create(draft, {}));
    VERIFY_RESULT(issued);
    QCOMPARE(issued->key.name, u"Docs playground (temp)"_s);
    QCOMPARE(issued->key.kind, KeyKind::Test);
    QCOMPARE(issued->key.scopes.size(), 4);
    QCOMPARE(issued->key.expiresAt, fixture.clock().now() + Seconds(3'600));
    QCOMPARE(events(fixture).last(), u"Test Key Created"_s);
}

void TestKeyringLife::deliveryIsNoted() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    QVERIFY(!issued.key.deliveredAt);
    VERIFY_RESULT(await(fixture.keyring().markDelivered(issued.key.id)));
    fixture.clock().advance(Seconds(60));
    const auto again = await(fixture.keyring().markDelivered(issued.key.id));
    VERIFY_RESULT(again);
    QCOMPARE(again->deliveredAt, fixture.clock().now() - Seconds(60));
    QCOMPARE(again->revision, issued.key.revision);
}

void TestKeyringLife::useIsCounted() {
    KeyringFixture fixture(u"standard"_s);
    const auto issued = fixture.make(u"Zapier"_s);
    const FeedSeq before = await(fixture.keyring().changes({}))->next;
    const Use use{.at = fixture.clock().now(), .address = u"192.0.2.7"_s, .agent = u"curl"_s};
    VERIFY_RESULT(await(fixture.keyring().recordUse(issued.key.id, use)));
    VERIFY_RESULT(await(fixture.keyring().recordUse(issued.key.id, use)));
    VERIFY_RESULT(await(fixture.keyring().recordUse(
        issued.key.id, {.at = fixture.clock().now(), .address = u"192.0.2.9"_s, .agent = {}, .refused = true})));
    const auto details = await(fixture.keyring().details(issued.key.id));
    QCOMPARE(details->key.usage.requests, 2);
    QCOMPARE(details->key.usage.refused, 1);
    QCOMPARE(details->key.usage.lastUsedAt, fixture.clock().now());
    QCOMPARE(details->key.usage.lastRefusedAddress, u"192.0.2.9"_s);
    QCOMPARE(details->clients.size(), 1);
    QCOMPARE(details->clients.first().requests, 2);
    QCOMPARE(details->requestsLast7Days, 2);
    // The keys' feed stands still: a busy server makes no window read its keys again.
    QVERIFY(await(fixture.keyring().changes(before))->upserts.isEmpty());
}

void TestKeyringLife::tokenIsNowhereInTheStore() {
    QFETCH(QString, policyId);
    KeyringFixture fixture(policyId);
    const auto issued = fixture.make(u"Mac sync script"_s);
    const auto rotated = await(fixture.keyring().rotate(issued.key.id, {}, {}));
    VERIFY_RESULT(rotated);
    for (const auto &token : {issued.token, rotated->token}) {
        const QByteArray bytes = token->view().toByteArray();
        const QByteArray secret = bytes.sliced(14, 16); // beyond every policy's preview
        QVERIFY(isStored(fixture.path(), tokenDigest(token->view()).toByteArray()));
        QVERIFY(!isStored(fixture.path(), secret));
    }
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestKeyringLife)
#include "tst_keyring_life.moc"
