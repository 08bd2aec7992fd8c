#include "app/desktop/desktop.h"
#include "core/keyring/keyring_file.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"
#include "ui/window/command_palette.h"
#include "ui/window/keyring_view.h"
#include "ui/window/loss_question.h"
#include "ui/window/toasts.h"
#include "ui/window/welcome_page.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace keywright;
using namespace Qt::StringLiterals;

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
    }

    void cleanup() {
        desktop_.reset();
        instance_.reset();
        folder_.reset();
    }

    void withoutAKeyringTheWelcomePageShows() {
        open();
        QVERIFY(shown<WelcomePage>());
        QVERIFY(!desktop_->window().view());
        QVERIFY(!button(u"createButton"_s)->isVisible());
        QVERIFY(!action(u"create"_s)->isEnabled());
    }

    void openingAFileShowsItsKeys() {
        const QString path = keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s, u"CI deploy"_s});
        open(path);
        QTRY_VERIFY(desktop_->window().view());
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(desktop_->window().windowTitle().contains(u"Production"_s));
        QCOMPARE(button(u"createButton"_s)->text(), test::shipped(u"standard"_s).create.open);
        QVERIFY(button(u"createButton"_s)->isVisible());
    }

    void theLastKeyringOpensByItself() {
        const QString path = keyring(u"Production"_s, u"standard"_s, {});
        open(path);
        QTRY_VERIFY(desktop_->window().view());
        desktop_.reset();
        open();
        QTRY_VERIFY(desktop_->window().view());
        QVERIFY(desktop_->window().windowTitle().contains(u"Production"_s));
    }

    void keyringsCanBeSwitched() {
        open(keyring(u"One"_s, u"standard"_s, {u"First"_s}));
        QTRY_VERIFY(desktop_->window().view());
        desktop_->window().openFile(keyring(u"Two"_s, u"expiration-reminder"_s, {u"Second"_s, u"Third"_s}));
        QTRY_VERIFY(desktop_->window().windowTitle().contains(u"Two"_s));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(button(u"createButton"_s)->text(), test::shipped(u"expiration-reminder"_s).create.open);
        QCOMPARE(desktop_->settings().recentKeyrings().size(), 2);
    }

    void aFileThatIsNoKeyringLeavesTheOpenOneAndSaysSo() {
        open(keyring(u"One"_s, u"standard"_s, {u"First"_s}));
        QTRY_VERIFY(desktop_->window().view());
        QFile junk(folder_->filePath(u"junk.keyring"_s));
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write("this is no keyring");
        junk.close();
        desktop_->window().openFile(junk.fileName());
        QTRY_VERIFY(messageWith(u"junk.keyring"_s));
        QVERIFY(desktop_->window().windowTitle().contains(u"One"_s));
    }

    void aMissingLastKeyringIsToldOnTheWelcomePage() {
        open(folder_->filePath(u"gone.keyring"_s));
        QTRY_VERIFY(shown<WelcomePage>());
        QTRY_VERIFY(messageWith(u"gone.keyring"_s));
    }

    void anAuditorSeesTheBannerAndNoCreateButton() {
        open(keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s}));
        QTRY_VERIFY(desktop_->window().view());
        const QString id = desktop_->window().view()->desk().keyring.info().id;
        QVERIFY(button(u"createButton"_s)->isVisible());
        desktop_->settings().setRole(id, Role::Auditor);
        QTRY_VERIFY(!button(u"createButton"_s)->isVisible());
        QTRY_VERIFY(messageWith(u"Your role isn't admin."_s));
        QVERIFY(!action(u"create"_s)->isVisible());
        desktop_->settings().setRole(id, Role::Admin);
        QTRY_VERIFY(button(u"createButton"_s)->isVisible());
    }

    void testKeysAreOfferedWhereThePolicyHasThem() {
        open(keyring(u"A"_s, u"memoryrelay"_s, {}));
        QTRY_VERIFY(desktop_->window().view());
        QVERIFY(!button(u"testKeyButton"_s)->isVisible());
        desktop_->window().openFile(keyring(u"B"_s, u"standard"_s, {}));
        QTRY_VERIFY(button(u"testKeyButton"_s)->isVisible());
        QCOMPARE(button(u"testKeyButton"_s)->text(), test::shipped(u"standard"_s).testKey->button);
    }

    void aSecondStartHandsItsFileToTheFirst() {
        open(keyring(u"One"_s, u"standard"_s, {}));
        QTRY_VERIFY(desktop_->window().view());
        const QString other = keyring(u"Two"_s, u"standard"_s, {});
        desktop_->window().showMinimized();
        // The second start blocks for its answer: it needs a thread of its own, as it has a process of its own.
        const auto handed = QtConcurrent::run([name = name(), other] { return SingleInstance(name).handOver(other); });
        QTRY_VERIFY(handed.isFinished());
        QVERIFY(handed.result());
        QTRY_VERIFY(desktop_->window().windowTitle().contains(u"Two"_s));
        QVERIFY(!desktop_->window().isMinimized());
    }

    void aFirstStartFindsNobodyToHandOverTo() { QVERIFY(!SingleInstance(name()).handOver({})); }

    void aDroppedFileOpens() {
        open();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(keyring(u"Dropped"_s, u"standard"_s, {}))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desktop_->window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desktop_->window(), &drop);
        QTRY_VERIFY(desktop_->window().windowTitle().contains(u"Dropped"_s));
    }

    void theSampleHoldsKeysOfEveryState() {
        open();
        action(u"sample"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desktop_->window().view(), 20'000);
        Keyring &sample = desktop_->window().view()->desk().keyring;
        const Result<KeyPage> page = test::await(sample.keys({}, 1000));
        VERIFY_RESULT(page);
        const Instant now = desktop_->window().view()->desk().clock.now();
        QSet<KeyStatus> seen;
        bool undelivered = false;
        bool testKey = false;
        for (const ApiKey &key : page->keys) {
            seen.insert(statusOf(key, now));
            undelivered |= !key.deliveredAt;
            testKey |= key.kind == KeyKind::Test;
        }
        QCOMPARE(seen.size(), 5);
        QVERIFY(undelivered);
        QVERIFY(testKey);
        QVERIFY(desktop_->settings().recentKeyrings().isEmpty());
    }

    void languageSwitchesWhileAKeyringIsOpen() {
        open(keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s}));
        QTRY_VERIFY(desktop_->window().view());
        desktop_->settings().setLanguage(u"de"_s);
        QTRY_COMPARE(action(u"settings"_s)->text(), u"&Einstellungen …"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        desktop_->settings().setLanguage(u"en"_s);
        QTRY_COMPARE(action(u"settings"_s)->text(), u"S&ettings…"_s);
    }

    void thePaletteDoesWhatIsTyped() {
        open(keyring(u"Production"_s, u"standard"_s, {}));
        QTRY_VERIFY(desktop_->window().view());
        action(u"palette"_s)->trigger();
        auto *palette = desktop_->window().findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *edit = palette->findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"activ"_s);
        QCOMPARE(palette->findChild<QListWidget *>()->currentItem()->text(), u"Activity"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(desktop_->window().view()->page(), KeyringView::Log);
    }

    void paletteRanksBeginningsFirst() {
        QVERIFY(paletteScore(u"Create API key"_s, u"cre"_s) > paletteScore(u"Go and create"_s, u"cre"_s));
        QVERIFY(paletteScore(u"Go and create"_s, u"cre"_s) > paletteScore(u"Recreate"_s, u"cre"_s));
        QCOMPARE(paletteScore(u"Create API key"_s, u"xyz"_s), 0);
        QVERIFY(paletteScore(u"Create API key"_s, u"key cre"_s) > 0);
    }

    void aToastOffersItsUndoOnce() {
        QWidget host;
        host.resize(600, 400);
        host.show();
        Toasts toasts(&host);
        int undone = 0;
        toasts.show(u"Revoked"_s, u"Undo"_s, [&undone] { ++undone; });
        QCOMPARE(toasts.texts(), QStringList{u"Revoked"_s});
        auto *undo = host.findChild<QPushButton *>();
        QVERIFY(undo && undo->isVisible());
        undo->click();
        undo->click();
        QCOMPARE(undone, 1);
        QVERIFY(toasts.texts().isEmpty());
    }

    void geometryComesBackWithTheKeyring() {
        const QString path = keyring(u"Production"_s, u"standard"_s, {});
        open(path);
        QTRY_VERIFY(desktop_->window().view());
        desktop_->window().resize(911, 633);
        desktop_->window().close();
        desktop_.reset();
        open(path);
        QTRY_VERIFY(desktop_->window().view());
        QTRY_COMPARE(desktop_->window().size(), QSize(911, 633));
    }

    void closingAKeyringGoesBackToTheWelcomePage() {
        open(keyring(u"Production"_s, u"standard"_s, {}));
        QTRY_VERIFY(desktop_->window().view());
        action(u"closeKeyring"_s)->trigger();
        QTRY_VERIFY(shown<WelcomePage>());
        QVERIFY(!desktop_->window().view());
    }

private:
    QString name() const { return u"keywright-test-%1"_s.arg(QCoreApplication::applicationPid()); }

    void open(const QString &file = {}) {
        const QString settings = folder_->filePath(u"settings.ini"_s);
        {
            Settings english(settings);
            english.setLanguage(u"en"_s);
        }
        instance_ = std::make_unique<SingleInstance>(name());
        QVERIFY(instance_->listen());
        desktop_ = std::make_unique<Desktop>(settings);
        desktop_->show(file, *instance_);
        QVERIFY(QTest::qWaitForWindowExposed(&desktop_->window()));
    }

    /// A keyring file with keys of these names.
    QString keyring(const QString &title, const QString &policy, const QStringList &names) {
        const QString path = folder_->filePath(title + u".keyring"_s);
        const Caller caller{.name = u"tester"_s};
        const Done made =
            createKeyringFile({.path = path, .name = title, .policy = test::shipped(policy)}, caller, clock_);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        LocalKeyring keyring(path, caller, clock_);
        if (const auto opened = test::await(keyring.open()); !opened)
            qFatal("%s", qPrintable(opened.error().message));
        for (const QString &key : names) {
            Draft draft;
            draft.name = key;
            if (const auto issued = test::await(keyring.create(draft, {})); !issued)
                qFatal("%s", qPrintable(issued.error().message));
        }
        return path;
    }

    template<class Widget>
    bool shown() const {
        const auto *widget = desktop_->window().findChild<Widget *>();
        return widget && widget->isVisible();
    }

    bool messageWith(const QString &text) const {
        for (const auto *message : desktop_->window().findChildren<InlineMessage *>())
            if (message->isVisible() && message->text().contains(text))
                return true;
        return false;
    }

    QPushButton *button(const QString &objectName) const {
        return desktop_->window().findChild<QPushButton *>(objectName);
    }
    QAction *action(const QString &objectName) const { return desktop_->window().findChild<QAction *>(objectName); }
    QTableView *table() const { return desktop_->window().view()->findChild<QTableView *>(); }

    SystemClock clock_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SingleInstance> instance_;
    std::unique_ptr<Desktop> desktop_;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
