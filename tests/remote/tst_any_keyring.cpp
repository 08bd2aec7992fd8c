// What holds of every keyring, wherever it lives: in a file, behind keywrightd, behind a server of four calls.
#include "core/crypto/token.h"
#include "tests/remote/any_keyring.h"

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestAnyKeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCreatedKeyIsListedWithWhatItWasGiven_data() { everywhere(); }
    void aCreatedKeyIsListedWithWhatItWasGiven();
    void theTokenHasThePolicysForm_data() { everyPolicy(); }
    void theTokenHasThePolicysForm();
    void listsComeInPagesThatMissNothing_data() { everywhere(); }
    void listsComeInPagesThatMissNothing();
    void aRevokedKeyIsRevokedForAll_data() { everywhere(); }
    void aRevokedKeyIsRevokedForAll();
    void revokingTwiceIsNoError_data() { everywhere(); }
    void revokingTwiceIsNoError();
    void everyKeyOfABulkActHasItsOutcome_data() { everywhere(); }
    void everyKeyOfABulkActHasItsOutcome();
    void aRotatedKeyLivesOnInItsGrace_data() { everywhere(); }
    void aRotatedKeyLivesOnInItsGrace();
    void aRotatedKeyIsNotRotatedAgain_data() { everywhere(); }
    void aRotatedKeyIsNotRotatedAgain();
    void wrongValuesAreRefusedByTheirField_data() { everywhere(); }
    void wrongValuesAreRefusedByTheirField();
    void anUnknownKeyIsNotFound_data() { everywhere(); }
    void anUnknownKeyIsNotFound();
    void ownChangesAreTold_data() { everywhere(); }
    void ownChangesAreTold();
    void changesOfOthersAreTold_data() { everywhere(); }
    void changesOfOthersAreTold();
    void changesSinceAPositionAreWhatCameAfter_data() { everywhere(); }
    void changesSinceAPositionAreWhatCameAfter();
    void noContinuationRunsBeforeItsCallReturns_data() { everywhere(); }
    void noContinuationRunsBeforeItsCallReturns();
    void whatTheBackendLacksIsRefusedWithTheReason_data() { everywhere(); }
    void whatTheBackendLacksIsRefusedWithTheReason();

    void anEditIsStoredAndAStaleOneConflicts_data() { wholeOnes(); }
    void anEditIsStoredAndAStaleOneConflicts();
    void limitsAreSetAndCleared_data() { wholeOnes(); }
    void limitsAreSetAndCleared();
    void aRevokedKeyComesBackAndOnlyThenMayBeDeletedNoMore_data() { wholeOnes(); }
    void aRevokedKeyComesBackAndOnlyThenMayBeDeletedNoMore();
    void aDeletedKeyIsGoneAndTold_data() { wholeOnes(); }
    void aDeletedKeyIsGoneAndTold();
    void aTestKeyLivesAnHour_data() { wholeOnes(); }
    void aTestKeyLivesAnHour();
    void aDeliveryIsNoted_data() { wholeOnes(); }
    void aDeliveryIsNoted();
    void aKeyIsFoundByItsDigest_data() { wholeOnes(); }
    void aKeyIsFoundByItsDigest();
    void theLogTellsWhatWasDone_data() { wholeOnes(); }
    void theLogTellsWhatWasDone();
    void theChainIsCheckedAgainstWhatWasRemembered_data() { wholeOnes(); }
    void theChainIsCheckedAgainstWhatWasRemembered();
    void detailsHoldTheLineage_data() { wholeOnes(); }
    void detailsHoldTheLineage();
    void aDayIsMeantWhereThePersonIs_data() { wholeOnes(); }
    void aDayIsMeantWhereThePersonIs();
    void anAuditorReadsAndChangesNothing_data() { wholeOnes(); }
    void anAuditorReadsAndChangesNothing();

private:
    static void everywhere() {
        QTest::addColumn<QString>("place");
        for (const QString &place : AnyKeyring::places())
            QTest::newRow(qPrintable(place)) << place;
    }
    /// Those that can do all.
    static void wholeOnes() {
        QTest::addColumn<QString>("place");
        for (const QString &place : AnyKeyring::places())
            if (place != u"four calls")
                QTest::newRow(qPrintable(place)) << place;
    }
    static void everyPolicy() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("policyId");
        for (const QString &place : AnyKeyring::places())
            for (const KeyPolicy &policy : shippedPolicies())
                if (place != u"four calls" || policy.id == RemoteKeyring::usualPolicy())
                    QTest::addRow("%s, %s", qPrintable(place), qPrintable(policy.id)) << place << policy.id;
    }
    static ApiKey keyOf(Keyring &keyring, const KeyId &id) {
        const auto details = await(keyring.details(id));
        return details ? details->key : ApiKey{};
    }
};

/// Keyrings that can be revoked, rotated with grace and limited: the contract's own policy.
const QString contract = RemoteKeyring::usualPolicy();

void TestAnyKeyring::aCreatedKeyIsListedWithWhatItWasGiven() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    Draft draft;
    draft.name = u"Zapier, »production« \u2713"_s;
    draft.scopes = QStringList{u"read"_s, u"delete"_s};
    draft.expiry = ExpiresInDays{30};
    draft.dailyLimit = MicroUsd{1'500'000};
    const auto issued = await(any->create(draft, {}));
    VERIFY_RESULT(issued);
    QVERIFY(issued->token);
    const QList<ApiKey> keys = allKeys(*any);
    const auto found = std::ranges::find(keys, issued->key.id, &ApiKey::id);
    QVERIFY(found != keys.end());
    QCOMPARE(found->name, draft.name);
    QCOMPARE(found->scopes, *draft.scopes);
    QCOMPARE(*found->expiresAt - found->createdAt, Seconds(Days(30)));
    QCOMPARE(found->dailyLimit->micros, 1'500'000);
    QVERIFY(!found->monthlyLimit && !found->revokedAt && !found->deprecatedAt && found->spend.has_value());
    QCOMPARE(found->preview, previewOf(*any->info().policy, issued->token->view()));
}

void TestAnyKeyring::theTokenHasThePolicysForm() {
    QFETCH(QString, place);
    QFETCH(QString, policyId);
    AnyKeyring any(place, policyId);
    const auto issued = await(any->create(goodDraft(*any->info().policy, u"Zapier"_s), {}));
    VERIFY_RESULT(issued);
    QVERIFY(readToken(*any->info().policy, issued->token->view()).wellFormed);
    QCOMPARE(keyOf(*any, issued->key.id).preview, previewOf(*any->info().policy, issued->token->view()));
}

void TestAnyKeyring::listsComeInPagesThatMissNothing() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    QSet<QString> made;
    for (int i = 0; i < 7; ++i)
        made.insert(any.make(u"Key %1"_s.arg(i)).key.id.value);
    Cursor from;
    QList<QString> read;
    qint64 total = 0;
    do {
        const auto page = await(any->keys(from, 3));
        VERIFY_RESULT(page);
        QVERIFY(page->keys.size() <= 3 || from.value.contains(u"limit=1000"_s));
        total = page->total;
        for (const ApiKey &key : page->keys)
            read << key.id.value;
        from = page->next;
    } while (!from.isEmpty());
    QCOMPARE(read.size(), total);
    QCOMPARE(QSet<QString>(read.begin(), read.end()).size(), read.size());
    QVERIFY(QSet<QString>(read.begin(), read.end()).contains(made));
}

void TestAnyKeyring::aRevokedKeyIsRevokedForAll() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey key = any.make(u"Zapier"_s).key;
    const auto outcomes = await(any->revoke({key.id}, u"unused"_s));
    VERIFY_RESULT(outcomes);
    QCOMPARE(outcomes->size(), 1);
    QVERIFY(outcomes->first().done);
    const QList<ApiKey> seen = allKeys(*any.another());
    const auto found = std::ranges::find(seen, key.id, &ApiKey::id);
    QVERIFY(found != seen.end() && found->revokedAt);
}

void TestAnyKeyring::revokingTwiceIsNoError() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey key = any.make(u"Zapier"_s).key;
    for (int i = 0; i < 2; ++i) {
        const auto outcomes = await(any->revoke({key.id}, u"unused"_s));
        VERIFY_RESULT(outcomes);
        QVERIFY2(outcomes->first().done, qPrintable(outcomes->first().error.message));
    }
}

void TestAnyKeyring::everyKeyOfABulkActHasItsOutcome() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey one = any.make(u"One"_s).key, two = any.make(u"Two"_s).key;
    const auto outcomes = await(any->revoke({one.id, {u"nobody"_s}, two.id}, {}));
    VERIFY_RESULT(outcomes);
    QCOMPARE(outcomes->size(), 3);
    QVERIFY(outcomes->at(0).done && outcomes->at(0).id == one.id);
    QVERIFY(!outcomes->at(1).done && outcomes->at(1).id.value == u"nobody");
    QCOMPARE(outcomes->at(1).error.kind, ErrorKind::NotFound);
    QVERIFY(outcomes->at(2).done && outcomes->at(2).id == two.id);
}

void TestAnyKeyring::aRotatedKeyLivesOnInItsGrace() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey old = any.make(u"Zapier"_s).key;
    Rotation rotation;
    rotation.graceDays = 3;
    const auto issued = await(any->rotate(old.id, rotation, {}));
    VERIFY_RESULT(issued);
    QVERIFY(issued->token);
    QCOMPARE(issued->key.name, old.name);
    QVERIFY(issued->key.id != old.id);
    QTRY_VERIFY(keyOf(*any, old.id).deprecatedAt);
    const ApiKey after = keyOf(*any, old.id);
    QCOMPARE(*after.autoRevokeAt - *after.deprecatedAt, Seconds(Days(3)));
    QVERIFY(!after.revokedAt);
}

void TestAnyKeyring::aRotatedKeyIsNotRotatedAgain() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey old = any.make(u"Zapier"_s).key;
    VERIFY_RESULT(await(any->rotate(old.id, {}, {})));
    VERIFY_ERROR(await(any->rotate(old.id, {}, {})), ErrorKind::Refused);
}

void TestAnyKeyring::wrongValuesAreRefusedByTheirField() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    Draft draft;
    draft.name = QString(256, u'x');
    auto refused = await(any->create(draft, {}));
    VERIFY_ERROR(refused, ErrorKind::Invalid);
    QCOMPARE(refused.error().field, u"name"_s);
    draft = {};
    draft.expiry = ExpiresInDays{366};
    refused = await(any->create(draft, {}));
    VERIFY_ERROR(refused, ErrorKind::Invalid);
    QCOMPARE(refused.error().field, u"expires_days"_s);
}

void TestAnyKeyring::anUnknownKeyIsNotFound() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    VERIFY_ERROR(await(any->details({u"nobody"_s})), ErrorKind::NotFound);
    VERIFY_ERROR(await(any->rotate({u"nobody"_s}, {}, {})), ErrorKind::NotFound);
}

void TestAnyKeyring::ownChangesAreTold() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    QSet<KeyId> told;
    connect(any.keyring(), &Keyring::changed, this, [&](const Delta &delta) {
        for (const ApiKey &key : delta.upserts)
            told.insert(key.id);
    });
    const ApiKey key = any.make(u"Zapier"_s).key;
    QTRY_VERIFY(told.contains(key.id));
}

void TestAnyKeyring::changesOfOthersAreTold() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const auto other = any.another();
    QSet<KeyId> told;
    connect(any.keyring(), &Keyring::changed, this, [&](const Delta &delta) {
        for (const ApiKey &key : delta.upserts)
            told.insert(key.id);
    });
    const auto issued = await(other->create(goodDraft(*other->info().policy, u"Zapier"_s), {}));
    VERIFY_RESULT(issued);
    QTRY_VERIFY_WITH_TIMEOUT(told.contains(issued->key.id), 10'000);
}

void TestAnyKeyring::changesSinceAPositionAreWhatCameAfter() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    any.make(u"Before"_s);
    const auto page = await(any->keys({}, 100));
    VERIFY_RESULT(page);
    const ApiKey after = any.make(u"After"_s).key;
    const auto delta = await(any->changes(page->feed));
    VERIFY_RESULT(delta);
    QVERIFY(!delta->reload);
    QCOMPARE(delta->upserts.size(), 1);
    QCOMPARE(delta->upserts.first().id, after.id);
    QVERIFY(page->feed < delta->next);
}

void TestAnyKeyring::noContinuationRunsBeforeItsCallReturns() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    bool returned = false, late = false;
    whenDone(any->keys({}, 10), this, [&](const Result<KeyPage> &) { late = returned; });
    returned = true;
    QTRY_VERIFY(late);
}

void TestAnyKeyring::whatTheBackendLacksIsRefusedWithTheReason() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey key = any.make(u"Zapier"_s).key;
    const auto renamed = await(any->edit(key.id, key.revision, renaming(u"Other"_s)));
    VERIFY_ERROR(renamed, ErrorKind::Refused);
    QVERIFY(!renamed.error().message.isEmpty());
    const auto log = await(any->activity(logSearch(), {}));
    QCOMPARE(log.has_value(), any->info().can.activity);
    if (!log) {
        QCOMPARE(log.error().kind, ErrorKind::Refused);
        QVERIFY(log.error().message.contains(u"server"_s));
    }
}

void TestAnyKeyring::anEditIsStoredAndAStaleOneConflicts() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    const ApiKey key = any.make(u"Zapier"_s).key;
    const auto edited = await(any->edit(key.id, key.revision, renaming(u"Zapier, production"_s)));
    VERIFY_RESULT(edited);
    QCOMPARE(edited->name, u"Zapier, production"_s);
    const auto stale = await(any->edit(key.id, key.revision, renaming(u"Mine"_s)));
    VERIFY_ERROR(stale, ErrorKind::Conflict);
    QVERIFY(stale.error().newer);
    QCOMPARE(stale.error().newer->name, u"Zapier, production"_s);
    QCOMPARE(stale.error().newer->revision, edited->revision);
}

void TestAnyKeyring::limitsAreSetAndCleared() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    const ApiKey key = any.make(u"Zapier"_s).key;
    Changes changes;
    changes.dailyLimit = std::optional(MicroUsd{123'456});
    changes.ratePerMinute = std::optional(60);
    changes.note = u"for the night"_s;
    const auto set = await(any->edit(key.id, key.revision, changes));
    VERIFY_RESULT(set);
    QCOMPARE(set->dailyLimit->micros, 123'456);
    QCOMPARE(set->ratePerMinute, 60);
    changes = {};
    changes.dailyLimit = std::optional<MicroUsd>();
    changes.note = QString();
    const auto cleared = await(any->edit(key.id, set->revision, changes));
    VERIFY_RESULT(cleared);
    QVERIFY(!cleared->dailyLimit && cleared->note.isEmpty());
    QCOMPARE(cleared->ratePerMinute, 60);
}

void TestAnyKeyring::aRevokedKeyComesBackAndOnlyThenMayBeDeletedNoMore() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    const ApiKey key = any.make(u"Zapier"_s).key;
    VERIFY_RESULT(await(any->revoke({key.id}, {})));
    const auto alive = await(any->reactivate(key.id, keyOf(*any, key.id).revision));
    VERIFY_RESULT(alive);
    QVERIFY(!alive->revokedAt);
    const auto refused = await(any->erase({key.id}));
    VERIFY_RESULT(refused);
    QVERIFY(!refused->first().done);
    QCOMPARE(refused->first().error.kind, ErrorKind::Refused);
}

void TestAnyKeyring::aDeletedKeyIsGoneAndTold() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    QSet<KeyId> gone;
    connect(any.keyring(), &Keyring::changed, this, [&](const Delta &delta) {
        for (const KeyId &id : delta.removals)
            gone.insert(id);
    });
    const ApiKey key = any.make(u"Zapier"_s).key;
    VERIFY_RESULT(await(any->revoke({key.id}, {})));
    const auto done = await(any->erase({key.id}));
    VERIFY_RESULT(done);
    QVERIFY2(done->first().done, qPrintable(done->first().error.message));
    VERIFY_ERROR(await(any->details(key.id)), ErrorKind::NotFound);
    QTRY_VERIFY(gone.contains(key.id));
}

void TestAnyKeyring::aTestKeyLivesAnHour() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    Draft draft;
    draft.test = true;
    const auto issued = await(any->create(draft, {}));
    VERIFY_RESULT(issued);
    QCOMPARE(issued->key.kind, KeyKind::Test);
    QCOMPARE(*issued->key.expiresAt - issued->key.createdAt, Seconds(3600));
}

void TestAnyKeyring::aDeliveryIsNoted() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey key = any.make(u"Zapier"_s).key;
    QVERIFY(!key.deliveredAt);
    VERIFY_RESULT(await(any->markDelivered(key.id)));
    QVERIFY(keyOf(*any, key.id).deliveredAt);
}

void TestAnyKeyring::aKeyIsFoundByItsDigest() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const Issued issued = any.make(u"Zapier"_s);
    QList<Sha256> digests(700, Sha256{});
    digests << tokenDigest(issued.token->view());
    const auto matches = await(any->identify(digests));
    VERIFY_RESULT(matches);
    QCOMPARE(matches->size(), 1);
    QCOMPARE(matches->first().key.id, issued.key.id);
    QVERIFY(matches->first().digest == digests.last());
}

void TestAnyKeyring::theLogTellsWhatWasDone() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    const ApiKey key = any.make(u"Zapier"_s).key;
    VERIFY_RESULT(await(any->edit(key.id, key.revision, renaming(u"Zapier, production"_s))));
    const auto log = await(any->activity(logSearch({}, key.id), {}));
    VERIFY_RESULT(log);
    QCOMPARE(log->entries.size(), 2);
    QCOMPARE(log->entries.first().event, u"API Key Renamed"_s);
    QVERIFY(!log->entries.first().actor.isEmpty());
    const auto searched = await(any->activity(logSearch(u"event:created key:zapier"_s), {}));
    VERIFY_RESULT(searched);
    QCOMPARE(searched->entries.size(), 1);
}

void TestAnyKeyring::theChainIsCheckedAgainstWhatWasRemembered() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    any.make(u"One"_s);
    const auto first = await(any->checkActivity({}));
    VERIFY_RESULT(first);
    QVERIFY2(first->intact, qPrintable(first->message));
    any.make(u"Two"_s);
    const auto second = await(any->checkActivity(first->head));
    VERIFY_RESULT(second);
    QVERIFY2(second->intact && !second->knownHeadMissing, qPrintable(second->message));
    QVERIFY(second->head.seq > first->head.seq);
    ChainHead wrong = first->head;
    wrong.hash.bytes[0] ^= std::byte(1);
    const auto third = await(any->checkActivity(wrong));
    VERIFY_RESULT(third);
    QVERIFY(third->knownHeadMissing && !third->intact);
}

void TestAnyKeyring::detailsHoldTheLineage() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey old = any.make(u"Zapier"_s).key;
    const auto issued = await(any->rotate(old.id, {}, {}));
    VERIFY_RESULT(issued);
    const auto details = await(any->details(old.id));
    VERIFY_RESULT(details);
    QCOMPARE(details->lineage.size(), 2);
    QCOMPARE(details->key.replacedBy, issued->key.id);
}

void TestAnyKeyring::aDayIsMeantWhereThePersonIs() {
    QFETCH(QString, place);
    AnyKeyring any(place, u"standard"_s);
    Draft draft = goodDraft(*any->info().policy, u"Zapier"_s);
    draft.expiry = ExpiresOnDate{QDate(2030, 1, 31), "America/New_York"};
    const auto issued = await(any->create(draft, {}));
    VERIFY_RESULT(issued);
    QCOMPARE(toRfc3339(*issued->key.expiresAt), u"2030-02-01T05:00:00Z"_s);
    QCOMPARE(issued->key.expiresOn, u"2030-01-31 America/New_York"_s);
}

void TestAnyKeyring::anAuditorReadsAndChangesNothing() {
    QFETCH(QString, place);
    AnyKeyring any(place, contract);
    const ApiKey key = any.make(u"Zapier"_s).key;
    const auto auditor = any.auditor();
    QVERIFY(!roleBanner(auditor->info().situation(SystemClock().now())).isEmpty());
    QVERIFY(!allKeys(*auditor).isEmpty());
    VERIFY_RESULT(await(auditor->activity(logSearch(), {})));
    VERIFY_ERROR(await(auditor->create({}, {})), ErrorKind::Refused);
    VERIFY_ERROR(await(auditor->rotate(key.id, {}, {})), ErrorKind::Refused);
    const auto outcomes = await(auditor->revoke({key.id}, {}));
    QVERIFY(!outcomes || !outcomes->first().done);
    QVERIFY(!keyOf(*any, key.id).revokedAt);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestAnyKeyring)
#include "tst_any_keyring.moc"
