// The keyring's file as a whole, in the real window: backup, restore, check, the remembered head of its log, About.
#include "core/keyring/keyring_file.h"
#include "core/keyring/local_keyring.h"
#include "core/model/version.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/results.h"
#include "ui/settings/settings.h"
#include "ui/window/about_dialog.h"
#include "ui/window/check_dialog.h"
#include "ui/window/developer_api_dialog.h"
#include "ui/window/restore_dialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::StringLiterals;

namespace {

const QString foreignLog = u"The activity log of this keyring is not the one that was here last time"_s;

QString textOf(const QWidget *page) {
    QStringList texts;
    for (const auto *label : page->findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts.join(u'\n');
}

} // namespace

class WindowFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { desk_.tearDown(); }

    void aBackupIsAWholeKeyringForItsOwnerAlone() {
        open({u"Zapier"_s, u"CI deploy"_s});
        const QString target = desk_.place(u"copy.keyring"_s);
        desk_.action(u"backup"_s)->trigger();
        choose(target);
        QTRY_VERIFY(desk_.toastWith(target));
        const auto report = checkKeyring(target);
        VERIFY_RESULT(report);
        QVERIFY(report->sound);
        LocalKeyring copy(target, {.name = u"tester"_s}, desk_.clock());
        VERIFY_RESULT(await(copy.open()));
        QCOMPARE(await(copy.keys({}, 10))->keys.size(), 2);
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY((QFile::permissions(target) & others) == QFileDevice::Permissions());
    }

    void aBackupThatFailsIsSaidInThePage() {
        open({u"Zapier"_s});
        desk_.action(u"backup"_s)->trigger();
        auto *dialog = desk_.visible<QFileDialog>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(u"/proc/nowhere/copy.keyring"_s);
        dialog->reject();
        QTRY_VERIFY(desk_.messageWith(u"/proc/nowhere/copy.keyring"_s));
    }

    void aRestoreSaysWhatItWouldDoAndRevivesNoDeadKey() {
        open({u"Zapier"_s, u"CI deploy"_s});
        const QString backup = desk_.place(u"copy.keyring"_s);
        VERIFY_RESULT(backupKeyring(path_, backup));
        Keyring &keyring = desk_.view()->desk().keyring;
        const auto keys = await(keyring.keys({}, 10))->keys;
        QVERIFY(await(keyring.revoke({keys.front().id}, u"left"_s))->first().done);
        Draft later;
        later.name = u"Made later"_s;
        VERIFY_RESULT(await(keyring.create(later, {})));
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 3);
        desk_.action(u"restore"_s)->trigger();
        choose(backup);
        QTRY_VERIFY(desk_.visible<RestoreDialog>());
        auto *dialog = desk_.visible<RestoreDialog>();
        auto *restore = dialog->findChild<QPushButton *>(u"act"_s);
        QTRY_VERIFY(restore->isEnabled());
        const auto plan = planRestore(path_, backup, desk_.clock());
        VERIFY_RESULT(plan);
        QVERIFY(textOf(dialog).contains(plan->message));
        QVERIFY(textOf(dialog).contains(u"Do you want to restore this backup?"_s));
        const auto *scroll = dialog->findChild<QScrollArea *>();
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0); // all of it before the eye
        QCOMPARE(await(keyring.keys({}, 10))->keys.size(), 3);   // asked, not done
        restore->click();
        QTRY_VERIFY(desk_.toastWith(u"The backup was restored"_s));
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 2);
        const auto after = await(keyring.keys({}, 10))->keys;
        const auto dead = std::ranges::find(after, keys.front().id, &ApiKey::id);
        QVERIFY(dead != after.end() && dead->revokedAt);
    }

    void anotherKeyringsBackupIsRefusedInTheDialog() {
        const QString other = desk_.keyring(u"Other"_s, u"standard"_s, {u"Foreign"_s});
        open({u"Zapier"_s});
        desk_.action(u"restore"_s)->trigger();
        choose(other);
        QTRY_VERIFY(desk_.visible<RestoreDialog>());
        auto *dialog = desk_.visible<RestoreDialog>();
        QTRY_VERIFY(desk_.messageWith(u"another keyring"_s));
        QVERIFY(!dialog->findChild<QPushButton *>(u"act"_s)->isEnabled());
    }

    void aSoundKeyringIsCalledSound() {
        open({u"Zapier"_s, u"CI deploy"_s});
        desk_.action(u"check"_s)->trigger();
        auto *dialog = desk_.visible<CheckDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(desk_.messageWith(u"The keyring is sound."_s));
        QVERIFY(textOf(dialog).contains(u"3 entries in the activity log."_s));
    }

    void aCheckFindsThatAnOldCopyWasPutBack() {
        openOldCopy();
        desk_.action(u"check"_s)->trigger();
        QVERIFY(desk_.visible<CheckDialog>());
        QTRY_VERIFY(desk_.messageWith(u"Something is wrong with this keyring."_s));
    }

    void aLogWhoseHeadIsGoneIsWarnedOfUntilSomebodyKnowsWhy() {
        openOldCopy();
        QTRY_VERIFY(desk_.messageWith(foreignLog));
        buttonOf(&desk_.window(), u"Show the log"_s)->click();
        QTRY_COMPARE(desk_.view()->page(), KeyringView::Log);
        QVERIFY(desk_.messageWith(foreignLog)); // looking is not accepting
        desk_.stop();
        desk_.start(path_);
        QTRY_VERIFY(desk_.messageWith(foreignLog));
        buttonOf(&desk_.window(), u"I know why"_s)->click();
        QVERIFY(!desk_.messageWith(foreignLog));
        QVERIFY(knownHead() == await(desk_.view()->desk().keyring.checkActivity({}))->head);
    }

    void ownChangesMoveTheRememberedHeadAlong() {
        open({u"Zapier"_s});
        QTRY_VERIFY(knownHead().has_value());
        const qint64 before = knownHead()->seq;
        Draft more;
        more.name = u"More"_s;
        VERIFY_RESULT(await(desk_.view()->desk().keyring.create(more, {})));
        QTRY_COMPARE(knownHead()->seq, before + 1);
        QVERIFY(!desk_.messageWith(foreignLog));
    }

    void anAdminTurnsTheDeveloperApiOnAndOffAgain() {
        path_ = desk_.keyring(u"Leads"_s, u"leads-crm"_s, {});
        desk_.start(path_);
        QTRY_VERIFY(desk_.view());
        const QString off = u"The Developer API is turned off for this keyring"_s;
        QTRY_VERIFY(desk_.messageWith(off));
        QVERIFY(!desk_.button(u"createButton"_s)->isEnabled());
        QVERIFY(desk_.button(u"createButton"_s)->toolTip().contains(off));
        buttonOf(&desk_.window(), u"Turn it on…"_s)->click();
        QVERIFY(desk_.visible<DeveloperApiDialog>());
        desk_.visible<DeveloperApiDialog>()->findChild<QPushButton *>(u"cancel"_s)->click();
        QVERIFY(!desk_.view()->desk().keyring.info().developerApi); // asked, not done
        desk_.action(u"developerApi"_s)->trigger();
        confirm();
        QTRY_VERIFY(desk_.button(u"createButton"_s)->isEnabled());
        QTRY_VERIFY(desk_.toastWith(u"The Developer API is on"_s));
        QVERIFY(!desk_.messageWith(off));
        const auto log = await(desk_.view()->desk().keyring.activity({.text = {}, .key = {}, .limit = 1}, {}));
        VERIFY_RESULT(log);
        QCOMPARE(log->entries.front().event, u"Developer API Turned On"_s);
        QVERIFY(desk_.action(u"developerApi"_s)->text().contains(u"off"_s));
        desk_.action(u"developerApi"_s)->trigger();
        confirm();
        QTRY_VERIFY(desk_.messageWith(off));
        QVERIFY(!desk_.button(u"createButton"_s)->isEnabled());
    }

    void whoIsNoAdminIsNotOfferedTheDeveloperApi() {
        path_ = desk_.keyring(u"Leads"_s, u"leads-crm"_s, {});
        desk_.start(path_);
        QTRY_VERIFY(desk_.view());
        desk_.settings().setRole(desk_.view()->desk().keyring.info().id, Role::Developer);
        QTRY_VERIFY(desk_.messageWith(u"Ask the platform's operator to turn it on."_s));
        QVERIFY(!buttonOf(&desk_.window(), u"Turn it on…"_s));
        QVERIFY(!desk_.action(u"developerApi"_s)->isVisible());
    }

    void policiesWithoutTheFlagSayNothingOfIt() {
        open({});
        QVERIFY(!desk_.action(u"developerApi"_s)->isVisible());
        QVERIFY(!desk_.messageWith(u"Developer API"_s));
    }

    void aboutSaysWhereTheDataIs() {
        open({});
        desk_.action(u"about"_s)->trigger();
        auto *about = desk_.visible<AboutDialog>();
        QVERIFY(about);
        QVERIFY(textOf(about).contains(version()));
        QVERIFY(textOf(about).contains(path_));
        QVERIFY(textOf(about).contains(desk_.settings().fileName()));
        QVERIFY(textOf(about).contains(userPolicyFolder()));
        buttonOf(about, u"Copy versions"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(version()));
        about->close();
        desk_.action(u"whereIsMyData"_s)->trigger();
        QTRY_VERIFY(desk_.visible<AboutDialog>());
    }

private:
    void open(const QStringList &keys) {
        path_ = desk_.keyring(u"Production"_s, u"standard"_s, keys);
        desk_.start(path_);
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.table()->model()->rowCount(), keys.size());
    }

    /// What an attacker with the file's rights does: works on, then puts yesterday's file back.
    void openOldCopy() {
        open({u"Zapier"_s});
        desk_.stop();
        const QString old = desk_.place(u"yesterday"_s);
        QVERIFY(QFile::copy(path_, old));
        desk_.start(path_);
        QTRY_VERIFY(desk_.view());
        Draft draft;
        draft.name = u"Today"_s;
        VERIFY_RESULT(await(desk_.view()->desk().keyring.create(draft, {})));
        QTRY_VERIFY(knownHead() && knownHead()->seq == 3);
        desk_.stop();
        QVERIFY(QFile::remove(path_));
        QVERIFY(QFile::copy(old, path_));
        desk_.start(path_);
        QTRY_VERIFY(desk_.view());
    }

    std::optional<ChainHead> knownHead() { return desk_.settings().knownHead(desk_.view()->desk().keyring.info().id); }

    void confirm() {
        QVERIFY(desk_.visible<DeveloperApiDialog>());
        desk_.visible<DeveloperApiDialog>()->findChild<QPushButton *>(u"act"_s)->click();
        QTRY_VERIFY(!desk_.visible<DeveloperApiDialog>());
    }

    /// Types the path into the file dialog and presses Enter.
    void choose(const QString &path) {
        auto *dialog = desk_.visible<QFileDialog>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!desk_.visible<QFileDialog>());
    }

    DesktopFixture desk_;
    QString path_;
};

QTEST_MAIN(WindowFilesTest)
#include "tst_window_files.moc"
