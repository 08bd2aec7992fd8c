// Nothing is lost by leaving: whatever would go unsaved is asked about, whichever way one goes.
#include "tests/support/desktop_fixture.h"
#include "tests/support/results.h"
#include "ui/create/create_dialog.h"
#include "ui/edit/key_sidebar.h"
#include "ui/form/form_field.h"
#include "ui/keys/issued_row.h"
#include "ui/revoke/loss_question.h"
#include "ui/window/welcome_page.h"

#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::StringLiterals;

class WindowLeavingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { desk_.tearDown(); }

    void anUncopiedKeyIsAskedAbout_data() {
        QTest::addColumn<QString>("policy");
        QTest::newRow("in the dialog") << u"standard"_s;
        QTest::newRow("in its row") << u"expiration-reminder"_s;
    }
    void anUncopiedKeyIsAskedAbout() {
        QFETCH(const QString, policy);
        open(policy);
        makeKey();
        desk_.window().close();
        QVERIFY(desk_.window().isVisible());
        LossQuestion *question = desk_.visible<LossQuestion>();
        QVERIFY(question);
        QTRY_COMPARE(question->focusWidget(), buttonOf(question, u"Stay"_s));
        buttonOf(question, u"Stay"_s)->click();
        QTRY_VERIFY(!desk_.visible<LossQuestion>());
        QVERIFY(desk_.window().isVisible());
        QVERIFY(copyButton());
        desk_.window().close();
        question = desk_.visible<LossQuestion>();
        QVERIFY(question);
        buttonOf(question, u"Leave"_s)->click();
        QTRY_VERIFY(!desk_.window().isVisible());
    }

    void doneAsksBeforeAnUncopiedKeyLeavesItsRow() {
        open(u"expiration-reminder"_s);
        makeKey();
        const auto done = [this] { return desk_.visible<IssuedRow>()->findChild<QToolButton *>(u"issuedDone"_s); };
        QTRY_VERIFY(desk_.visible<IssuedRow>());
        done()->click();
        LossQuestion *question = desk_.visible<LossQuestion>();
        QVERIFY(question);
        buttonOf(question, u"Stay"_s)->click();
        QTRY_VERIFY(!desk_.visible<LossQuestion>());
        QVERIFY(desk_.visible<IssuedRow>());
        copyButton()->click();
        done()->click();
        QVERIFY(!desk_.visible<LossQuestion>());
        QVERIFY(!desk_.visible<IssuedRow>());
    }

    void aCopiedKeyIsNot_data() { anUncopiedKeyIsAskedAbout_data(); }
    void aCopiedKeyIsNot() {
        QFETCH(const QString, policy);
        open(policy);
        makeKey();
        copyButton()->click();
        desk_.window().close();
        QVERIFY(!desk_.window().isVisible());
    }

    void anotherKeyringWaitsForTheAnswer_data() { anUncopiedKeyIsAskedAbout_data(); }
    void anotherKeyringWaitsForTheAnswer() {
        QFETCH(const QString, policy);
        open(policy);
        makeKey();
        desk_.window().open(desk_.keyring(u"Other"_s, u"standard"_s, {}));
        LossQuestion *question = desk_.visible<LossQuestion>();
        QVERIFY(question);
        QVERIFY(desk_.window().windowTitle().contains(u"Production"_s));
        buttonOf(question, u"Leave"_s)->click();
        QTRY_VERIFY(desk_.window().windowTitle().contains(u"Other"_s));
    }

    void unsavedChangesAreAskedAbout() {
        open(u"standard"_s);
        edit();
        desk_.action(u"closeKeyring"_s)->trigger();
        LossQuestion *question = desk_.visible<LossQuestion>();
        QVERIFY(question);
        QVERIFY(desk_.view());
        buttonOf(question, u"Leave"_s)->click();
        QTRY_VERIFY(desk_.visible<WelcomePage>());
    }

    void aSessionEndsOnceNothingIsLost() {
        open(u"standard"_s);
        QVERIFY(desk_.window().maySessionEnd(true));
        edit();
        QVERIFY(desk_.window().maySessionEnd(false)); // nobody could answer
        QVERIFY(!desk_.visible<LossQuestion>());
        QVERIFY(!desk_.window().maySessionEnd(true));
        LossQuestion *question = desk_.visible<LossQuestion>();
        QVERIFY(question);
        QVERIFY(desk_.window().maySessionEnd(true)); // asked once, not for ever
        buttonOf(question, u"Leave"_s)->click();
        QTRY_VERIFY(!desk_.window().isVisible());
    }

private:
    void open(const QString &policy) {
        desk_.start(desk_.keyring(u"Production"_s, policy, {u"Zapier"_s}));
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 1);
    }

    void makeKey() {
        desk_.button(u"createButton"_s)->click();
        QTRY_VERIFY(desk_.visible<FormField>());
        auto *name = desk_.window().findChild<FormField *>(u"name"_s);
        qobject_cast<QLineEdit *>(name->control())->setText(u"Fresh"_s);
        const QString submit = desk_.view()->desk().keyring.info().policy->create.submit;
        buttonOf(&desk_.window(), submit)->click();
        QTRY_VERIFY(copyButton());
    }

    void edit() {
        desk_.table()->selectRow(0);
        QTest::keyClick(desk_.table(), Qt::Key_Return);
        QTRY_VERIFY(desk_.visible<KeySidebar>());
        QTRY_VERIFY(desk_.visible<FormField>());
        auto *name = desk_.visible<KeySidebar>()->findChild<QLineEdit *>(u"keyName"_s);
        QTRY_VERIFY(!name->text().isEmpty());
        QTest::keyClicks(name, u" 2"_s);
        QVERIFY(!desk_.view()->unsavedText().isEmpty());
    }

    /// The one that copies the new key, wherever it stands.
    QAbstractButton *copyButton() {
        for (auto *button : desk_.window().findChildren<QAbstractButton *>())
            if (button->isVisible() && button->accessibleName() == u"Copy the key"_s)
                return button;
        return nullptr;
    }

    DesktopFixture desk_;
};

QTEST_MAIN(WindowLeavingTest)
#include "tst_window_leaving.moc"
