#include "tests/support/accessible.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"
#include "ui/edit/key_sidebar.h"
#include "ui/settings/settings.h"
#include "ui/window/command_palette.h"
#include "ui/window/toasts.h"
#include "ui/window/welcome_page.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QtConcurrentRun>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::StringLiterals;

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { desk_.tearDown(); }

    void withoutAKeyringTheWelcomePageShows() {
        desk_.start();
        QVERIFY(desk_.visible<WelcomePage>());
        QVERIFY(!desk_.view());
        QVERIFY(!desk_.button(u"createButton"_s)->isVisible());
        QVERIFY(!desk_.action(u"create"_s)->isEnabled());
    }

    void openingAFileShowsItsKeys() {
        const QString path = desk_.keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s, u"CI deploy"_s});
        desk_.start(path);
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 2);
        QVERIFY(desk_.window().windowTitle().contains(u"Production"_s));
        QCOMPARE(desk_.button(u"createButton"_s)->text(), shipped(u"standard"_s).create.open);
        QVERIFY(desk_.button(u"createButton"_s)->isVisible());
    }

    void theLastKeyringOpensByItself() {
        const QString path = desk_.keyring(u"Production"_s, u"standard"_s, {});
        desk_.start(path);
        QTRY_VERIFY(desk_.view());
        desk_.stop();
        desk_.start();
        QTRY_VERIFY(desk_.view());
        QVERIFY(desk_.window().windowTitle().contains(u"Production"_s));
    }

    void keyringsCanBeSwitched() {
        desk_.start(desk_.keyring(u"One"_s, u"standard"_s, {u"First"_s}));
        QTRY_VERIFY(desk_.view());
        desk_.window().open(desk_.keyring(u"Two"_s, u"expiration-reminder"_s, {u"Second"_s, u"Third"_s}));
        QTRY_VERIFY(desk_.window().windowTitle().contains(u"Two"_s));
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 2);
        QCOMPARE(desk_.button(u"createButton"_s)->text(), shipped(u"expiration-reminder"_s).create.open);
        QCOMPARE(desk_.settings().recentKeyrings().size(), 2);
    }

    void aFileThatIsNoKeyringLeavesTheOpenOneAndSaysSo() {
        desk_.start(desk_.keyring(u"One"_s, u"standard"_s, {u"First"_s}));
        QTRY_VERIFY(desk_.view());
        QFile junk(desk_.place(u"junk.keyring"_s));
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write("this is no keyring");
        junk.close();
        desk_.window().open(junk.fileName());
        QTRY_VERIFY(desk_.messageWith(u"junk.keyring"_s));
        QVERIFY(desk_.window().windowTitle().contains(u"One"_s));
    }

    void aMissingLastKeyringIsToldOnTheWelcomePage() {
        desk_.start(desk_.place(u"gone.keyring"_s));
        QTRY_VERIFY(desk_.visible<WelcomePage>());
        QTRY_VERIFY(desk_.messageWith(u"gone.keyring"_s));
    }

    void anAuditorSeesTheBannerAndNoCreateButton() {
        desk_.start(desk_.keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s}));
        QTRY_VERIFY(desk_.view());
        const QString id = desk_.view()->desk().keyring.info().id;
        QVERIFY(desk_.button(u"createButton"_s)->isVisible());
        desk_.settings().setRole(id, Role::Auditor);
        QTRY_VERIFY(!desk_.button(u"createButton"_s)->isVisible());
        QTRY_VERIFY(desk_.messageWith(u"Your role isn't admin."_s));
        QVERIFY(!desk_.action(u"create"_s)->isVisible());
        desk_.settings().setRole(id, Role::Admin);
        QTRY_VERIFY(desk_.button(u"createButton"_s)->isVisible());
    }

    void testKeysAreOfferedWhereThePolicyHasThem() {
        desk_.start(desk_.keyring(u"A"_s, u"memoryrelay"_s, {}));
        QTRY_VERIFY(desk_.view());
        QVERIFY(!desk_.button(u"testKeyButton"_s)->isVisible());
        desk_.window().open(desk_.keyring(u"B"_s, u"standard"_s, {}));
        QTRY_VERIFY(desk_.button(u"testKeyButton"_s)->isVisible());
        QCOMPARE(desk_.button(u"testKeyButton"_s)->text(), shipped(u"standard"_s).testKey->button);
    }

    void aSecondStartHandsItsFileToTheFirst() {
        desk_.start(desk_.keyring(u"One"_s, u"standard"_s, {}));
        QTRY_VERIFY(desk_.view());
        const QString other = desk_.keyring(u"Two"_s, u"standard"_s, {});
        desk_.window().showMinimized();
        // The second start blocks for its answer: it needs a thread of its own, as it has a process of its own.
        const auto handed = QtConcurrent::run(
            [name = DesktopFixture::instanceName(), other] { return SingleInstance(name).handOver(other); });
        QTRY_VERIFY(handed.isFinished());
        QVERIFY(handed.result());
        QTRY_VERIFY(desk_.window().windowTitle().contains(u"Two"_s));
        QVERIFY(!desk_.window().isMinimized());
    }

    void aFirstStartFindsNobodyToHandOverTo() { QVERIFY(!SingleInstance(DesktopFixture::instanceName()).handOver({})); }

    void aDroppedFileOpens() {
        desk_.start();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(desk_.keyring(u"Dropped"_s, u"standard"_s, {}))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desk_.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desk_.window(), &drop);
        QTRY_VERIFY(desk_.window().windowTitle().contains(u"Dropped"_s));
    }

    void theSampleHoldsKeysOfEveryState() {
        desk_.start();
        desk_.action(u"sample"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk_.view(), 20'000);
        Keyring &sample = desk_.view()->desk().keyring;
        const Result<KeyPage> page = await(sample.keys({}, 1000));
        VERIFY_RESULT(page);
        const Instant now = desk_.view()->desk().clock.now();
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
        QVERIFY(desk_.settings().recentKeyrings().isEmpty());
    }

    void languageSwitchesWhileAKeyringIsOpen() {
        desk_.start(desk_.keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s}));
        QTRY_VERIFY(desk_.view());
        desk_.settings().setLanguage(u"de"_s);
        QTRY_COMPARE(desk_.action(u"settings"_s)->text(), u"&Einstellungen …"_s);
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 1);
        desk_.settings().setLanguage(u"en"_s);
        QTRY_COMPARE(desk_.action(u"settings"_s)->text(), u"S&ettings…"_s);
    }

    void thePaletteDoesWhatIsTyped() {
        desk_.start(desk_.keyring(u"Production"_s, u"standard"_s, {}));
        QTRY_VERIFY(desk_.view());
        desk_.action(u"palette"_s)->trigger();
        auto *palette = desk_.window().findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *edit = palette->findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"activ"_s);
        QCOMPARE(palette->findChild<QListWidget *>()->currentItem()->text(), u"Activity"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(desk_.view()->page(), KeyringView::Log);
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

    void everyControlHasAName() {
        desk_.start(desk_.keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s, u"CI deploy"_s}));
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 2);
        desk_.action(u"activityPage"_s)->trigger();
        desk_.action(u"keysPage"_s)->trigger();
        QTRY_COMPARE(desk_.view()->page(), KeyringView::Keys);
        desk_.table()->selectRow(0);
        QTest::keyClick(desk_.table(), Qt::Key_Return);
        QTRY_VERIFY(desk_.visible<KeySidebar>());
        desk_.action(u"search"_s)->trigger();
        QTest::keyClicks(desk_.window().focusWidget(), u"Zapier"_s); // its button to clear it appears
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 1);
        desk_.action(u"settings"_s)->trigger();
        desk_.action(u"create"_s)->trigger();
        QStringList nameless;
        for (auto *widget : desk_.window().findChildren<QWidget *>()) {
            const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                                 qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) ||
                                 qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QPlainTextEdit *>(widget);
            // What a control is made of speaks through it.
            const QWidget *whole = widget->parentWidget();
            const bool part = qobject_cast<const QComboBox *>(whole) || qobject_cast<const QAbstractSpinBox *>(whole) ||
                              qobject_cast<const QAbstractItemView *>(whole) || !widget->isVisible();
            if (control && !part && accessibleText(widget, QAccessible::Name).isEmpty())
                nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() +
                                u" in "_s + QString::fromLatin1(whole->metaObject()->className());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"; "_s)));
    }

    void geometryComesBackWithTheKeyring() {
        const QString path = desk_.keyring(u"Production"_s, u"standard"_s, {});
        desk_.start(path);
        QTRY_VERIFY(desk_.view());
        desk_.window().resize(911, 633);
        desk_.window().close();
        desk_.stop();
        desk_.start(path);
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.window().size(), QSize(911, 633));
    }

    void closingAKeyringGoesBackToTheWelcomePage() {
        desk_.start(desk_.keyring(u"Production"_s, u"standard"_s, {}));
        QTRY_VERIFY(desk_.view());
        desk_.action(u"closeKeyring"_s)->trigger();
        QTRY_VERIFY(desk_.visible<WelcomePage>());
        QVERIFY(!desk_.view());
    }

private:
    DesktopFixture desk_;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
