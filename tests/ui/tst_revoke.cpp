#include "tests/support/add_key.h"
#include "ui/revoke/key_commands.h"
#include "ui/theme/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>
#include <QWidget>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A window with its commands, and what they told.
struct Bench {
    explicit Bench(const QString &policy) : desk(policy), commands(desk.desk, &window) {
        QObject::connect(&commands, &KeyCommands::notice, &window,
                         [this](const QString &text, const QString &, const std::function<void()> &undo) {
                             notices << text;
                             lastUndo = undo;
                         });
        QObject::connect(&commands, &KeyCommands::failed, &window, [this](const Error &error) { errors << error; });
        QObject::connect(&commands, &KeyCommands::issued, &window, [this](const Issued &one) { issued << one; });
        window.show();
    }
    QDialog *dialog(const QString &name) const { return window.findChild<QDialog *>(name); }
    QDialog *waitFor(const QString &name) const {
        return QTest::qWaitFor([&] { return dialog(name) && dialog(name)->isVisible(); }) ? dialog(name) : nullptr;
    }
    bool waitClosed(const QString &name) const {
        return QTest::qWaitFor([&] { return !dialog(name); });
    }
    QList<KeyId> addMany(int count) {
        QList<KeyId> ids;
        for (int i = 0; i < count; ++i)
            ids << addKey(desk, u"Key %1"_s.arg(i)).id;
        return ids;
    }

    QWidget window;
    UiDesk desk;
    KeyCommands commands;
    QStringList notices;
    std::function<void()> lastUndo;
    QList<Error> errors;
    QList<Issued> issued;
};

QPushButton *act(const QDialog *dialog) {
    return dialog->findChild<QPushButton *>(u"act"_s);
}
QPushButton *cancel(const QDialog *dialog) {
    return dialog->findChild<QPushButton *>(u"cancel"_s);
}
QString textOf(const QDialog *dialog) {
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        if (!label->isHidden())
            texts << label->text();
    return texts.join(u'\n');
}
QString plain(const QPushButton *button) {
    return button->text().remove(u'&');
}
void confirm(const QDialog *dialog, const QString &text) {
    dialog->findChild<QLineEdit *>(u"typedConfirmation"_s)->setText(text);
}

} // namespace

class TestRevoke : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theQuestionIsLiteralAndCancelIsTheDefault() {
        Bench bench(u"expiration-reminder"_s);
        bench.commands.revoke({addKey(bench.desk, u"Zapier — production"_s).id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        QVERIFY(textOf(dialog).contains(u"Are you sure you want to revoke this API key?"_s));
        QVERIFY(textOf(dialog).contains(u"Zapier — production"_s));
        QCOMPARE(plain(act(dialog)), u"Revoke"_s);
        QCOMPARE(markOf(act(dialog)), Mark::Danger);
        QVERIFY(cancel(dialog)->isDefault());
        QVERIFY(!act(dialog)->isDefault() && !act(dialog)->autoDefault());
        QTRY_COMPARE(dialog->focusWidget(), cancel(dialog));
    }

    void enterDoesNotRevoke() {
        Bench bench(u"standard"_s);
        bench.commands.revoke({addKey(bench.desk, u"Zapier"_s).id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(bench.waitClosed(u"revokeDialog"_s));
        QVERIFY(bench.desk.keyring.bulks_.isEmpty());
    }

    void whatWouldBreakIsSaidBefore() {
        Bench bench(u"standard"_s);
        ApiKey &key = addKey(bench.desk, u"Zapier"_s);
        const Instant now = bench.desk.clock.now();
        key.usage.lastUsedAt = now - Seconds(120);
        key.usage.lastAddress = u"10.0.0.5"_s;
        key.usage.lastAgent = u"curl/8"_s;
        bench.desk.keyring.details_[key.id].requestsLast7Days = 1204;
        bench.desk.keyring.details_[key.id].clients = {
            {.address = u"10.0.0.5"_s, .agent = u"curl/8"_s, .lastAt = now - Seconds(120), .requests = 1000},
            {.address = u"10.0.0.9"_s, .agent = u"python/3"_s, .lastAt = now - Days(2), .requests = 204}};
        bench.commands.revoke({key.id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        const QString text = textOf(dialog);
        QVERIFY2(text.contains(u"Used 2 minutes ago, 1,204 requests in the last 7 days, from 10.0.0.5 with curl/8."_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u"10.0.0.9 with python/3"_s), qPrintable(text));
    }

    void whetherItCanBeUndoneFollowsThePolicy_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("words");
        QTest::newRow("standard") << u"standard"_s << u"You can re-activate it later"_s;
        QTest::newRow("remy") << u"remy"_s << u"This is for good"_s;
        QTest::newRow("expiration-reminder") << u"expiration-reminder"_s << u"leaves the list"_s;
        QTest::newRow("memoryrelay") << u"memoryrelay"_s << u"This is for good"_s;
        QTest::newRow("leads-crm") << u"leads-crm"_s << u"You can re-activate it later"_s;
    }
    void whetherItCanBeUndoneFollowsThePolicy() {
        QFETCH(QString, policy);
        QFETCH(QString, words);
        Bench bench(policy);
        bench.commands.revoke({addKey(bench.desk, u"Zapier"_s).id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        QVERIFY2(textOf(dialog).contains(words), qPrintable(textOf(dialog)));
        act(dialog)->click();
        QTRY_COMPARE(bench.notices.size(), 1);
        QCOMPARE(bool(bench.lastUndo), shipped(policy).revoke.reversible);
    }

    void theReasonGoesAlongAndUndoBringsTheKeyBack() {
        Bench bench(u"standard"_s);
        const KeyId id = addKey(bench.desk, u"Zapier"_s).id;
        bench.commands.revoke({id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        auto *reason = dialog->findChild<QComboBox *>(u"revokeReason"_s);
        reason->setCurrentIndex(reason->findData(u"unused"_s));
        act(dialog)->click();
        QTRY_COMPARE(bench.notices.size(), 1);
        QCOMPARE(bench.desk.keyring.lastReason_, u"unused"_s);
        QVERIFY(bench.desk.keyring.keys_.front().revokedAt);
        QVERIFY(bench.lastUndo);
        bench.lastUndo();
        QTRY_VERIFY(!bench.desk.keyring.keys_.front().revokedAt);
        QTRY_COMPARE(bench.notices.size(), 2);
    }

    void aLeakedKeyIsNotBroughtBackByOneClick() {
        Bench bench(u"standard"_s);
        const KeyId id = addKey(bench.desk, u"Zapier"_s).id;
        bench.commands.revoke({id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        auto *reason = dialog->findChild<QComboBox *>(u"revokeReason"_s);
        reason->setCurrentIndex(reason->findData(u"leaked"_s));
        act(dialog)->click();
        QTRY_COMPARE(bench.notices.size(), 1);
        QVERIFY(!bench.lastUndo);
        QVERIFY(bench.waitClosed(u"revokeDialog"_s));

        bench.commands.reactivate(id);
        dialog = bench.waitFor(u"reactivateDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!act(dialog)->isEnabled());
        dialog->findChild<QCheckBox *>(u"secondConfirmation"_s)->setChecked(true);
        act(dialog)->click();
        QTRY_VERIFY(!bench.desk.keyring.keys_.front().revokedAt);
    }

    void keysThatItIssuedCanGoWithIt() {
        Bench bench(u"standard"_s);
        const KeyId id = addKey(bench.desk, u"Issuer"_s).id;
        const ApiKey child = addKey(bench.desk, u"Child"_s);
        bench.desk.keyring.details_[id].issued = {child};
        bench.commands.revoke({id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        QVERIFY(textOf(dialog).contains(u"Child"_s));
        dialog->findChild<QCheckBox *>(u"issuedToo"_s)->setChecked(true);
        act(dialog)->click();
        QTRY_COMPARE(bench.desk.keyring.bulks_.size(), 1);
        QCOMPARE(bench.desk.keyring.bulks_.front(), (QList<KeyId>{id, child.id}));
    }

    void anErrorStaysInTheDialog() {
        Bench bench(u"standard"_s);
        bench.commands.revoke({addKey(bench.desk, u"Zapier"_s).id});
        QDialog *dialog = bench.waitFor(u"revokeDialog"_s);
        QVERIFY(dialog);
        bench.desk.keyring.nextError_ = Error{.kind = ErrorKind::Storage, .message = u"The disk is full."_s};
        act(dialog)->click();
        QTRY_VERIFY(textOf(dialog).contains(u"The disk is full."_s));
        QVERIFY(dialog->isVisible());
        QVERIFY(act(dialog)->isEnabled());
        QVERIFY(bench.notices.isEmpty());
    }

    void manyKeysAreAskedWithTheirNumber() {
        Bench bench(u"standard"_s);
        bench.commands.revoke(bench.addMany(12));
        QDialog *dialog = bench.waitFor(u"bulkDialog"_s);
        QVERIFY(dialog);
        QVERIFY(textOf(dialog).contains(u"Are you sure you want to revoke these 12 API keys?"_s));
        QVERIFY(cancel(dialog)->isDefault());
        QVERIFY(!dialog->findChild<QLineEdit *>(u"typedConfirmation"_s));
        act(dialog)->click();
        QTRY_COMPARE(bench.notices, QStringList{u"12 API keys are revoked."_s});
    }

    void overTwentyKeysWantTheNumberTyped() {
        Bench bench(u"standard"_s);
        bench.commands.revoke(bench.addMany(21));
        QDialog *dialog = bench.waitFor(u"bulkDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!act(dialog)->isEnabled());
        confirm(dialog, u"20"_s);
        QVERIFY(!act(dialog)->isEnabled());
        confirm(dialog, u" 21 "_s);
        QVERIFY(act(dialog)->isEnabled());
    }

    void aRecentlyUsedKeyAmongThemWantsTheNumberTyped() {
        Bench bench(u"standard"_s);
        const QList<KeyId> ids = bench.addMany(3);
        bench.desk.keyring.keys_[1].usage.lastUsedAt = bench.desk.clock.now() - Days(2);
        bench.commands.revoke(ids);
        QDialog *dialog = bench.waitFor(u"bulkDialog"_s);
        QVERIFY(dialog);
        QVERIFY(textOf(dialog).contains(u"Used within the last 7 days: 1 of them."_s));
        QVERIFY(!act(dialog)->isEnabled());
    }

    void onlyTheFailedAreTriedAgain() {
        Bench bench(u"standard"_s);
        const QList<KeyId> ids = bench.addMany(5);
        bench.desk.keyring.failing_.insert(ids[3], {.kind = ErrorKind::Storage, .message = u"The file is locked."_s});
        bench.commands.revoke(ids);
        QDialog *dialog = bench.waitFor(u"bulkDialog"_s);
        QVERIFY(dialog);
        act(dialog)->click();
        QTRY_VERIFY(textOf(dialog).contains(u"Revoked: 4 of 5 keys. Not revoked: 1."_s));
        auto *failures = dialog->findChild<QTreeWidget *>(u"failures"_s);
        QCOMPARE(failures->topLevelItemCount(), 1);
        QCOMPARE(failures->topLevelItem(0)->text(1), u"The file is locked."_s);
        QVERIFY(bench.notices.isEmpty());

        bench.desk.keyring.failing_.clear();
        act(dialog)->click();
        QTRY_COMPARE(bench.notices, QStringList{u"5 API keys are revoked."_s});
        QCOMPARE(bench.desk.keyring.bulks_.last(), QList<KeyId>{ids[3]});
        QVERIFY(bench.waitClosed(u"bulkDialog"_s));
    }

    void aBulkStoppedHalfWaySaysWhatIsDoneAndGoesOn() {
        Bench bench(u"standard"_s);
        const QList<KeyId> ids = bench.addMany(250);
        bench.commands.revoke(ids);
        QDialog *dialog = bench.waitFor(u"bulkDialog"_s);
        QVERIFY(dialog);
        confirm(dialog, u"250"_s);
        auto *progress = dialog->findChild<QProgressBar *>();
        connect(progress, &QProgressBar::valueChanged, this, [&](int done) {
            if (done > 0 && done < 250)
                cancel(dialog)->click();
        });
        act(dialog)->click();
        QCOMPARE(plain(cancel(dialog)), u"Stop"_s);
        QTRY_VERIFY(textOf(dialog).contains(u"Revoked: 100 of 250 keys. Not revoked: 150."_s));
        const auto revoked = [&] {
            return std::ranges::count_if(bench.desk.keyring.keys_,
                                         [](const ApiKey &key) { return key.revokedAt.has_value(); });
        };
        QCOMPARE(revoked(), 100);
        auto *failures = dialog->findChild<QTreeWidget *>(u"failures"_s);
        QCOMPARE(failures->topLevelItemCount(), 150);
        QCOMPARE(failures->topLevelItem(0)->text(1), u"Not reached."_s);
        QVERIFY(dialog->isVisible());
        progress->disconnect(this);
        act(dialog)->click(); // on with the rest alone
        QTRY_COMPARE(bench.notices, QStringList{u"250 API keys are revoked."_s});
        QCOMPARE(revoked(), 250);
        QCOMPARE(bench.desk.keyring.bulks_.size(), 3);
    }

    void aBulkStoppedAndClosedTellsWhatWasDone() {
        Bench bench(u"standard"_s);
        bench.commands.revoke(bench.addMany(250));
        QDialog *dialog = bench.waitFor(u"bulkDialog"_s);
        QVERIFY(dialog);
        confirm(dialog, u"250"_s);
        act(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(textOf(dialog).contains(u"Revoked: 100 of 250 keys."_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(bench.waitClosed(u"bulkDialog"_s));
        QCOMPARE(bench.notices, QStringList{u"100 API keys are revoked."_s});
    }

    void anAuditorIsRefusedWithTheReason() {
        Bench bench(u"standard"_s);
        const KeyId id = addKey(bench.desk, u"Zapier"_s).id;
        bench.desk.keyring.info_.caller.role = Role::Auditor;
        bench.commands.revoke({id});
        bench.commands.erase({id});
        bench.commands.rotate(id);
        bench.commands.reactivate(id);
        QTRY_COMPARE(bench.errors.size(), 4);
        for (const Error &error : bench.errors) {
            QCOMPARE(error.kind, ErrorKind::Refused);
            QVERIFY(error.message.contains(u"Your role isn't admin."_s));
        }
        QVERIFY(bench.window.findChildren<QDialog *>().isEmpty());
    }

    void deletingWantsTheNameOrTheWord() {
        Bench bench(u"leads-crm"_s);
        const KeyId id = addKey(bench.desk, u"Zapier, leads sync"_s).id;
        bench.commands.erase({id});
        QDialog *dialog = bench.waitFor(u"deleteDialog"_s);
        QVERIFY(dialog);
        QVERIFY(textOf(dialog).contains(u"Its activity entries remain."_s));
        QVERIFY(cancel(dialog)->isDefault());
        QVERIFY(!act(dialog)->isEnabled());
        confirm(dialog, u"Zapier"_s);
        QVERIFY(!act(dialog)->isEnabled());
        confirm(dialog, u"zapier,  leads sync"_s);
        QVERIFY(act(dialog)->isEnabled());
        confirm(dialog, u"delete"_s);
        act(dialog)->click();
        QTRY_COMPARE(bench.desk.keyring.keys_.size(), 0);
        QTRY_COMPARE(bench.notices.size(), 1);
    }

    void aLiveKeyIsNotDeletedWhereOnlyRevokedOnesMay() {
        Bench bench(u"standard"_s);
        bench.commands.erase({addKey(bench.desk, u"Zapier"_s).id});
        QTRY_COMPARE(bench.errors.size(), 1);
        QCOMPARE(bench.errors.front().kind, ErrorKind::Refused);
        QVERIFY(!bench.dialog(u"deleteDialog"_s));
    }

    void rotationSaysTheInstantsAndTellsTheNewKey() {
        Bench bench(u"memoryrelay"_s);
        const KeyId id = addKey(bench.desk, u"production-agent"_s).id;
        bench.commands.rotate(id);
        QDialog *dialog = bench.waitFor(u"rotateDialog"_s);
        QVERIFY(dialog);
        auto *grace = dialog->findChild<QSpinBox *>(u"graceDays"_s);
        QCOMPARE(grace->value(), 7);
        QCOMPARE(grace->minimum(), 1);
        QCOMPARE(grace->maximum(), 30);
        grace->setValue(3);
        const QString words = dialog->findChild<QLabel *>(u"oldKeyText"_s)->text();
        QVERIFY2(words.contains(u"in 3 days"_s), qPrintable(words));
        act(dialog)->click();
        QTRY_COMPARE(bench.issued.size(), 1);
        QCOMPARE(bench.desk.keyring.lastRotation_->graceDays, 3);
        QVERIFY(!bench.desk.keyring.requests_.last().isEmpty());
    }

    void replacingOffersADayInsteadOfGrace() {
        Bench bench(u"remy"_s);
        const KeyId id = addKey(bench.desk, u"Mac sync script"_s).id;
        bench.commands.rotate(id);
        QDialog *dialog = bench.waitFor(u"rotateDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QSpinBox *>(u"graceDays"_s));
        QVERIFY(dialog->findChild<QLabel *>(u"oldKeyText"_s)->text().contains(u"revoked at once"_s));
        act(dialog)->click();
        QTRY_COMPARE(bench.issued.size(), 1);
        QVERIFY(std::holds_alternative<RevokeOldNow>(*bench.desk.keyring.lastRotation_->revokeOld));
    }

    void aKeyThatNobodyHasIsReplaced() {
        Bench bench(u"memoryrelay"_s);
        ApiKey &key = addKey(bench.desk, u"production-agent"_s);
        key.deliveredAt.reset();
        const KeyId id = key.id;
        bench.commands.revokeAndReplace(id);
        QDialog *dialog = bench.waitFor(u"replaceDialog"_s);
        QVERIFY(dialog);
        act(dialog)->click();
        QTRY_COMPARE(bench.issued.size(), 1);
        QCOMPARE(bench.desk.keyring.bulks_, (QList<QList<KeyId>>{{id}}));
        QVERIFY(bench.errors.isEmpty());
    }
};

QTEST_MAIN(TestRevoke)
#include "tst_revoke.moc"
