// Connect to a server, in the real window: plain verdicts, the key kept nowhere but where it belongs.
#include "tests/remote/served_keyring.h"
#include "tests/support/desktop_fixture.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"
#include "ui/window/connect_dialog.h"
#include "ui/window/keyring_view.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

/// A keychain that the test owns.
class TestStore final : public SecretStore {
public:
    QString unavailable() const override { return unavailable_; }
    Reply<KeptSecret> read(const QString &name) override {
        return QtFuture::makeReadyFuture(Result<KeptSecret>(kept_.value(name)));
    }
    Reply<void> write(const QString &name, KeptSecret secret) override {
        kept_.insert(name, secret);
        return QtFuture::makeReadyFuture(Done());
    }
    Reply<void> remove(const QString &name) override {
        kept_.remove(name);
        return QtFuture::makeReadyFuture(Done());
    }
    QHash<QString, KeptSecret> kept_;
    QString unavailable_;
};

} // namespace

class TestConnectDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKeyringOpensAndTheKeyIsInTheKeychainAlone();
    void wrongInputIsSaidAtItsField();
    void aRefusedKeyIsSaidPlainly();
    void aServerOfFourCallsAsksForItsPolicy();
    void withoutAKeychainTheDialogSaysWhy();
    void whoMayOnlyReadIsToldThatTheListIsOld();

private:
    struct Made {
        QTemporaryDir folder;
        std::unique_ptr<Desktop> desktop;
        TestStore *store = nullptr;
        std::unique_ptr<SingleInstance> instance;
        QString settings() const { return folder.filePath(u"settings.ini"_s); }
        ConnectDialog *dialog() const {
            desktop->window().findChild<QAction *>(u"connectServer"_s)->trigger();
            return desktop->window().findChild<ConnectDialog *>();
        }
    };
    static std::unique_ptr<Made> make(const QString &unavailable = {}) {
        auto made = std::make_unique<Made>();
        auto store = std::make_unique<TestStore>();
        store->unavailable_ = unavailable;
        made->store = store.get();
        Settings(made->settings()).setLanguage(u"en"_s);
        made->instance =
            std::make_unique<SingleInstance>(u"keywright-connect-%1"_s.arg(QCoreApplication::applicationPid()));
        made->instance->listen();
        made->desktop = std::make_unique<Desktop>(made->settings(), std::move(store));
        made->desktop->show({}, *made->instance);
        return made;
    }
    static void fill(ConnectDialog *dialog, const QString &address, const std::shared_ptr<const Secret> &key) {
        dialog->findChild<QLineEdit *>(u"serverAddress"_s)->setText(address);
        dialog->findChild<QLineEdit *>(u"managementKey"_s)->setText(QString::fromLatin1(key->view()));
    }
    static void press(ConnectDialog *dialog, const QString &words = u"Connect"_s) { buttonOf(dialog, words)->click(); }
    static QString said(ConnectDialog *dialog) {
        const auto *message = dialog->findChild<InlineMessage *>();
        return message->isVisible() ? message->text() : QString();
    }
};

void TestConnectDialog::theKeyringOpensAndTheKeyIsInTheKeychainAlone() {
    ServedKeyring served(u"standard"_s);
    const auto made = make();
    ConnectDialog *dialog = made->dialog();
    const QPointer<ConnectDialog> open(dialog);
    fill(dialog, served.url().toString(), served.admin());
    press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(made->desktop->window().view(), 20'000);
    QTRY_VERIFY(!open);
    const KeptSecret kept = made->store->kept_.value(managementKeyName(served.url().toString()));
    QVERIFY(kept && kept->equals(served.admin()->view()));
    QCOMPARE(made->desktop->settings().recentKeyrings(), QStringList{served.url().toString()});
    made->desktop.reset();
    QFile settings(made->settings());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains(served.admin()->view().toByteArray()));
}

void TestConnectDialog::wrongInputIsSaidAtItsField() {
    const auto made = make();
    ConnectDialog *dialog = made->dialog();
    fill(dialog, u"http://keys.example.com"_s, secretOf("kwm_x"));
    press(dialog);
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
    const auto made = make();
    ConnectDialog *dialog = made->dialog();
    fill(dialog, served.url().toString(), secretOf("kwm_" + QByteArray(40, 'x')));
    press(dialog, u"Test the connection"_s);
    QTRY_VERIFY(said(dialog).contains(u"refuses the management key"_s));
    fill(dialog, served.url().toString(), served.member(u"ann"_s, u"auditor"_s));
    press(dialog, u"Test the connection"_s);
    QTRY_VERIFY(said(dialog).contains(u"auditor"_s));
    QVERIFY(!made->desktop->window().view());
    QVERIFY(made->store->kept_.isEmpty());
}

void TestConnectDialog::aServerOfFourCallsAsksForItsPolicy() {
    ScriptedServer server(u"four_call_server.py"_s);
    const auto made = make();
    ConnectDialog *dialog = made->dialog();
    fill(dialog, server.url().toString(), server.key());
    press(dialog);
    QTRY_VERIFY(said(dialog).contains(u"four calls"_s));
    QVERIFY(dialog->findChild<QComboBox *>()->isVisible());
    press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(made->desktop->window().view(), 20'000);
}

void TestConnectDialog::withoutAKeychainTheDialogSaysWhy() {
    const auto made = make(u"There is no keychain here."_s);
    ConnectDialog *dialog = made->dialog();
    bool told = false;
    for (const auto *label : dialog->findChildren<QLabel *>())
        told = told || label->text().contains(u"There is no keychain here."_s);
    QVERIFY(told);
}

void TestConnectDialog::whoMayOnlyReadIsToldThatTheListIsOld() {
    ServedKeyring served(u"standard"_s);
    const auto made = make();
    ConnectDialog *dialog = made->dialog();
    fill(dialog, served.url().toString(), served.member(u"ann"_s, u"auditor"_s));
    press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(made->desktop->window().view(), 20'000);
    const auto isSaid = [&](const QString &words) {
        for (const auto *message : made->desktop->window().view()->findChildren<InlineMessage *>())
            if (!message->isHidden() && message->text().contains(words))
                return true;
        return false;
    };
    QTRY_VERIFY(isSaid(u"role"_s));
    QVERIFY(!isSaid(u"Offline"_s));
    served.kill();
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(u"Offline"_s), 30'000);
}

} // namespace keywright::test

QTEST_MAIN(keywright::test::TestConnectDialog)
#include "tst_connect_dialog.moc"
