#include "tests/support/accessible.h"
#include "tests/support/manual_clock.h"
#include "tests/support/policies.h"
#include "ui/form/expiry_chooser.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/form/limit_field.h"
#include "ui/form/scope_ticks.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace keywright;
using namespace keywright::test;

namespace {

QPushButton *choice(const QWidget &chooser, const QString &text) {
    for (auto *button : chooser.findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

QStringList choices(const QWidget &chooser) {
    QStringList texts;
    for (const auto *button : chooser.findChildren<QPushButton *>())
        texts.append(button->text());
    return texts;
}

} // namespace

class TestFormFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFieldIsReadWithItsLabelHintAndError() {
        auto *edit = new QLineEdit;
        FormField field(QStringLiteral("&Name && more"), edit);
        field.setHint(QStringLiteral("A hint."));
        QCOMPARE(accessibleText(edit, QAccessible::Name), QStringLiteral("Name & more"));
        QCOMPARE(accessibleText(edit, QAccessible::Description), QStringLiteral("A hint."));
        field.setRequired(true);
        field.setError(QStringLiteral("Too long."));
        QVERIFY(accessibleText(edit, QAccessible::Name).contains(QStringLiteral("required")));
        QCOMPARE(accessibleText(edit, QAccessible::Description), QStringLiteral("Too long. A hint."));
    }

    void theErrorStandsInThePlaceOfTheHint() {
        FormField field(QStringLiteral("Name"), new QLineEdit);
        field.setHint(QStringLiteral("hint"));
        field.setError(QStringLiteral("<b>error</b>"));
        field.show();
        QStringList shown;
        for (const auto *label : field.findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                shown.append(label->text());
        QCOMPARE(shown, (QStringList{QStringLiteral("Name"), QStringLiteral("<b>error</b>")}));
        for (const auto *label : field.findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->buddy() || label->textFormat() == Qt::PlainText);
    }

    void aLockedFieldSaysWhyAndCannotBeTypedInto() {
        auto *edit = new QLineEdit(QStringLiteral("old"));
        FormField field(QStringLiteral("Name"), edit);
        field.setLocked(QStringLiteral("Names stay."));
        QTest::keyClicks(edit, QStringLiteral("x"));
        QCOMPARE(edit->text(), QStringLiteral("old"));
        QCOMPARE(accessibleText(edit, QAccessible::Description), QStringLiteral("Names stay."));
    }

    void theSentenceOfAScopeTicksIt() {
        ScopeTicks ticks(shipped(QStringLiteral("standard")));
        ticks.resize(400, 200);
        ticks.show();
        QSignalSpy edited(&ticks, &ScopeTicks::edited);
        QCOMPARE(ticks.scopes(), QStringList{QStringLiteral("read")});
        for (auto *label : ticks.findChildren<QLabel *>())
            if (label->text() == QStringLiteral("Delete data."))
                QTest::mouseClick(label, Qt::LeftButton);
        QCOMPARE(ticks.scopes(), (QStringList{QStringLiteral("read"), QStringLiteral("delete")}));
        QCOMPARE(edited.size(), 1);
    }

    void fixedScopesAreShownAndCannotBeTicked() {
        ScopeTicks ticks(shipped(QStringLiteral("expiration-reminder")));
        ticks.show();
        for (const auto *box : ticks.findChildren<QCheckBox *>())
            QVERIFY(!box->isVisible());
        QCOMPARE(ticks.scopes(), (QStringList{QStringLiteral("read"), QStringLiteral("write")}));
        QVERIFY(everyText().contains(QStringLiteral("Add new records.")));
    }

    void anExpiryOffersWhatThePolicyHas_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<bool>("chosen");
        const auto row = [](const char *policy, const QString &offered, bool chosen) {
            QTest::newRow(policy) << QString::fromLatin1(policy) << offered.split(u',') << chosen;
        };
        row("standard", QStringLiteral("30 days,60 days,90 days,1 year,Days…,Date…,Never"), true);
        row("remy", QStringLiteral("30 days,60 days,90 days,1 year,Date…"), false);
        row("memoryrelay", QStringLiteral("30 days,60 days,90 days,1 year,Days…,Never"), true);
        row("leads-crm", QStringLiteral("Date…,Never"), true);
    }
    void anExpiryOffersWhatThePolicyHas() {
        QFETCH(QString, policy);
        QFETCH(bool, chosen);
        ExpiryChooser chooser(*shipped(policy).expiry, clock_);
        QTEST(choices(chooser), "offered");
        QCOMPARE(chooser.expiry().has_value(), chosen);
        if (chosen)
            QVERIFY(std::holds_alternative<NeverExpires>(*chooser.expiry()));
    }

    void thePresetIsTakenAndSaidInWords() {
        ExpiryChooser chooser(*shipped(QStringLiteral("standard")).expiry, clock_);
        QSignalSpy edited(&chooser, &ExpiryChooser::edited);
        choice(chooser, QStringLiteral("90 days"))->click();
        QCOMPARE(edited.size(), 1);
        QCOMPARE(*chooser.expiry(), Expiry(ExpiresInDays{90}));
        const QString words = expiryInWords(ExpiresInDays{90}, clock_.now());
        QVERIFY(!words.isEmpty());
        QCOMPARE(accessibleText(choice(chooser, QStringLiteral("90 days")), QAccessible::Description), words);
        bool shown = false;
        for (const auto *label : chooser.findChildren<QLabel *>())
            shown |= label->text() == words;
        QVERIFY(shown);
    }

    void arrowKeysMoveTheChoice() {
        ExpiryChooser chooser(*shipped(QStringLiteral("remy")).expiry, clock_);
        chooser.show();
        chooser.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&chooser));
        choice(chooser, QStringLiteral("30 days"))->setFocus();
        QTest::keyClick(chooser.focusWidget(), Qt::Key_Space);
        QTest::keyClick(chooser.focusWidget(), Qt::Key_Right);
        QCOMPARE(*chooser.expiry(), Expiry(ExpiresInDays{60}));
        QCOMPARE(accessibleText(choice(chooser, QStringLiteral("60 days")), QAccessible::Name),
                 QStringLiteral("60 days"));
        QCOMPARE(QAccessible::queryAccessibleInterface(choice(chooser, QStringLiteral("60 days")))->role(),
                 QAccessible::RadioButton);
    }

    void aDateLiesBetweenTodayAndTheLast() {
        ExpiryChooser chooser(*shipped(QStringLiteral("leads-crm")).expiry, clock_);
        chooser.show();
        choice(chooser, QStringLiteral("Date…"))->click();
        auto *date = chooser.findChild<QDateEdit *>();
        QVERIFY(date->isVisible());
        const QDate today = toLocal(clock_.now()).date();
        date->setDate(today.addDays(-1));
        QCOMPARE(*chooser.expiry(), Expiry(ExpiresOnDate{.date = today, .zone = {}}));
        date->setDate(QDate(2200, 1, 1));
        QCOMPARE(date->date(), latestExpiryDate());
    }

    void aNumberOfDaysKeepsThePolicysBounds() {
        ExpiryChooser chooser(*shipped(QStringLiteral("memoryrelay")).expiry, clock_);
        chooser.show();
        auto *days = chooser.findChild<QSpinBox *>();
        QVERIFY(!days->isVisible());
        choice(chooser, QStringLiteral("Days…"))->click();
        QVERIFY(days->isVisible());
        days->setValue(1000);
        QCOMPARE(*chooser.expiry(), Expiry(ExpiresInDays{365}));
    }

    void anExpiryThatIsSetComesBack() {
        ExpiryChooser chooser(*shipped(QStringLiteral("standard")).expiry, clock_);
        for (const Expiry &expiry :
             {Expiry(ExpiresInDays{60}), Expiry(ExpiresInDays{17}),
              Expiry(ExpiresOnDate{.date = QDate(2030, 2, 28), .zone = {}}), Expiry(NeverExpires{})}) {
            chooser.setExpiry(expiry);
            QCOMPARE(*chooser.expiry(), expiry);
        }
    }

    void notGivenIsAChoiceOfItsOwn() {
        ExpiryChooser chooser(*shipped(QStringLiteral("standard")).expiry, clock_);
        chooser.offerNotGiven(QStringLiteral("Same"), QStringLiteral("As before."));
        QVERIFY(!chooser.expiry());
        QVERIFY(choice(chooser, QStringLiteral("Same"))->isChecked());
        choice(chooser, QStringLiteral("30 days"))->click();
        QVERIFY(chooser.expiry());
        chooser.setExpiry({});
        QVERIFY(!chooser.expiry());
    }

    void anAmountIsReadAsMicroDollars() {
        LimitField field(QStringLiteral("daily_spend_limit_usd"));
        QVERIFY(field.amount() && !*field.amount());
        field.setText(QStringLiteral("5.25"));
        QCOMPARE((*field.amount())->micros, 5'250'000);
        field.setText(QStringLiteral("-1"));
        QVERIFY(!field.amount());
        QCOMPARE(field.amount().error().field, QStringLiteral("daily_spend_limit_usd"));
    }

    void anErrorBarOffersItsDetailsAndNoMarkup() {
        InlineMessage bar;
        bar.showError({.kind = ErrorKind::Storage,
                       .message = QStringLiteral("<i>Disk</i> full"),
                       .technical = QStringLiteral("SQLITE_FULL 13")});
        QVERIFY(bar.isVisible());
        choice(bar, QStringLiteral("Copy details"))->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("SQLITE_FULL 13")));
        QVERIFY(copied.contains(QStringLiteral("<i>Disk</i> full")));
        for (const auto *label : bar.findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    }

    void anActionGoesWithItsMessage() {
        InlineMessage bar;
        int acted = 0;
        bar.showText(InlineMessage::Kind::Warning, QStringLiteral("Sure?"));
        bar.addAction(QStringLiteral("Yes"), &bar,
                      [&] {
                          ++acted;
                          bar.clear();
                      })
            ->click();
        QCOMPARE(acted, 1);
        QVERIFY(!bar.isVisible());
        bar.showText(InlineMessage::Kind::Info, QStringLiteral("Done."));
        QTRY_VERIFY(!choice(bar, QStringLiteral("Yes")));
    }

    void aPressOnStopOutlivesTheProgressThatComesMeanwhile() {
        InlineMessage bar;
        int stopped = 0;
        const auto tell = [&](const QString &text) { bar.showProgress(text, &bar, [&] { ++stopped; }); };
        tell(QStringLiteral("1 of 2"));
        QPushButton *stop = choice(bar, QStringLiteral("&Stop"));
        QVERIFY(stop);
        stop->setFocus();
        QTest::mousePress(stop, Qt::LeftButton);
        tell(QStringLiteral("2 of 2"));
        QCOMPARE(bar.text(), QStringLiteral("2 of 2"));
        QVERIFY(stop->isVisible());
        QTest::mouseRelease(stop, Qt::LeftButton);
        QCOMPARE(stopped, 1);
        bar.showText(InlineMessage::Kind::Info, QStringLiteral("Done."));
        QTRY_VERIFY(!choice(bar, QStringLiteral("&Stop")));
        tell(QStringLiteral("1 of 9"));
        QVERIFY(choice(bar, QStringLiteral("&Stop")));
    }

private:
    ManualClock clock_;
};

QTEST_MAIN(TestFormFields)
#include "tst_form_fields.moc"
