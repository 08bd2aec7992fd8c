// Connect to a server, in the real window: plain verdicts, the key kept nowhere but where it belongs.
#include "core/remote/list_cache.h"
#include "core/remote/server_memory.h"
#include "tests/remote/connected_window.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"
#include "ui/window/forget_dialog.h"
#include "ui/window/keyring_view.h"
#include "ui/window/welcome_page.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QStandardPaths>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestConnectDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); } // copies of lists don't lie beside the user's
    void theKeyringOpensAndTheKeyIsInTheKeychainAlone();
    void wrongInputIsSaidAtItsField();
    void aRefusedKeyIsSaidPlainly();
    void aServerOfFourCallsAsksForItsPolicy();
    void withoutAKeychainTheDialogSaysWhy();
    void whoMayOnlyReadIsToldThatTheListIsOld();
    void aForgottenServerLeavesNothingBehind();

private:
    static QString said(ConnectDialog *dialog) {
        const auto *message = dialog->findChild<InlineMessage *>();
        return message->isVisible() ? message->text() : QString();
    }
};

void TestConnectDialog::theKeyringOpensAndTheKeyIsInTheKeychainAlone() {
    ServedKeyring served(u"standard"_s);
    ConnectedWindow window;
    ConnectDialog *dialog = window.openDialog();
    const QPointer<ConnectDialog> open(dialog);
    ConnectedWindow::fill(dialog, served.url().toString(), served.admin());
    ConnectedWindow::press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(window.view(), 20'000);
    QTRY_VERIFY(!open);
    const KeptSecret kept = window.keychain().kept_.value(managementKeyName(served.url().toString()));
    QVERIFY(kept && kept->equals(served.admin()->view()));
    QCOMPARE(window.desktop().settings().recentKeyrings(), QStringList{served.url().toString()});
    window.quit();
    QFile settings(window.settingsPath());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains(served.admin()->view().toByteArray()));
}

void TestConnectDialog::wrongInputIsSaidAtItsField() {
    ConnectedWindow window;
    ConnectDialog *dialog = window.openDialog();
    ConnectedWindow::fill(dialog, u"http://keys.example.com"_s, secretOf("kwm_x"));
    ConnectedWindow::press(dialog);
    const auto hasError = [&] {
        for (const auto *field : dialog->findChildren<FormField *>())
            if (field->error().contains(u"unencrypted"_s))
                return true;
        return false;
    };
    QVERIFY(hasError());
}

void TestConnectDialog::aRefusedKeyIsSaidPlainly() {
    ServedKeyring served(u"standard"_s);
    ConnectedWindow window;
    ConnectDialog *dialog = window.openDialog();
    ConnectedWindow::fill(dialog, served.url().toString(), secretOf("kwm_" + QByteArray(40, 'x')));
    ConnectedWindow::press(dialog, u"Test the connection"_s);
    QTRY_VERIFY(said(dialog).contains(u"refuses the management key"_s));
    ConnectedWindow::fill(dialog, served.url().toString(), served.member(u"ann"_s, u"auditor"_s));
    ConnectedWindow::press(dialog, u"Test the connection"_s);
    QTRY_VERIFY(said(dialog).contains(u"auditor"_s));
    QVERIFY(!window.view());
    QVERIFY(window.keychain().kept_.isEmpty());
}

void TestConnectDialog::aServerOfFourCallsAsksForItsPolicy() {
    ScriptedServer server(u"four_call_server.py"_s);
    ConnectedWindow window;
    ConnectDialog *dialog = window.openDialog();
    ConnectedWindow::fill(dialog, server.url().toString(), server.key());
    ConnectedWindow::press(dialog);
    QTRY_VERIFY(said(dialog).contains(u"four calls"_s));
    QVERIFY(dialog->findChild<QComboBox *>()->isVisible());
    ConnectedWindow::press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(window.view(), 20'000);
}

void TestConnectDialog::withoutAKeychainTheDialogSaysWhy() {
    ConnectedWindow window(u"There is no keychain here."_s);
    ConnectDialog *dialog = window.openDialog();
    bool told = false;
    for (const auto *label : dialog->findChildren<QLabel *>())
        told = told || label->text().contains(u"There is no keychain here."_s);
    QVERIFY(told);
}

void TestConnectDialog::whoMayOnlyReadIsToldThatTheListIsOld() {
    ServedKeyring served(u"standard"_s);
    ConnectedWindow window;
    ConnectDialog *dialog = window.openDialog();
    ConnectedWindow::fill(dialog, served.url().toString(), served.member(u"ann"_s, u"auditor"_s));
    ConnectedWindow::press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(window.view(), 20'000);
    const auto isSaid = [&](const QString &words) {
        for (const auto *message : window.view()->findChildren<InlineMessage *>())
            if (!message->isHidden() && message->text().contains(words))
                return true;
        return false;
    };
    QTRY_VERIFY(isSaid(u"role"_s));
    QVERIFY(!isSaid(u"Offline"_s));
    served.kill();
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(u"Offline"_s), 30'000);
}

void TestConnectDialog::aForgottenServerLeavesNothingBehind() {
    ServedKeyring served(u"standard"_s);
    const QString url = served.url().toString();
    ConnectedWindow window;
    window.connectTo(served.url(), served.admin());
    QTRY_VERIFY_WITH_TIMEOUT(window.view(), 20'000);
    const QString copy = ListCache::pathFor(serverCopyFolder(), serverId(served.url()));
    QTRY_VERIFY(QFile::exists(copy));
    auto *forget = window.window().findChild<QAction *>(u"forgetServer"_s);
    QVERIFY(forget->isVisible());
    forget->trigger();
    buttonOf(window.visible<ForgetDialog>(), u"Cancel"_s)->click();
    QTRY_VERIFY(!window.visible<ForgetDialog>());
    QVERIFY(window.view() && !window.keychain().kept_.isEmpty());
    forget->trigger();
    buttonOf(window.visible<ForgetDialog>(), u"Forget"_s)->click();
    QTRY_VERIFY(!window.view());
    QVERIFY(window.visible<WelcomePage>());
    QVERIFY(!QFile::exists(copy));
    QVERIFY(window.keychain().kept_.isEmpty());
    QVERIFY(window.desktop().settings().recentKeyrings().isEmpty());
    QVERIFY(!forget->isVisible());
    window.quit();
    QFile settings(window.settingsPath());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray kept = settings.readAll();
    QVERIFY(!kept.contains(url.toUtf8()) && !kept.contains(serverId(served.url()).toUtf8()));
}

} // namespace keywright::test

QTEST_MAIN(keywright::test::TestConnectDialog)
#include "tst_connect_dialog.moc"
