#include "tests/support/accessible.h"
#include "tests/support/ui_desk.h"
#include "ui/create/create_dialog.h"
#include "ui/create/create_flow.h"
#include "ui/create/create_form.h"
#include "ui/create/create_page.h"
#include "ui/create/reveal_page.h"
#include "ui/create/revealed_key.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace keywright;
using namespace keywright::test;

namespace {

FormField *field(const QWidget &page, const QString &id) {
    return page.findChild<FormField *>(id);
}

QPushButton *button(const QWidget &page, const QString &text) {
    for (auto *each : page.findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

void type(QWidget *control, const QString &text) {
    control->setFocus();
    qobject_cast<QLineEdit *>(control)->selectAll();
    if (text.isEmpty())
        QTest::keyClick(control, Qt::Key_Delete);
    else
        QTest::keyClicks(control, text);
}

/// A form's page under one policy, with what it needs.
struct Page {
    explicit Page(const QString &policy) : all(policy), page(all.desk, 24) {
        page.resize(520, 700);
        page.show();
    }
    QLineEdit *name() { return qobject_cast<QLineEdit *>(field(page, QStringLiteral("name"))->control()); }
    QString error(const QString &id) { return field(page, id)->error(); }

    UiDesk all;
    CreatePage page;
};

} // namespace

class TestCreateKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyThePolicysFieldsAreThere_data() {
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *policy, const QString &fields) { QTest::newRow(policy) << fields.split(u','); };
        row("standard", QStringLiteral("name,scopes,expires,daily_spend_limit_usd,monthly_spend_limit_usd,owner,"
                                       "rate_per_minute,note"));
        row("remy", QStringLiteral("name,scopes,expires,owner,note"));
        row("expiration-reminder", QStringLiteral("name,scopes,owner,note"));
        row("memoryrelay",
            QStringLiteral("name,scopes,expires,daily_spend_limit_usd,monthly_spend_limit_usd,owner,note"));
        row("leads-crm", QStringLiteral("name,scopes,expires,owner,note"));
    }
    void onlyThePolicysFieldsAreThere() {
        Page form(QString::fromLatin1(QTest::currentDataTag()));
        QStringList found;
        for (const auto *each : form.page.findChildren<FormField *>())
            found.append(each->objectName());
        QTEST(found, "fields");
    }

    void fieldsAreCalledAsThePolicyCallsThem() {
        const auto labels = [](const QString &policy) {
            Page form(policy);
            QStringList names;
            for (const auto *id : {"name", "scopes", "expires"})
                names << accessibleText(field(form.page, QLatin1StringView(id))->control(), QAccessible::Name)
                             .remove(QStringLiteral(" (required)"));
            return names;
        };
        QCOMPARE(labels(QStringLiteral("leads-crm")),
                 (QStringList{QStringLiteral("Key name"), QStringLiteral("Permissions"), QStringLiteral("Expiry")}));
        QCOMPARE(labels(QStringLiteral("standard")),
                 (QStringList{QStringLiteral("Name"), QStringLiteral("Scopes"), QStringLiteral("Expires")}));
    }

    void nothingIsScoldedBeforeItIsTouched() {
        Page form(QStringLiteral("standard"));
        QVERIFY(form.error(QStringLiteral("name")).isEmpty());
        type(form.name(), QStringLiteral("x"));
        type(form.name(), {});
        QVERIFY(!form.error(QStringLiteral("name")).isEmpty());
    }

    void createStaysPressableAndShowsWhatIsMissing() {
        Page form(QStringLiteral("remy"));
        form.name()->clear();
        QVERIFY(form.page.createButton()->isEnabled());
        form.page.createButton()->click();
        QVERIFY(!form.error(QStringLiteral("name")).isEmpty());
        QVERIFY(!form.error(QStringLiteral("expires")).isEmpty());
        QCOMPARE(form.page.focusWidget(), form.name());
        QVERIFY(form.page.createButton()->isEnabled());
        QVERIFY(form.all.keyring.requests_.isEmpty());
    }

    void theDefaultNameIsPreselectedAndRefusedIfLeft() {
        Page form(QStringLiteral("remy"));
        QCOMPARE(form.name()->selectedText(), QStringLiteral("New API key"));
        button(form.page, QStringLiteral("30 days"))->click();
        form.page.submit();
        QVERIFY(!form.error(QStringLiteral("name")).isEmpty());
        QVERIFY(form.all.keyring.requests_.isEmpty());
        type(form.name(), QStringLiteral("Mac sync script"));
        form.page.submit();
        QCOMPARE(form.all.keyring.requests_.size(), 1);
    }

    void aPoorNameIsHintedAtAndTaken() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("test"));
        const QString hint = nameHint(*form.all.keyring.info_.policy, QStringLiteral("test"));
        QVERIFY(hint.contains(QStringLiteral("Zapier")));
        QVERIFY(accessibleText(form.name(), QAccessible::Description).contains(hint));
        QVERIFY(form.error(QStringLiteral("name")).isEmpty());
        form.page.submit();
        QCOMPARE(form.all.keyring.lastDraft_->name, QStringLiteral("test"));
    }

    void aNameThatIsAKeyIsRefusedAndNotEchoed() {
        Page form(QStringLiteral("standard"));
        const Secret token = makeToken(*form.all.keyring.info_.policy);
        form.name()->setText(QString::fromLatin1(token.view()));
        form.page.submit();
        QVERIFY(!form.error(QStringLiteral("name")).isEmpty());
        QVERIFY(!form.error(QStringLiteral("name")).contains(QString::fromLatin1(token.view())));
        QVERIFY(form.all.keyring.requests_.isEmpty());
    }

    void aNameIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("too long") << QString(101, u'a');
        QTest::newRow("spaces") << QStringLiteral("   ");
        QTest::newRow("bidirectional override") << QStringLiteral("a\u202Eb");
        QTest::newRow("control") << QStringLiteral("a\u0007b");
    }
    void aNameIsRefused() {
        QFETCH(QString, name);
        Page form(QStringLiteral("standard"));
        form.name()->setText(name);
        form.page.submit();
        QVERIFY(!form.error(QStringLiteral("name")).isEmpty());
        QVERIFY(form.all.keyring.requests_.isEmpty());
    }

    void anAmountIsJudgedBesideItself() {
        Page form(QStringLiteral("memoryrelay"));
        const QString daily = QStringLiteral("daily_spend_limit_usd");
        type(field(form.page, daily)->control(), QStringLiteral("1.0000001"));
        QVERIFY(!form.error(daily).isEmpty());
        QVERIFY(form.error(QStringLiteral("monthly_spend_limit_usd")).isEmpty());
        form.page.submit();
        QVERIFY(form.all.keyring.requests_.isEmpty());
        type(field(form.page, daily)->control(), QStringLiteral("5"));
        QVERIFY(form.error(daily).isEmpty());
        form.page.submit();
        QCOMPARE(form.all.keyring.lastDraft_->dailyLimit->micros, 5'000'000);
        QVERIFY(!form.all.keyring.lastDraft_->monthlyLimit);
    }

    void noScopeAtAllIsRefusedOrWarnedOf() {
        Page strict(QStringLiteral("standard"));
        type(strict.name(), QStringLiteral("Zapier"));
        for (auto *box : field(strict.page, QStringLiteral("scopes"))->findChildren<QCheckBox *>())
            if (box->isChecked())
                box->click();
        QVERIFY(!strict.error(QStringLiteral("scopes")).isEmpty());

        Page lenient(QStringLiteral("leads-crm"));
        type(lenient.name(), QStringLiteral("Zapier"));
        lenient.page.submit();
        QVERIFY(lenient.error(QStringLiteral("scopes")).isEmpty());
        QCOMPARE(*lenient.all.keyring.lastDraft_->scopes, QStringList());
        QWidget *ticks = field(lenient.page, QStringLiteral("scopes"))->control();
        QVERIFY(accessibleText(ticks, QAccessible::Description).contains(QStringLiteral("nothing")));
    }

    void everythingTypedReachesTheKeyring() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        for (auto *box : field(form.page, QStringLiteral("scopes"))->findChildren<QCheckBox *>())
            if (!box->isChecked())
                box->click();
        button(form.page, QStringLiteral("60 days"))->click();
        type(field(form.page, QStringLiteral("owner"))->control(), QStringLiteral("ops@example.com"));
        type(field(form.page, QStringLiteral("rate_per_minute"))->control(), QStringLiteral("120"));
        qobject_cast<QPlainTextEdit *>(field(form.page, QStringLiteral("note"))->control())
            ->setPlainText(QStringLiteral("two\nlines"));
        QSignalSpy made(&form.page, &CreatePage::made);
        form.page.submit();
        QTRY_COMPARE(made.size(), 1);
        const ApiKey &key = form.all.keyring.keys_.front();
        QCOMPARE(key.name, QStringLiteral("Zapier"));
        QCOMPARE(key.scopes, QStringLiteral("read write delete admin").split(u' '));
        QCOMPARE(*key.expiresAt, form.all.clock.now() + Days(60));
        QCOMPARE(key.owner, QStringLiteral("ops@example.com"));
        QCOMPARE(key.note, QStringLiteral("two\nlines"));
        QCOMPARE(*form.all.keyring.lastDraft_->ratePerMinute, 120);
    }

    void anOwnerLeftEmptyIsTheCaller() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        form.page.submit();
        QVERIFY(!form.all.keyring.lastDraft_->owner);
    }

    void aMistakeUnderMoreIsUnfolded() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        FormField *rate = field(form.page, QStringLiteral("rate_per_minute"));
        qobject_cast<QLineEdit *>(rate->control())->setText(QStringLiteral("many"));
        QVERIFY(!rate->isVisible());
        form.page.submit();
        QVERIFY(rate->isVisible());
        QVERIFY(rate->hasError());
    }

    void aLostAnswerLosesNothingAndIsAskedForAgain() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        form.all.keyring.nextError_ = Error{.kind = ErrorKind::Network, .message = QStringLiteral("No answer.")};
        form.page.submit();
        QTRY_VERIFY(form.page.message()->isVisible());
        QCOMPARE(form.page.message()->text(), QStringLiteral("No answer."));
        QCOMPARE(form.name()->text(), QStringLiteral("Zapier"));
        QVERIFY(form.name()->isEnabled());
        QSignalSpy made(&form.page, &CreatePage::made);
        form.page.submit();
        QTRY_COMPARE(made.size(), 1);
        QCOMPARE(form.all.keyring.requests_.size(), 2);
        QCOMPARE(form.all.keyring.requests_[0], form.all.keyring.requests_[1]);
        QVERIFY(!form.all.keyring.requests_[0].isEmpty());
    }

    void anotherKeyIsAnotherRequest() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        form.all.keyring.nextError_ = Error{.kind = ErrorKind::Storage, .message = QStringLiteral("Disk full.")};
        form.page.submit();
        QTRY_VERIFY(form.page.message()->isVisible());
        form.page.submit();
        QCOMPARE(form.all.keyring.requests_.size(), 2);
        QVERIFY(form.all.keyring.requests_[0] != form.all.keyring.requests_[1]);
    }

    void anErrorOfAFieldStandsBesideIt() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        form.all.keyring.nextError_ =
            Error{.kind = ErrorKind::Invalid, .message = QStringLiteral("Taken."), .field = QStringLiteral("name")};
        form.page.submit();
        QTRY_COMPARE(form.error(QStringLiteral("name")), QStringLiteral("Taken."));
        QVERIFY(!form.page.message()->isVisible());
    }

    void aRoleThatMayNotCreateIsToldWhy() {
        Page form(QStringLiteral("standard"));
        type(form.name(), QStringLiteral("Zapier"));
        form.all.keyring.info_.caller.role = Role::Auditor;
        form.page.submit();
        QVERIFY(form.page.message()->isVisible());
        QVERIFY(form.page.message()->text().contains(QStringLiteral("role")));
        QVERIFY(form.all.keyring.requests_.isEmpty());
    }

    void theDialogStaysWhileTheKeyringIsAsked() {
        UiDesk all(QStringLiteral("standard"));
        CreateDialog dialog(all.desk);
        dialog.showForm();
        dialog.open();
        all.keyring.holds_ = true;
        type(field(dialog, QStringLiteral("name"))->control(), QStringLiteral("Zapier"));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(all.keyring.requests_.size(), 1);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        dialog.close();
        QVERIFY(dialog.isVisible());
        QVERIFY(!field(dialog, QStringLiteral("name"))->isEnabled());
        all.keyring.release();
        QTRY_VERIFY(dialog.revealPage());
        QVERIFY(dialog.isVisible());
    }

    void escapeClosesTheForm() {
        UiDesk all(QStringLiteral("standard"));
        CreateDialog dialog(all.desk);
        dialog.showForm();
        dialog.open();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QVERIFY(all.keyring.requests_.isEmpty());
    }

    void theSidebarSavesAndTheRowShowsTheKey() {
        UiDesk all(QStringLiteral("expiration-reminder"));
        QWidget window;
        CreateFlow flow(all.desk, &window);
        QWidget *sidebar = flow.sidebar();
        QVERIFY(sidebar);
        window.show();
        flow.createKey();
        QVERIFY(sidebar->isVisible());
        QVERIFY(button(*sidebar, QStringLiteral("Save")));
        std::weak_ptr<const Secret> token;
        KeyId shown;
        connect(&flow, &CreateFlow::issuedInRow, &window, [&](const std::shared_ptr<RevealedKey> &key) {
            token = key->token();
            shown = key->key().id;
            QVERIFY(flow.holdsUncopiedToken());
        });
        QSignalSpy done(&flow, &CreateFlow::sidebarDone);
        type(field(*sidebar, QStringLiteral("name"))->control(), QStringLiteral("Zapier production"));
        QTest::keyClick(field(*sidebar, QStringLiteral("name"))->control(), Qt::Key_Return);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(shown, all.keyring.keys_.front().id);
        QVERIFY(!flow.holdsUncopiedToken()); // nobody kept it
        QVERIFY(window.findChildren<QDialog *>().isEmpty());
        flow.createKey();
        QCOMPARE(qobject_cast<QLineEdit *>(field(*sidebar, QStringLiteral("name"))->control())->text(), QString());
    }

    void aDialogPolicyHasNoSidebar() {
        UiDesk all(QStringLiteral("remy"));
        QWidget window;
        CreateFlow flow(all.desk, &window);
        QVERIFY(!flow.sidebar());
    }

    void aTestKeyIsOneClick_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("leads-crm") << QStringLiteral("Docs playground (temp)");
        QTest::newRow("standard") << QStringLiteral("Test key (temp)");
    }
    void aTestKeyIsOneClick() {
        UiDesk all(QString::fromLatin1(QTest::currentDataTag()));
        QWidget window;
        window.show();
        CreateFlow flow(all.desk, &window);
        flow.createTestKey();
        flow.createTestKey(); // a double click is one key
        QTRY_VERIFY(window.findChild<RevealPage *>());
        QCOMPARE(all.keyring.keys_.size(), 1);
        const ApiKey &key = all.keyring.keys_.front();
        QTEST(key.name, "name");
        QCOMPARE(key.kind, KeyKind::Test);
        QCOMPARE(*key.expiresAt, all.clock.now() + Seconds(3600));
        QVERIFY(flow.holdsUncopiedToken());
    }

    void aTestKeyThatIsRefusedIsTold() {
        UiDesk all(QStringLiteral("leads-crm"));
        all.keyring.info_.developerApi = false;
        QWidget window;
        CreateFlow flow(all.desk, &window);
        QSignalSpy failed(&flow, &CreateFlow::failed);
        flow.createTestKey();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(all.keyring.keys_.isEmpty());
    }
};

QTEST_MAIN(TestCreateKey)
#include "tst_create_key.moc"
