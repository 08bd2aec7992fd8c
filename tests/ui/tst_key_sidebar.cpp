#include "tests/support/add_key.h"
#include "tests/support/keyring_fixture.h"
#include "ui/edit/key_sidebar.h"
#include "ui/form/inline_message.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A sidebar over a keyring file, in a window with something else that may have the keyboard.
struct FileBench {
    explicit FileBench(const QString &policy = u"standard"_s, Caller caller = admin())
        : file(policy, std::move(caller)), desk{file.keyring(), file.clock(), clipboard, settings} {}

    void open(const KeyId &id) {
        sidebar = std::make_unique<KeySidebar>(desk);
        sidebar->resize(sidebar->sizeHint());
        sidebar->show();
        sidebar->open(id);
    }

    QTemporaryDir folder;
    KeyringFixture file;
    SecretClipboard clipboard;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Desk desk;
    std::unique_ptr<KeySidebar> sidebar;
};

QLineEdit *nameOf(const QWidget &sidebar) {
    return sidebar.findChild<QLineEdit *>(u"keyName"_s);
}
QString titleOf(const QWidget &sidebar) {
    return sidebar.findChild<QLabel *>(u"sidebarTitle"_s)->text();
}
QPushButton *button(const QWidget &where, const QString &text) {
    const auto buttons = where.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QPushButton *one) { return one->isVisible() && QString(one->text()).remove(u'&') == text; });
    return found == buttons.end() ? nullptr : *found;
}
QString messages(const QWidget &where) {
    QStringList texts;
    for (const InlineMessage *message : where.findChildren<InlineMessage *>())
        if (message->isVisible())
            texts << message->text();
    return texts.join(u'\n');
}
QString allText(const QWidget &where) {
    QStringList texts;
    for (const QLabel *label : where.findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts.join(u'\n');
}

} // namespace

class TestKeySidebar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewNameIsSavedAndTheTokenStaysWhatItIs() {
        FileBench bench;
        const Issued issued = bench.file.make(u"Zapier"_s);
        bench.open(issued.key.id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier"_s);
        QVERIFY(!button(*bench.sidebar, u"Save"_s));
        nameOf(*bench.sidebar)->setText(u"Zapier production"_s);
        QVERIFY(bench.sidebar->hasUnsavedChanges());
        QTRY_VERIFY(button(*bench.sidebar, u"Save"_s));
        button(*bench.sidebar, u"Save"_s)->click();
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier production"_s);
        QVERIFY(!bench.sidebar->hasUnsavedChanges());
        QCOMPARE(bench.file.all().front().preview, issued.key.preview);
    }

    void whatIsLockedSaysWhy() {
        FileBench bench(u"remy"_s);
        bench.open(bench.file.make(u"Mac sync script"_s).key.id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Mac sync script"_s);
        QVERIFY(nameOf(*bench.sidebar)->isReadOnly());
        const Permit rename = permit(Action::Rename, bench.desk.situation(), &bench.file.all().front());
        QVERIFY(!rename.reason.isEmpty());
        QVERIFY2(allText(*bench.sidebar).contains(rename.reason), qPrintable(allText(*bench.sidebar)));
        QVERIFY(!bench.sidebar->findChild<QLineEdit *>(u"keyOwner"_s)->isReadOnly());
    }

    void whatTheStateForbidsIsSaidOnce() {
        FileBench bench;
        const KeyId id = bench.file.make(u"Zapier"_s).key.id;
        VERIFY_RESULT(await(bench.file.keyring().revoke({id}, u"left"_s)));
        bench.open(id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier"_s);
        const ApiKey key = bench.file.all().front();
        const Permit rename = permit(Action::Rename, bench.desk.situation(), &key);
        QCOMPARE(allText(*bench.sidebar).count(rename.reason), 1);
        QVERIFY(nameOf(*bench.sidebar)->isReadOnly());
        QVERIFY(!bench.sidebar->findChild<QLineEdit *>(u"keyOwner"_s)->isReadOnly());
        for (const auto *box : bench.sidebar->findChildren<QCheckBox *>())
            QVERIFY(!box->isVisible());
    }

    void anAuditorSeesEverythingAndMayChangeNothing() {
        FileBench bench;
        const KeyId id = bench.file.make(u"Zapier"_s).key.id;
        auto auditor = bench.file.another({.role = Role::Auditor, .name = u"eve"_s});
        Desk desk{*auditor, bench.file.clock(), bench.clipboard, bench.settings};
        KeySidebar sidebar(desk);
        sidebar.show();
        sidebar.open(id);
        QTRY_COMPARE(titleOf(sidebar), u"Zapier"_s);
        QVERIFY(nameOf(sidebar)->isReadOnly());
        QVERIFY(messages(sidebar).contains(u"Your role isn't admin."_s));
        for (const QString &absent : {u"revoke"_s, u"rotate"_s, u"erase"_s, u"reactivate"_s})
            QVERIFY2(!sidebar.findChild<QPushButton *>(absent)->isVisible(), qPrintable(absent));
        QVERIFY(sidebar.findChild<QPushButton *>(u"report"_s)->isEnabled());
    }

    void openingDoesNotTakeTheKeyboard() {
        FileBench bench;
        const KeyId id = bench.file.make(u"Zapier"_s).key.id;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *elsewhere = new QLineEdit;
        auto *sidebar = new KeySidebar(bench.desk);
        column->addWidget(elsewhere);
        column->addWidget(sidebar);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        elsewhere->setFocus();
        sidebar->open(id);
        QTRY_COMPARE(titleOf(*sidebar), u"Zapier"_s);
        QVERIFY(elsewhere->hasFocus());
        sidebar->editName();
        QVERIFY(nameOf(*sidebar)->hasFocus());
        QCOMPARE(nameOf(*sidebar)->selectedText(), u"Zapier"_s);
    }

    void anotherKeyWaitsForUnsavedChanges() {
        FileBench bench;
        const KeyId first = bench.file.make(u"First"_s).key.id;
        const KeyId second = bench.file.make(u"Second"_s).key.id;
        bench.open(first);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"First"_s);
        nameOf(*bench.sidebar)->setText(u"First, renamed"_s);

        bench.sidebar->open(second);
        QVERIFY(messages(*bench.sidebar).contains(u"not saved"_s));
        QTRY_VERIFY(button(*bench.sidebar, u"Stay"_s));
        button(*bench.sidebar, u"Stay"_s)->click();
        QCOMPARE(bench.sidebar->currentKey(), first);
        QCOMPARE(nameOf(*bench.sidebar)->text(), u"First, renamed"_s);

        bench.sidebar->open(second);
        QTRY_VERIFY(button(*bench.sidebar, u"Stay"_s));
        const auto bars = bench.sidebar->findChildren<InlineMessage *>();
        const auto bar = std::ranges::find_if(
            bars, [](const InlineMessage *one) { return one->isVisible() && one->text().contains(u"not saved"_s); });
        QVERIFY(bar != bars.end());
        button(**bar, u"Discard"_s)->click();
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Second"_s);
        QVERIFY(!bench.sidebar->hasUnsavedChanges());
    }

    void closingWaitsToo() {
        FileBench bench;
        bench.open(bench.file.make(u"First"_s).key.id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"First"_s);
        QSignalSpy closed(bench.sidebar.get(), &KeySidebar::closed);
        nameOf(*bench.sidebar)->setText(u"Other"_s);
        QTest::keyClick(nameOf(*bench.sidebar), Qt::Key_Escape);
        QVERIFY(closed.isEmpty());
        QVERIFY(messages(*bench.sidebar).contains(u"not saved"_s));
    }

    void aChangeElsewhereAppearsByItself() {
        FileBench bench;
        const Issued issued = bench.file.make(u"Zapier"_s);
        bench.open(issued.key.id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier"_s);
        auto other = bench.file.another();
        Changes changes;
        changes.name = u"Renamed elsewhere"_s;
        VERIFY_RESULT(await(other->edit(issued.key.id, issued.key.revision, changes)));
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Renamed elsewhere"_s);
        QCOMPARE(nameOf(*bench.sidebar)->text(), u"Renamed elsewhere"_s);
    }

    void theSecondOfTwoEditorsIsTold_data() {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("name");
        QTest::newRow("theirs") << u"Use theirs"_s << u"Theirs"_s;
        QTest::newRow("mine") << u"Keep mine"_s << u"Mine"_s;
    }
    void theSecondOfTwoEditorsIsTold() {
        QFETCH(QString, choice);
        QFETCH(QString, name);
        FileBench bench;
        const Issued issued = bench.file.make(u"Zapier"_s);
        bench.open(issued.key.id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier"_s);
        nameOf(*bench.sidebar)->setText(u"Mine"_s);
        auto other = bench.file.another();
        Changes changes;
        changes.name = u"Theirs"_s;
        changes.owner = u"bob's team"_s;
        VERIFY_RESULT(await(other->edit(issued.key.id, issued.key.revision, changes)));
        QTRY_VERIFY(button(*bench.sidebar, u"Use theirs"_s));
        const QString told = messages(*bench.sidebar);
        QVERIFY2(told.contains(u"bob changed this key"_s), qPrintable(told));
        QVERIFY2(told.contains(u"Name is now “Theirs”; you typed “Mine”"_s), qPrintable(told));
        QCOMPARE(nameOf(*bench.sidebar)->text(), u"Mine"_s);

        button(*bench.sidebar, choice)->click();
        if (QPushButton *save = button(*bench.sidebar, u"Save"_s))
            save->click();
        QTRY_COMPARE(titleOf(*bench.sidebar), name);
        QTRY_COMPARE(bench.file.all().front().name, name);
        QCOMPARE(bench.file.all().front().owner, u"bob's team"_s);
    }

    void aDeletedKeySaysSo() {
        FileBench bench(u"leads-crm"_s);
        const KeyId id = bench.file.make(u"Zapier"_s).key.id;
        bench.open(id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier"_s);
        auto other = bench.file.another();
        VERIFY_RESULT(await(other->erase({id})));
        QTRY_VERIFY(messages(*bench.sidebar).contains(u"This key was deleted."_s));
    }

    void theRotatedKeySaysWhoStillUsesIt() {
        UiDesk desk(u"memoryrelay"_s);
        ApiKey &key = addKey(desk, u"production-agent"_s);
        const Instant now = desk.clock.now();
        key.deprecatedAt = now - Days(2);
        key.autoRevokeAt = now + Days(5);
        key.usage.lastUsedAt = now - Seconds(600);
        KeyDetails &details = desk.keyring.details_[key.id];
        details.clients = {
            {.address = u"10.0.0.5"_s, .agent = u"curl/8"_s, .lastAt = now - Seconds(600), .requests = 7}};
        KeySidebar sidebar(desk.desk);
        sidebar.show();
        sidebar.open(key.id);
        QTRY_VERIFY(messages(sidebar).contains(u"still in use"_s));
        QVERIFY(messages(sidebar).contains(u"10.0.0.5 with curl/8"_s));

        desk.keyring.keys_.front().usage.lastUsedAt = now - Days(2);
        desk.keyring.tellChanged({desk.keyring.keys_.front().id});
        QTRY_VERIFY2(messages(sidebar).contains(u"Safe to revoke: idle for 2 days."_s), qPrintable(messages(sidebar)));
    }

    void aKeyThatNobodyHasOffersToReplaceIt() {
        UiDesk desk(u"standard"_s);
        ApiKey &key = addKey(desk, u"Zapier"_s);
        key.deliveredAt.reset();
        KeySidebar sidebar(desk.desk);
        QSignalSpy replace(&sidebar, &KeySidebar::replaceRequested);
        sidebar.show();
        sidebar.open(key.id);
        QTRY_VERIFY(button(sidebar, u"Revoke and replace…"_s));
        button(sidebar, u"Revoke and replace…"_s)->click();
        QCOMPARE(replace.size(), 1);
    }

    void theSupportReportHoldsNoSecret() {
        UiDesk desk(u"standard"_s);
        ApiKey &key = addKey(desk, u"Zapier"_s);
        KeySidebar sidebar(desk.desk);
        sidebar.show();
        sidebar.open(key.id);
        QTRY_COMPARE(titleOf(sidebar), u"Zapier"_s);
        sidebar.findChild<QPushButton *>(u"report"_s)->click();
        const QString report = QApplication::clipboard()->text();
        QVERIFY2(report.contains(key.id.value) && report.contains(u"Zapier"_s), qPrintable(report));
        QVERIFY(!report.toUtf8().contains(desk.keyring.lastToken_->view().toByteArray()));
    }

    void aRefusedValueStandsBesideItsField() {
        FileBench bench;
        bench.open(bench.file.make(u"Zapier"_s).key.id);
        QTRY_COMPARE(titleOf(*bench.sidebar), u"Zapier"_s);
        nameOf(*bench.sidebar)->setText(QString());
        QVERIFY(!nameOf(*bench.sidebar)->accessibleDescription().isEmpty());
        QTRY_VERIFY(button(*bench.sidebar, u"Save"_s));
        button(*bench.sidebar, u"Save"_s)->click();
        QVERIFY(bench.sidebar->hasUnsavedChanges());
        QCOMPARE(bench.file.all().front().name, u"Zapier"_s);
    }
};

QTEST_MAIN(TestKeySidebar)
#include "tst_key_sidebar.moc"
