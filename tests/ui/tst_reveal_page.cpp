#include "tests/support/accessible.h"
#include "tests/support/ui_desk.h"
#include "ui/create/create_dialog.h"
#include "ui/create/create_flow.h"
#include "ui/create/env_section.h"
#include "ui/create/reveal_page.h"
#include "ui/create/token_box.h"
#include "ui/form/inline_message.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace keywright;
using namespace keywright::test;

namespace {

QByteArray clipboardBytes() {
    return QGuiApplication::clipboard()->text().toUtf8();
}

QByteArray contents(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

/// A window in which a new key is shown.
struct Shown {
    explicit Shown(const QString &policy = QStringLiteral("standard"), const QStringList &warnings = {}) : all(policy) {
        window.show();
        all.keyring.nextWarnings_ = warnings;
        Draft draft;
        draft.name = QStringLiteral("Zapier");
        if (all.keyring.info_.policy->expiry)
            draft.expiry = ExpiresOnDate{.date = toLocal(all.clock.now()).date().addDays(30), .zone = {}};
        if (policy == QStringLiteral("memoryrelay"))
            draft.expiry = ExpiresInDays{30};
        const auto issued = all.keyring.make(draft);
        Q_ASSERT(issued);
        token = issued->token->view().toByteArray();
        flow.reveal(*issued);
        dialog = window.findChild<CreateDialog *>();
    }
    RevealPage &page() { return *dialog->revealPage(); }
    QPushButton *button(const QString &text) {
        for (auto *each : dialog->findChildren<QPushButton *>())
            if (each->text() == text && each->isVisible())
                return each;
        return nullptr;
    }
    QToolButton *eye() { return page().tokenBox()->findChild<QToolButton *>(); }

    UiDesk all;
    QWidget window;
    CreateFlow flow{all.desk, &window};
    QPointer<CreateDialog> dialog;
    QByteArray token;
};

} // namespace

class TestRevealPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void theKeyIsMaskedAndNoTextHoldsIt_data() {
        QTest::addColumn<QString>("policy");
        for (const KeyPolicy &policy : shippedPolicies())
            if (policy.create.reveal == KeyPolicy::Reveal::Dialog)
                QTest::newRow(qPrintable(policy.id)) << policy.id;
    }
    void theKeyIsMaskedAndNoTextHoldsIt() {
        QFETCH(QString, policy);
        Shown shown(policy);
        QVERIFY(shown.page().tokenBox()->isMasked());
        const QString token = QString::fromLatin1(shown.token);
        QVERIFY(everyText().contains(QStringLiteral("API key, hidden")));
        QVERIFY(!everyText().contains(token));
        shown.eye()->click();
        QVERIFY(!shown.page().tokenBox()->isMasked());
        QVERIFY2(!everyText().contains(token), "painted, and read by nothing");
    }

    void theEyeChangesWhatIsPainted() {
        Shown shown;
        const QImage masked = shown.page().tokenBox()->grab().toImage();
        shown.eye()->click();
        QVERIFY(shown.page().tokenBox()->grab().toImage() != masked);
        shown.eye()->click();
        QVERIFY(shown.page().tokenBox()->isMasked());
    }

    void aShownKeyIsMaskedAgainByItself() {
        Shown shown;
        shown.page().tokenBox()->setShownFor(std::chrono::milliseconds(1));
        shown.eye()->click();
        QTRY_VERIFY(shown.page().tokenBox()->isMasked());
    }

    void aShownKeyIsMaskedWhenTheWindowLosesTheKeyboard() {
        Shown shown;
        shown.eye()->click();
        QEvent deactivated(QEvent::WindowDeactivate);
        QApplication::sendEvent(shown.dialog, &deactivated);
        QVERIFY(shown.page().tokenBox()->isMasked());
    }

    void copyIsExactAndMarkedSecretWhileMasked() {
        Shown shown;
        shown.button(QStringLiteral("&Copy"))->click();
        QVERIFY(shown.page().tokenBox()->isMasked());
        QCOMPARE(clipboardBytes(), shown.token);
        QVERIFY(shown.all.clipboard.holdsSecret());
        QCOMPARE(shown.all.clipboard.secondsLeft(), shown.all.settings.clipboardSeconds());
        QVERIFY(everyText().contains(QStringLiteral("clears in 30 s")));
    }

    void copyNotesOnceThatSomebodyHasIt() {
        Shown shown;
        QVERIFY(shown.flow.holdsUncopiedToken());
        shown.button(QStringLiteral("&Copy"))->click();
        shown.button(QStringLiteral("&Copy"))->click();
        QTRY_COMPARE(shown.all.keyring.delivered_, QList<KeyId>{shown.all.keyring.keys_.front().id});
        QVERIFY(!shown.flow.holdsUncopiedToken());
        QVERIFY(shown.dialog->findChild<QCheckBox *>()->isChecked());
    }

    void copyingLeavesTheDialogAsItIs_data() { theKeyIsMaskedAndNoTextHoldsIt_data(); }
    void copyingLeavesTheDialogAsItIs() {
        QFETCH(QString, policy);
        Shown shown(policy);
        QVERIFY(QTest::qWaitForWindowExposed(shown.dialog));
        QTest::qWait(50); // whatever it still wants to settle
        const QSize before = shown.dialog->size();
        shown.page().tokenBox()->copyButton()->click();
        QTest::qWait(50);
        QCOMPARE(shown.dialog->size(), before);
    }

    void sayingThatItIsSavedNotesIt() {
        Shown shown;
        shown.dialog->findChild<QCheckBox *>()->click();
        QTRY_COMPARE(shown.all.keyring.delivered_.size(), 1);
        shown.button(QStringLiteral("&Done"))->click();
        QVERIFY(!shown.dialog->isVisible());
    }

    void nothingClosesOverAnUncopiedKeyUnasked_data() {
        QTest::addColumn<QString>("way");
        for (const char *way : {"done", "escape", "close"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void nothingClosesOverAnUncopiedKeyUnasked() {
        QFETCH(QString, way);
        Shown shown;
        if (way == QStringLiteral("done"))
            shown.button(QStringLiteral("&Done"))->click();
        else if (way == QStringLiteral("escape"))
            QTest::keyClick(shown.dialog->focusWidget(), Qt::Key_Escape);
        else
            shown.dialog->close();
        QVERIFY(shown.dialog->isVisible());
        QVERIFY(shown.page().message()->isVisible());
        QVERIFY(shown.page().message()->text().contains(QStringLiteral("Nobody has this key yet")));
        shown.button(QStringLiteral("Close anyway"))->click();
        QVERIFY(!shown.dialog->isVisible());
        QVERIFY(shown.all.keyring.delivered_.isEmpty());
    }

    void copyingInTheQuestionAnswersIt() {
        Shown shown;
        shown.dialog->close();
        shown.button(QStringLiteral("Copy it"))->click();
        QCOMPARE(clipboardBytes(), shown.token);
        QVERIFY(!shown.page().message()->isVisible());
        shown.dialog->close();
        QTRY_VERIFY(!shown.dialog);
    }

    void onceClosedNothingHoldsTheKey() {
        Shown shown;
        const std::weak_ptr<const Secret> token = std::exchange(shown.all.keyring.lastToken_, nullptr);
        QVERIFY(!token.expired());
        shown.button(QStringLiteral("&Copy"))->click();
        shown.button(QStringLiteral("&Done"))->click();
        QVERIFY(token.expired());
        QTRY_VERIFY(!shown.dialog);
        QVERIFY(!everyText().contains(QString::fromLatin1(shown.token)));
    }

    void onceCreatedAndClosedNothingHoldsTheKey() {
        UiDesk all(QStringLiteral("standard"));
        QWidget window;
        window.show();
        CreateFlow flow(all.desk, &window);
        flow.createTestKey();
        QTRY_VERIFY(window.findChild<RevealPage *>());
        const std::weak_ptr<const Secret> token = std::exchange(all.keyring.lastToken_, nullptr);
        window.findChild<QCheckBox *>()->click();
        window.findChild<CreateDialog *>()->close();
        QTRY_VERIFY(token.expired());
    }

    void theReadyRequestNamesAVariableAndNotTheKey() {
        Shown shown(QStringLiteral("remy"));
        shown.button(QStringLiteral("Copy re&quest"))->click();
        QCOMPARE(clipboardBytes(), QByteArray("curl 'https://app.remy.com/api/v1/contacts?limit=1' \\\n"
                                              "  -H \"Authorization: Bearer $API_KEY\""));
        QVERIFY(!shown.all.clipboard.holdsSecret());
        QVERIFY(shown.flow.holdsUncopiedToken());
    }

    void theRequestWithTheKeyIsASecret() {
        Shown shown(QStringLiteral("remy"));
        shown.button(QStringLiteral("Copy with the &key"))->click();
        QCOMPARE(clipboardBytes(), "curl 'https://app.remy.com/api/v1/contacts?limit=1' \\\n"
                                   "  -H \"Authorization: Bearer " +
                                       shown.token + '"');
        QVERIFY(shown.all.clipboard.holdsSecret());
        QVERIFY(!shown.flow.holdsUncopiedToken());
    }

    void theKeyringsOwnAddressIsAsked() {
        UiDesk all(QStringLiteral("standard"));
        all.keyring.info_.apiBaseUrl = QStringLiteral("https://api.example.org/");
        const auto issued = all.keyring.make([] {
            Draft draft;
            draft.name = QStringLiteral("Zapier");
            return draft;
        }());
        RevealPage page(all.desk, *issued);
        QVERIFY(everyText().contains(QStringLiteral("'https://api.example.org/v1/items?limit=1'")));
    }

    void theEnvironmentLineHoldsTheKey() {
        Shown shown;
        shown.dialog->findChild<QLineEdit *>()->setText(QStringLiteral("MY_KEY"));
        shown.button(QStringLiteral("Copy &line"))->click();
        QCOMPARE(clipboardBytes(), "MY_KEY=" + shown.token);
        QVERIFY(shown.all.clipboard.holdsSecret());
        QVERIFY(everyText().contains(QStringLiteral("Bearer $MY_KEY")));
    }

    void aVariableThatIsNoneIsTold() {
        Shown shown;
        shown.dialog->findChild<QLineEdit *>()->setText(QStringLiteral("9 LIVES"));
        QVERIFY(!shown.button(QStringLiteral("Copy &line"))->isEnabled());
        QVERIFY(everyText().contains(QStringLiteral("does not begin with a digit")));
        QVERIFY(everyText().contains(QStringLiteral("Bearer $API_KEY")));
    }

    void theKeyIsSavedToAFile() {
        Shown shown;
        const QString path = shown.all.folder.filePath(QStringLiteral(".env"));
        shown.dialog->findChild<EnvSection *>()->saveTo(path);
        QTRY_VERIFY(shown.page().message()->isVisible());
        QCOMPARE(contents(path), "API_KEY=" + shown.token + '\n');
        QVERIFY(!QFileInfo(path).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(!shown.flow.holdsUncopiedToken());
        QVERIFY(shown.page().message()->text().contains(QStringLiteral(".env")));
    }

    void anotherKeyInTheFileIsReplacedOnlyWhenAsked() {
        Shown shown;
        const QString path = shown.all.folder.filePath(QStringLiteral(".env"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("A=1\nAPI_KEY=old\n");
        file.close();
        shown.dialog->findChild<EnvSection *>()->saveTo(path);
        QTRY_VERIFY(shown.button(QStringLiteral("&Replace it")));
        QCOMPARE(contents(path), QByteArray("A=1\nAPI_KEY=old\n"));
        QVERIFY(shown.flow.holdsUncopiedToken());
        shown.button(QStringLiteral("&Replace it"))->click();
        QTRY_COMPARE(contents(path), "A=1\nAPI_KEY=" + shown.token + '\n');
        QTRY_VERIFY(!shown.flow.holdsUncopiedToken());
    }

    void aFileThatCannotBeWrittenIsTold() {
        Shown shown;
        shown.dialog->findChild<EnvSection *>()->saveTo(shown.all.folder.filePath(QStringLiteral("none/.env")));
        QTRY_VERIFY(shown.page().message()->isVisible());
        QCOMPARE(shown.page().message()->kind(), InlineMessage::Kind::Error);
        QVERIFY(!shown.page().message()->text().contains(QString::fromLatin1(shown.token)));
        QVERIFY(shown.flow.holdsUncopiedToken());
    }

    void warningsAndTheExpiryAreSaid() {
        Shown shown(QStringLiteral("remy"), {QStringLiteral("Another key has this name.")});
        QVERIFY(everyText().contains(QStringLiteral("Another key has this name.")));
        QVERIFY(everyText().contains(QStringLiteral("Stops working on")));
    }

    void aRotationSaysWhatBecomesOfTheOldKey() {
        UiDesk all(QStringLiteral("standard"));
        Draft draft;
        draft.name = QStringLiteral("Zapier");
        const auto old = all.keyring.make(draft);
        const auto fresh = all.keyring.make(draft);
        QVERIFY(old && fresh);
        all.keyring.keys_[0].replacedBy = fresh->key.id;
        all.keyring.keys_[0].autoRevokeAt = all.clock.now() + Days(7);
        all.keyring.keys_[1].lineage = all.keyring.keys_[0].lineage;
        QWidget window;
        window.show();
        CreateFlow flow(all.desk, &window);
        flow.reveal(*fresh);
        QTRY_VERIFY(everyText().contains(QStringLiteral("The old key, Zapier")));
        QVERIFY(everyText().contains(QStringLiteral("works until")));
    }

    void aRowPolicyShowsTheKeyInItsRow() {
        UiDesk all(QStringLiteral("expiration-reminder"));
        Draft draft;
        draft.name = QStringLiteral("Zapier");
        const auto issued = all.keyring.make(draft);
        QWidget window;
        CreateFlow flow(all.desk, &window);
        QSignalSpy inRow(&flow, &CreateFlow::issuedInRow);
        flow.reveal(*issued);
        QCOMPARE(inRow.size(), 1);
        QVERIFY(window.findChildren<CreateDialog *>().isEmpty());
    }
};

QTEST_MAIN(TestRevealPage)
#include "tst_reveal_page.moc"
