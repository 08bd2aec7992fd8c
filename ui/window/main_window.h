// The window: welcome, or one open keyring, with the top bar, the status line and the news at its foot.
#pragma once

#include "ui/settings/settings_dialog.h"
#include "ui/window/keyring_host.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QSessionManager;
class QStackedWidget;

namespace keywright {

class ConnectDialog;
class FileActs;
class InlineMessage;
class KeyringView;
class SecretClipboard;
class StatusLine;
class Toasts;
class TopBar;
class WelcomePage;
class WindowActions;

/// What the composition root hands to the window; all outlive it.
struct WindowServices {
    Settings &settings;
    SecretStore &secrets;
    SecretClipboard &clipboard;
    const Clock &clock;
    QString user; ///< the local actor's name in the log
    QList<Language> languages;
};

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(WindowServices services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens `place`, a file or a server; without one the last keyring; without that, the welcome page.
    void start(const QString &place);
    /// Opens another keyring, after asking where something would be lost.
    void open(const QString &place);
    /// Comes to the front; a second start of the program asks for it.
    void raiseWith(const QString &file);

    /// A newer version than this one has been released: said once, in passing.
    void tellNewerVersion(const QString &newest);

    /// The session ends: true lets it. Else, once, it asks in the window whether to lose what is not saved (`canAsk`:
    /// the session manager waits for an answer).
    bool maySessionEnd(bool canAsk);

    KeyringView *view() const { return view_; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // main_window.cpp
    void build();
    void rebuild();
    void showWelcome();
    void showKeyring();
    void dropView();
    void tellFailure(const Error &error, const QString &place);
    void tellOpening(const QString &place);
    void refreshSituation();
    void guarded(std::function<void()> go);
    void commitData(QSessionManager &manager);
    void saveGeometryNow();
    void restoreGeometryNow();
    // main_window_acts.cpp
    void connectActions();
    void connectView();
    void newKeyring();
    void openKeyring();
    void connectServer();
    void forgetServer(const QString &place);
    void askForKey(const ServerAddress &address, const QString &why);
    void openSample();
    ConnectDialog *connectDialog();
    void showSettings();
    void showPalette();
    void showAbout();
    void withFile(void (FileActs::*act)());

    WindowServices services_;
    KeyringHost host_;
    WindowActions *actions_ = nullptr;
    TopBar *top_ = nullptr;
    InlineMessage *message_ = nullptr;
    QStackedWidget *stack_ = nullptr;
    WelcomePage *welcome_ = nullptr;
    StatusLine *status_ = nullptr;
    Toasts *toasts_ = nullptr;
    KeyringView *view_ = nullptr;
    QPointer<ConnectDialog> connectDialog_;
    QTimer slow_; ///< runs while a keyring takes its time to open
    bool closingAnyway_ = false;
    bool sessionAsked_ = false;
    bool rebuildSoon_ = false;
};

} // namespace keywright
