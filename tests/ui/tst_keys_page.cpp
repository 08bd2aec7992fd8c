#include "core/crypto/token.h"
#include "tests/support/feed_keyring.h"
#include "tests/support/random_keys.h"
#include "ui/create/token_view.h"
#include "ui/form/inline_message.h"
#include "ui/keys/filter_list.h"
#include "ui/keys/issued_row.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/list_notice.h"
#include "ui/keys/search_field.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace keywright;
using namespace keywright::test;

namespace {

const KeyPolicy &policyNamed(const QString &id) {
    return *std::ranges::find(shippedPolicies(), id, &KeyPolicy::id);
}

/// A page over a keyring of these keys, on the screen.
struct Shown {
    explicit Shown(const QList<ApiKey> &keys, const QString &policy = QStringLiteral("standard"),
                   const QString &settingsFile = {})
        : keyring(policyNamed(policy)),
          settings(settingsFile.isEmpty() ? folder.filePath(QStringLiteral("settings.ini")) : settingsFile) {
        keyring.setKeys(keys);
    }
    KeysPage &open() {
        page = std::make_unique<KeysPage>(desk);
        page->resize(1'100, 600);
        page->show();
        (void)QTest::qWaitForWindowExposed(page.get());
        (void)QTest::qWaitFor(
            [&] { return page->model().phase() != KeyListModel::Phase::Loading && page->model().isCurrent(); });
        return *page;
    }
    QStringList names() const {
        QStringList names;
        for (int row = 0; row < page->model().rowCount(); ++row)
            names.append(page->model().index(row, 0).data().toString());
        return names;
    }
    KeyTable *table() const { return page->findChild<KeyTable *>(); }
    SearchField *search() const { return page->findChild<SearchField *>(); }
    FilterList *filters() const { return page->findChild<FilterList *>(); }
    InlineMessage *message() const { return page->findChild<InlineMessage *>(); }
    ListNotice *notice() const { return page->findChild<ListNotice *>(); }

    QTemporaryDir folder;
    ManualClock clock;
    FeedKeyring keyring;
    Settings settings;
    SecretClipboard clipboard;
    Desk desk{keyring, clock, clipboard, settings};
    std::unique_ptr<KeysPage> page;
};

ApiKey keyNamed(const QString &name) {
    ManualClock clock;
    static int number = 0;
    ApiKey key;
    key.id = {QStringLiteral("00000000-0000-4000-8000-%1").arg(++number, 12, 10, QLatin1Char('0'))};
    key.lineage = key.id.value;
    key.name = name;
    key.preview = {QStringLiteral("kw_%1abcd").arg(number, 5, 10, QLatin1Char('0')), QStringLiteral("z9y8")};
    key.scopes = {QStringLiteral("read")};
    key.owner = QStringLiteral("anna");
    key.createdAt = clock.now() - Seconds{number};
    key.deliveredAt = key.createdAt;
    key.usage.lastUsedAt = clock.now() - Seconds{60};
    key.revision = {1};
    return key;
}

QList<ApiKey> fiveKeys() {
    return {keyNamed(QStringLiteral("alpha")), keyNamed(QStringLiteral("beta")), keyNamed(QStringLiteral("gamma")),
            keyNamed(QStringLiteral("delta")), keyNamed(QStringLiteral("epsilon"))};
}

} // namespace

class TestKeysPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filtersCountTheirKeysAndNarrowTheList() {
        QList<ApiKey> keys = fiveKeys();
        ManualClock clock;
        keys[1].revokedAt = clock.now() - Seconds{5};
        keys[2].usage.lastUsedAt.reset();
        Shown shown(keys);
        KeysPage &page = shown.open();
        QTRY_COMPARE(page.model().facts().counts[KeyFilter::Active], 4);
        const QListWidgetItem *active = shown.filters()->item(int(KeyFilter::Active));
        QCOMPARE(active->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Active, 4 keys"));
        shown.filters()->setCurrentRow(int(KeyFilter::NeverUsed));
        QTRY_COMPARE(shown.names(), QStringList{QStringLiteral("gamma")});
        QVERIFY(shown.filters()->item(int(KeyFilter::Test))->isHidden());
    }

    void searchNarrowsTheListAndEscapeClearsIt() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        page.focusSearch();
        QTest::keyClicks(shown.search(), QStringLiteral("LTA"));
        QTRY_COMPARE(shown.names(), QStringList{QStringLiteral("delta")});
        QTest::keyClick(shown.search(), Qt::Key_Escape);
        QTRY_COMPARE(page.model().rowCount(), 5);
    }

    void whatMatchesNothingOffersToClear() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        shown.search()->setText(QStringLiteral("nothing like it"));
        QTRY_VERIFY(shown.notice()->isVisible());
        shown.notice()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(page.model().rowCount(), 5);
        QVERIFY(!shown.notice()->isVisible());
    }

    void aPastedKeyIsTakenOutNamedAndFound() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        const Secret token = makeToken(policyNamed(QStringLiteral("standard")));
        shown.keyring.know(tokenDigest(token.view()), shown.keyring.all()[1]);
        const QString text = QString::fromLatin1(token.view().toByteArray());
        shown.search()->setText(QStringLiteral(" Bearer ") + text);
        QVERIFY(!shown.search()->text().contains(text));
        QTRY_VERIFY(shown.message()->isVisible());
        QVERIFY(shown.message()->text().contains(QStringLiteral("beta")));
        QVERIFY(!shown.message()->text().contains(text));
        QTRY_COMPARE(shown.names(), QStringList{QStringLiteral("beta")});
        QVERIFY(!page.model().view().search.contains(text));
        shown.search()->undo();
        QVERIFY(!shown.search()->text().contains(text));
    }

    void aKeyOfNobodyHereIsTakenOutToo() {
        Shown shown(fiveKeys());
        shown.open();
        const Secret token = makeToken(policyNamed(QStringLiteral("memoryrelay")));
        shown.search()->setText(QString::fromLatin1(token.view().toByteArray()));
        QVERIFY(shown.search()->text().isEmpty());
        QTRY_VERIFY(shown.message()->isVisible());
    }

    void deleteAsksToRevokeAndThenTheNextRowHasTheKeyboard() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        const KeyId first = page.model().idAt(1), next = page.model().idAt(2);
        page.selectKey(first);
        QSignalSpy asked(&page, &KeysPage::revokeRequested);
        QTest::keyClick(shown.table(), Qt::Key_Delete);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QList<KeyId>>(), QList<KeyId>{first});
        ApiKey revoked = *page.model().keyOf(first);
        revoked.revokedAt = shown.clock.now();
        shown.keyring.change({revoked});
        QTRY_COMPARE(shown.table()->currentKey(), next);
        QCOMPARE(page.selectedKeys(), QList<KeyId>{next});
    }

    void selectionAndCurrentRowAreThoseOfTheKeysThroughSortAndChange() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        const KeyId id = page.model().idAt(3);
        page.selectKey(id);
        shown.table()->sortByColumn(int(KeyColumn::Name), Qt::AscendingOrder);
        QTRY_COMPARE(shown.names().first(), QStringLiteral("alpha"));
        QCOMPARE(shown.table()->currentKey(), id);
        shown.keyring.change({keyNamed(QStringLiteral("aaa first"))});
        QTRY_COMPARE(page.model().rowCount(), 6);
        QCOMPARE(shown.table()->currentKey(), id);
        QCOMPARE(page.selectedKeys(), QList<KeyId>{id});
    }

    void aNewKeyIsGoneToOnceItIsThere() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        const ApiKey fresh = keyNamed(QStringLiteral("fresh"));
        shown.search()->setText(QStringLiteral("alpha"));
        page.selectKey(fresh.id);
        shown.keyring.change({fresh});
        QTRY_COMPARE(shown.table()->currentKey(), fresh.id);
    }

    void whatThePolicyForbidsIsGreyedWithItsReason() {
        Shown shown(fiveKeys(), QStringLiteral("remy"));
        shown.open();
        const ApiKey key = shown.keyring.all().first();
        const KeyMenu menu({key}, shown.desk.situation(), shown.page.get());
        const QList<QAction *> actions = menu.actions();
        const auto rename = std::ranges::find(actions, QStringLiteral("Re&name"), &QAction::text);
        QVERIFY(rename != actions.end());
        QVERIFY((*rename)->isVisible() && !(*rename)->isEnabled());
        QVERIFY(!(*rename)->toolTip().isEmpty());
    }

    void whatTheRoleDeniesIsNotThere() {
        Shown shown(fiveKeys());
        shown.keyring.mutableInfo().caller.role = Role::Auditor;
        shown.open();
        const KeyMenu menu({shown.keyring.all().first()}, shown.desk.situation(), shown.page.get());
        for (const QList<QAction *> actions = menu.actions(); const QAction *action : actions)
            QVERIFY2(!action->isVisible() || !action->text().contains(QStringLiteral("evoke")),
                     qPrintable(action->text()));
    }

    void anEmptyKeyringOffersItsFirstKey() {
        Shown shown({}, QStringLiteral("leads-crm"));
        KeysPage &page = shown.open();
        QTRY_VERIFY(shown.notice()->isVisible());
        QSignalSpy asked(&page, &KeysPage::createRequested);
        auto *button = shown.notice()->findChild<QPushButton *>();
        QCOMPARE(button->text(), QStringLiteral("New key"));
        button->click();
        QCOMPARE(asked.size(), 1);
    }

    void aFailureSaysWhatHappenedAndTriesAgain() {
        Shown shown(fiveKeys());
        shown.keyring.failNext({.kind = ErrorKind::Storage, .message = QStringLiteral("The disk is gone.")});
        KeysPage &page = shown.open();
        QVERIFY(shown.message()->text().contains(QStringLiteral("The disk is gone.")));
        QTRY_VERIFY(shown.notice()->isVisible());
        shown.notice()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(page.model().rowCount(), 5);
    }

    void aRestoreReadsEverythingAgain() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        page.selectKey(page.model().idAt(3));
        shown.keyring.setKeys({keyNamed(QStringLiteral("restored"))});
        shown.keyring.reload();
        QTRY_COMPARE(shown.names(), QStringList{QStringLiteral("restored")});
    }

    void whatIsShownIsWhatIsExported() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        shown.search()->setText(QStringLiteral("ta"));
        QTRY_COMPARE(page.model().rowCount(), 2); // beta, delta
        const QString path = shown.folder.filePath(QStringLiteral("keys.json"));
        page.exportTo(path, ExportFormat::Json, false);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(shown.message()->text().contains(QStringLiteral("2 keys written")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray keys = QJsonDocument::fromJson(file.readAll()).object()[u"keys"].toArray();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys[0][u"name"].toString(), shown.names()[0]);
    }

    void copyingTakesThePreviewsOfTheSelection() {
        Shown shown(fiveKeys());
        KeysPage &page = shown.open();
        page.selectKey(page.model().idAt(2));
        QTest::keySequence(shown.table(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), previewText(page.model().keyAt(2)->preview));
    }

    void theViewIsRememberedForItsKeyring() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        {
            Shown shown(fiveKeys(), QStringLiteral("standard"), file);
            KeysPage &page = shown.open();
            shown.table()->sortByColumn(int(KeyColumn::Name), Qt::AscendingOrder);
            shown.table()->setColumnHidden(int(KeyColumn::Owner), false);
            page.setFilter(KeyFilter::Active);
        }
        Shown again(fiveKeys(), QStringLiteral("standard"), file);
        KeysPage &page = again.open();
        QCOMPARE(page.model().view().sort, KeyColumn::Name);
        QVERIFY(!page.model().view().descending);
        QCOMPARE(page.model().view().filter, KeyFilter::Active);
        QVERIFY(!again.table()->isColumnHidden(int(KeyColumn::Owner)));
    }

    void columnsThatThePolicyLacksAreNotOffered() {
        Shown shown(fiveKeys(), QStringLiteral("expiration-reminder"));
        shown.open();
        QVERIFY(shown.table()->isColumnHidden(int(KeyColumn::Spend)));
        QCOMPARE(shown.page->model().headerData(int(KeyColumn::Key), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Token"));
        QMenu menu;
        shown.table()->fillColumnMenu(menu);
        for (const QList<QAction *> actions = menu.actions(); const QAction *action : actions)
            QVERIFY(action->text() != QStringLiteral("Spend"));
    }

    void aNewTokenStandsInItsRowUntilTheRowIsLeft() {
        Shown shown(fiveKeys(), QStringLiteral("expiration-reminder"));
        KeysPage &page = shown.open();
        auto token = std::make_shared<const Secret>(makeToken(policyNamed(QStringLiteral("expiration-reminder"))));
        const std::weak_ptr<const Secret> watched = token;
        const ApiKey fresh = keyNamed(QStringLiteral("fresh"));
        page.showIssuedInRow(
            std::make_shared<RevealedKey>(shown.desk, Issued{.token = token, .key = fresh, .warnings = {}}));
        shown.keyring.change({fresh});
        QTRY_VERIFY(page.findChild<IssuedRow *>() && page.findChild<IssuedRow *>()->isVisible());
        QCOMPARE(shown.table()->currentKey(), fresh.id);
        token.reset();
        QVERIFY(!watched.expired());
        QTest::keyClick(shown.table(), Qt::Key_Up);
        QTRY_VERIFY(watched.expired()); // wiped with its last holder
        QVERIFY(!page.findChild<IssuedRow *>());
    }

    void aNewTokenStandsInOneLineInASmallWindow() {
        Shown shown(fiveKeys(), QStringLiteral("expiration-reminder"));
        KeysPage &page = shown.open();
        page.resize(900, 500);
        auto token = std::make_shared<const Secret>(makeToken(policyNamed(QStringLiteral("expiration-reminder"))));
        const ApiKey fresh = keyNamed(QStringLiteral("fresh"));
        page.showIssuedInRow(
            std::make_shared<RevealedKey>(shown.desk, Issued{.token = token, .key = fresh, .warnings = {}}));
        shown.keyring.change({fresh});
        QTRY_VERIFY(page.findChild<IssuedRow *>() && page.findChild<IssuedRow *>()->isVisible());
        const auto *view = page.findChild<TokenView *>();
        QTRY_COMPARE(view->heightForWidth(view->width()), view->sizeHint().height());
        QVERIFY(shown.table()->geometry().contains(page.findChild<IssuedRow *>()->geometry()));
    }
};

QTEST_MAIN(TestKeysPage)
#include "tst_keys_page.moc"
