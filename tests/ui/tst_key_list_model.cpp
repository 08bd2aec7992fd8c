#include "tests/support/feed_keyring.h"
#include "tests/support/random_keys.h"
#include "ui/keys/key_list_model.h"
#include "ui/keys/row_changes.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace keywright;
using namespace keywright::test;

class TestKeyListModel : public QObject {
    Q_OBJECT

    ManualClock clock_;
    RandomKeys random_{1};

    QList<ApiKey> keys(int count) {
        QList<ApiKey> list;
        for (int i = 0; i < count; ++i) {
            ApiKey key = random_.next();
            key.revokedAt.reset();
            key.autoRevokeAt.reset();
            key.name = QStringLiteral("key %1").arg(i);
            list.append(key);
        }
        return list;
    }
    static KeyPolicy policy() { return shippedPolicies().front(); }

    static bool settles(KeyListModel &model) {
        return QTest::qWaitFor([&] { return model.phase() == KeyListModel::Phase::Ready && model.isCurrent(); },
                               20'000);
    }
    static QStringList names(const KeyListModel &model) {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        return names;
    }

private Q_SLOTS:
    void isAModelByTheRulesWhileKeysComeAndGo() {
        FeedKeyring keyring(policy());
        keyring.setKeys(keys(1'200));
        KeyListModel model(keyring, clock_);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.start();
        QVERIFY(settles(model));
        QCOMPARE(model.rowCount(), 1'200);
        for (int i = 0; i < 30; ++i) {
            QList<KeyId> gone;
            for (int n = random_.below(4); n > 0; --n)
                gone.append(keyring.all()[random_.below(int(keyring.all().size()))].id);
            if (i == 20) // many at once
                for (int n = 0; n < 100; ++n)
                    gone.append(keyring.all()[n].id);
            keyring.change(keys(random_.below(3)), gone);
            KeyView view = model.view();
            view.sort = KeyColumn(random_.below(10));
            view.search = random_.chance(40) ? QStringLiteral("key 1") : QString();
            if (random_.chance(50))
                model.setView(view);
            QTest::qWait(0);
        }
        model.setView({});
        QTRY_COMPARE(qsizetype(model.rowCount()), keyring.all().size());
    }

    void firstRowsStandBeforeTheRestIsThereAndStayInPlace() {
        FeedKeyring keyring(policy());
        keyring.setKeys(keys(20'000));
        KeyListModel model(keyring, clock_);
        model.setView({.sort = KeyColumn::Name, .descending = false});
        model.start();
        QTRY_VERIFY(keyring.waiting() == 0 && model.loaded() >= 500);
        keyring.hold(); // the rest comes late
        QTRY_VERIFY(model.rowCount() >= 500 && keyring.waiting() == 1);
        QCOMPARE(model.phase(), KeyListModel::Phase::Loading);
        const int before = model.rowCount();
        const QStringList first = names(model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        keyring.release();
        keyring.hold();
        QTRY_VERIFY(model.rowCount() > before);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(inserts.first()[1].toInt(), before); // at the end
        QCOMPARE(names(model).first(before), first);
        while (model.phase() == KeyListModel::Phase::Loading) {
            keyring.release();
            QTest::qWait(1);
        }
        QVERIFY(settles(model));
        QCOMPARE(model.rowCount(), 20'000);
    }

    void whatChangesWhileLoadingIsThereAfterwards() {
        FeedKeyring keyring(policy());
        keyring.setKeys(keys(3'000));
        KeyListModel model(keyring, clock_);
        model.start();
        QTRY_VERIFY(model.loaded() >= 500);
        keyring.hold();
        ApiKey renamed = keyring.all().first();
        renamed.name = QStringLiteral("renamed while loading");
        const KeyId gone = keyring.all()[1].id;
        keyring.change({renamed}, {gone});
        keyring.change(keys(1), {}, false); // the feed was not heard
        keyring.release();
        QVERIFY(settles(model));
        QCOMPARE(model.rowCount(), 3'000);
        QCOMPARE(model.rowOf(gone), -1);
        QCOMPARE(model.keyOf(renamed.id)->name, renamed.name);
    }

    void theNewestQuestionWins() {
        FeedKeyring keyring(policy());
        QList<ApiKey> many = keys(30'000);
        many[17].name = QStringLiteral("key zulu");
        keyring.setKeys(many);
        KeyListModel model(keyring, clock_);
        model.start();
        QVERIFY(settles(model));
        for (int i = 0; i < 20; ++i)
            model.setView({.search = QStringLiteral("key 1%1").arg(i), .sort = KeyColumn::Name});
        model.setView({.search = QStringLiteral("key zulu"), .sort = KeyColumn::Name});
        QSignalSpy settled(&model, &KeyListModel::rowsSettled);
        QVERIFY(settled.wait());
        QCOMPARE(names(model), QStringList{QStringLiteral("key zulu")});
    }

    void anotherProgramsChangeIsShownWithoutLosingThePlace() {
        FeedKeyring keyring(policy());
        keyring.setKeys(keys(50));
        KeyListModel model(keyring, clock_);
        model.setView({.sort = KeyColumn::Name, .descending = false});
        model.start();
        QVERIFY(settles(model));
        const QPersistentModelIndex place = model.index(30, 0);
        const KeyId there = model.idAt(30);
        ApiKey fresh = keys(1).first();
        fresh.name = QStringLiteral("a first one");
        keyring.change({fresh}, {model.idAt(10)});
        QTRY_COMPARE(model.idAt(0), fresh.id);
        QVERIFY(place.isValid());
        QCOMPARE(model.idAt(place.row()), there);
    }

    void aKeyExpiresOnTheScreenByItself() {
        FeedKeyring keyring(policy());
        ApiKey key = keys(1).first();
        key.deprecatedAt.reset();
        key.expiresAt = clock_.now() + Seconds{1};
        keyring.setKeys({key});
        KeyListModel model(keyring, clock_);
        model.start();
        QVERIFY(settles(model));
        QTRY_COMPARE(model.facts().counts[KeyFilter::Active], 1);
        clock_.advance(Seconds{1});
        QTRY_COMPARE(model.facts().counts[KeyFilter::Expired], 1);
        QCOMPARE(model.index(0, int(KeyColumn::Status)).data().toString(), QStringLiteral("Expired"));
    }

    void aFailureIsToldAndTryingAgainHelps() {
        FeedKeyring keyring(policy());
        keyring.setKeys(keys(10));
        keyring.failNext({.kind = ErrorKind::Storage, .message = QStringLiteral("The disk is gone.")});
        KeyListModel model(keyring, clock_);
        model.start();
        QTRY_COMPARE(model.phase(), KeyListModel::Phase::Failed);
        QCOMPARE(model.error().message, QStringLiteral("The disk is gone."));
        model.start();
        QVERIFY(settles(model));
        QCOMPARE(model.rowCount(), 10);
    }

    void aRestoreReadsEverythingAgain() {
        FeedKeyring keyring(policy());
        keyring.setKeys(keys(10));
        KeyListModel model(keyring, clock_);
        model.start();
        QVERIFY(settles(model));
        keyring.setKeys(keys(7));
        keyring.reload();
        QTRY_COMPARE(model.rowCount(), 7);
    }

    void neverIsSaidAndInstantsAreInTheToolTip() {
        FeedKeyring keyring(policy());
        ApiKey key = keys(1).first();
        key.deprecatedAt.reset();
        key.usage = {};
        key.expiresAt = clock_.now() + Days{12};
        keyring.setKeys({key});
        KeyListModel model(keyring, clock_);
        model.start();
        QVERIFY(settles(model));
        QCOMPARE(model.index(0, int(KeyColumn::LastUsed)).data().toString(), QStringLiteral("never"));
        const QModelIndex expires = model.index(0, int(KeyColumn::Expires));
        QCOMPARE(expires.data().toString(), QStringLiteral("in 12 days"));
        QVERIFY(expires.data(Qt::ToolTipRole).toString().contains(toRfc3339(*key.expiresAt)));
    }

    void refusedTriesOfADeadKeyAreTold() {
        FeedKeyring keyring(policy());
        ApiKey key = keys(1).first();
        key.revokedAt = clock_.now() - Days{1};
        key.usage.refused = 3;
        key.usage.lastRefusedAt = clock_.now() - Seconds{120};
        keyring.setKeys({key});
        KeyListModel model(keyring, clock_);
        model.start();
        QVERIFY(settles(model));
        QVERIFY(model.index(0, int(KeyColumn::LastUsed)).data().toString().startsWith(u"still tried 3 times"));
    }

    void changesBetweenListsLeadFromOneToTheOther() {
        for (int round = 0; round < 300; ++round) {
            KeyIndex::Rows before, after;
            for (KeyIndex::Row row = 0; row < 40; ++row) {
                const int dice = random_.below(20);
                if (dice != 0)
                    before.push_back(row);
                if (dice != 1)
                    after.push_back(row);
            }
            if (round % 10 == 0)
                std::swap(after.front(), after.back());
            const RowChanges changes = changesBetween(before, after, 40);
            if (changes.reset)
                continue;
            KeyIndex::Rows rows = before;
            for (const RowRange &range : changes.removed)
                rows.erase(rows.begin() + int(range.first), rows.begin() + int(range.first + range.count));
            for (const RowRange &range : changes.inserted)
                rows.insert(rows.begin() + int(range.first), after.begin() + int(range.first),
                            after.begin() + int(range.first + range.count));
            QCOMPARE(rows, after);
        }
        QVERIFY(changesBetween({1, 2, 3}, {3, 2, 1}, 4).reset);
    }
};

QTEST_MAIN(TestKeyListModel)
#include "tst_key_list_model.moc"
