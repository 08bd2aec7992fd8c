// A window of its own on a server: settings, keychain and copies in a folder that goes with it.
#pragma once

#include "app/desktop/desktop.h"
#include "tests/remote/served_keyring.h"
#include "tests/support/desktop_fixture.h"
#include "ui/window/connect_dialog.h"

#include <QAction>
#include <QLineEdit>

namespace keywright::test {

/// A keychain that the test owns.
class OwnKeychain final : public SecretStore {
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

class ConnectedWindow {
public:
    /// The window stands on the screen, with its welcome page. `noKeychain`: why there is none.
    explicit ConnectedWindow(const QString &noKeychain = {}) {
        static int windows = 0;
        auto store = std::make_unique<OwnKeychain>();
        store->unavailable_ = noKeychain;
        store_ = store.get();
        Settings(settingsPath()).setLanguage(QStringLiteral("en"));
        instance_ = std::make_unique<SingleInstance>(
            QStringLiteral("keywright-%1-%2").arg(QCoreApplication::applicationPid()).arg(++windows));
        instance_->listen();
        desktop_ = std::make_unique<Desktop>(settingsPath(), std::move(store));
        desktop_->show({}, *instance_);
    }

    MainWindow &window() { return desktop_->window(); }
    KeyringView *view() { return window().view(); }
    Desktop &desktop() { return *desktop_; }
    OwnKeychain &keychain() { return *store_; }
    QString settingsPath() const { return folder_.filePath(QStringLiteral("settings.ini")); }
    /// Ends the program, as quitting does.
    void quit() { desktop_.reset(); }

    ConnectDialog *openDialog() {
        window().findChild<QAction *>(QStringLiteral("connectServer"))->trigger();
        return window().findChild<ConnectDialog *>();
    }
    static void fill(ConnectDialog *dialog, const QString &address, const std::shared_ptr<const Secret> &key) {
        dialog->findChild<QLineEdit *>(QStringLiteral("serverAddress"))->setText(address);
        dialog->findChild<QLineEdit *>(QStringLiteral("managementKey"))->setText(QString::fromLatin1(key->view()));
    }
    static void press(ConnectDialog *dialog, const QString &words = QStringLiteral("Connect")) {
        buttonOf(dialog, words)->click();
    }
    /// Begins to connect by the dialog; view() stands once that is done.
    void connectTo(const QUrl &url, const std::shared_ptr<const Secret> &key) {
        ConnectDialog *dialog = openDialog();
        fill(dialog, url.toString(), key);
        press(dialog);
    }

    template<class Widget>
    Widget *visible() {
        for (auto *widget : window().findChildren<Widget *>())
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    KeyTable *table() { return view()->findChild<KeyTable *>(); }

private:
    QTemporaryDir folder_;
    OwnKeychain *store_ = nullptr;
    std::unique_ptr<SingleInstance> instance_;
    std::unique_ptr<Desktop> desktop_;
};

} // namespace keywright::test
