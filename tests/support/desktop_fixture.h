// The whole program in the test's hands: its settings and keyrings in a folder of its own, its real window on the
// screen.
#pragma once

#include "app/desktop/desktop.h"
#include "ui/keys/key_table.h"
#include "ui/window/keyring_view.h"

#include <QAction>
#include <QPushButton>
#include <QTemporaryDir>

namespace keywright::test {

class DesktopFixture {
public:
    /// Starts the program as with `file` on its command line; the window stands on the screen afterwards.
    void start(const QString &file = {});
    /// Ends it, as quitting does; the folder stays for the next start().
    void stop();
    /// Ends it and forgets all files.
    void tearDown();

    /// A keyring file of a shipped policy with keys of these names.
    QString keyring(const QString &title, const QString &policy, const QStringList &names);
    /// A path in the folder of this test.
    QString place(const QString &name) const { return folder().filePath(name); }
    const QTemporaryDir &folder() const;

    MainWindow &window() { return desktop_->window(); }
    KeyringView *view() { return window().view(); }
    Settings &settings() { return desktop_->settings(); }
    const Clock &clock() const { return clock_; }
    static QString instanceName();

    template<class Widget>
    Widget *visible() const {
        for (auto *widget : desktop_->window().findChildren<Widget *>())
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// An inline message on the screen that holds the text.
    bool messageWith(const QString &text) const;
    /// A toast on the screen that holds the text.
    bool toastWith(const QString &text) const;
    QPushButton *button(const QString &objectName) const;
    QAction *action(const QString &objectName) const;
    KeyTable *table();

private:
    SystemClock clock_;
    mutable std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SingleInstance> instance_;
    std::unique_ptr<Desktop> desktop_;
};

/// The button of these words, mnemonic left aside; null if there is none on the screen.
QPushButton *buttonOf(const QWidget *page, const QString &words);

} // namespace keywright::test
