#include "core/keyring/reply.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/theme/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/command_palette.h"
#include "ui/window/connect_dialog.h"
#include "ui/window/file_acts.h"
#include "ui/window/forget_dialog.h"
#include "ui/window/keyring_view.h"
#include "ui/window/main_window.h"
#include "ui/window/new_keyring_dialog.h"
#include "ui/window/place_text.h"
#include "ui/window/shortcuts_page.h"
#include "ui/window/status_line.h"
#include "ui/window/toasts.h"
#include "ui/window/top_bar.h"
#include "ui/window/welcome_page.h"

#include <QFileDialog>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

void MainWindow::connectActions() {
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    const auto inView = [this, &on](QAction *action, void (KeyringView::*act)()) {
        on(action, [this, act] {
            if (view_)
                (view_->*act)();
        });
    };
    inView(actions_->createKey, &KeyringView::createKey);
    inView(actions_->createTestKey, &KeyringView::createTestKey);
    inView(actions_->search, &KeyringView::focusSearch);
    const auto shows = [&](QAction *action, KeyringView::Page page) { // toggled: a screen reader doesn't trigger it
        connect(action, &QAction::toggled, this, [this, page](bool checked) {
            if (checked && view_)
                view_->showPage(page);
        });
    };
    shows(actions_->keysPage, KeyringView::Keys);
    shows(actions_->activityPage, KeyringView::Log);
    on(actions_->newKeyring, [this] { newKeyring(); });
    on(actions_->openKeyring, [this] { openKeyring(); });
    on(actions_->connectServer, [this] { connectServer(); });
    on(actions_->sample, [this] { openSample(); });
    on(actions_->closeKeyring, [this] {
        guarded([this] {
            host_.close();
            showWelcome();
        });
    });
    on(actions_->forgetServer, [this] { forgetServer(host_.place()); });
    on(actions_->backup, [this] { withFile(&FileActs::backup); });
    on(actions_->restore, [this] { withFile(&FileActs::restore); });
    on(actions_->check, [this] { withFile(&FileActs::check); });
    on(actions_->developerApi, [this] { withFile(&FileActs::switchDeveloperApi); });
    on(actions_->settings, [this] { showSettings(); });
    on(actions_->palette, [this] { showPalette(); });
    on(actions_->shortcuts, [this] {
        auto *page = new ShortcutsPage(*actions_, this);
        page->setAttribute(Qt::WA_DeleteOnClose);
        page->open();
    });
    on(actions_->whereIsMyData, [this] { showAbout(); });
    on(actions_->about, [this] { showAbout(); });
    on(actions_->quit, [this] { close(); });
}

void MainWindow::connectView() {
    connect(view_, &KeyringView::statusText, status_, &StatusLine::setCount);
    connect(view_, &KeyringView::pageChanged, top_, &TopBar::showPage);
    connect(view_, &KeyringView::notice, toasts_, &Toasts::show);
    connect(view_, &KeyringView::developerApiRequested, actions_->developerApi, &QAction::trigger);
    connect(host_.keyring(), &Keyring::infoChanged, view_, [this] { refreshSituation(); });
    connect(host_.keyring(), &Keyring::changed, status_, &StatusLine::noteChange);
    status_->follow(host_.keyring());
}

void MainWindow::newKeyring() {
    auto *dialog = new NewKeyringDialog(services_.clock, host_.caller(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewKeyringDialog::created, this, &MainWindow::open);
    dialog->open();
}

void MainWindow::openKeyring() {
    const QString folder = QFileInfo(host_.path().isEmpty() ? defaultKeyringPath() : host_.path()).absolutePath();
    auto *dialog = new QFileDialog(this, tr("Open a keyring"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Keyrings (*.keyring)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::open);
    dialog->open();
}

/// One dialog at a time.
ConnectDialog *MainWindow::connectDialog() {
    if (connectDialog_)
        return connectDialog_;
    connectDialog_ = new ConnectDialog(
        ConnectServices{.secrets = services_.secrets, .clock = services_.clock, .cacheFolder = host_.cacheFolder()},
        this);
    connectDialog_->setAttribute(Qt::WA_DeleteOnClose);
    const auto open = [this](const auto &keyring, const ServerAddress &address, const QString &notKept) {
        guarded([this, keyring, address, notKept] {
            host_.take(keyring, address);
            if (!notKept.isEmpty())
                message_->showText(InlineMessage::Kind::Info, notKept);
        });
    };
    connect(connectDialog_, &ConnectDialog::connected, this, open);
    return connectDialog_;
}

void MainWindow::connectServer() {
    connectDialog()->open();
}

void MainWindow::askForKey(const ServerAddress &address, const QString &why) {
    slow_.stop();
    message_->clear();
    if (!host_.keyring())
        showWelcome();
    ConnectDialog *dialog = connectDialog();
    dialog->askForKey(address, why);
    dialog->open();
}

void MainWindow::forgetServer(const QString &place) {
    auto *dialog = new ForgetDialog(place, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto told = [this](const Done &done) {
        if (done)
            return toasts_->show(tr("The server is forgotten."));
        message_->showText(InlineMessage::Kind::Warning,
                           tr("The server is forgotten, but its management key is still in the keychain.") + u' ' +
                               done.error().message);
    };
    const auto forget = [this, place, told] {
        whenDone(host_.forgetServer(place), this, told);
        if (host_.keyring())
            top_->setRecent(services_.settings.recentKeyrings(), host_.place());
        else
            showWelcome();
        if (welcome_)
            welcome_->clearProblem();
    };
    connect(dialog, &QDialog::accepted, this, [this, forget] { guarded(forget); });
    dialog->open();
}

void MainWindow::openSample() {
    guarded([this] { host_.openSample(); });
}

void MainWindow::showSettings() {
    const KeyringInfo info = host_.keyring() ? host_.keyring()->info() : KeyringInfo{};
    // A role can be taken on where nobody gave one.
    const bool own = info.caller.method == AuthMethod::Local;
    auto *dialog =
        new SettingsDialog(services_.settings, services_.languages, own ? info.id : QString(), info.name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout() {
    auto *dialog = new AboutDialog(host_.place(), services_.settings.fileName(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showPalette() {
    QList<PaletteEntry> entries;
    if (view_)
        entries = view_->keyEntries();
    for (QAction *action : actions_->all()) {
        if (!action->isVisible() || action == actions_->palette)
            continue;
        entries.append({.icon = action->icon(),
                        .text = WindowActions::words(*action),
                        .hint = action->shortcut().toString(QKeySequence::NativeText),
                        .enabled = action->isEnabled(),
                        .run = [action] { action->trigger(); }});
    }
    for (const QString &place : services_.settings.recentKeyrings())
        if (place != host_.place())
            entries.append({.icon = themedIcon(u"database"_s),
                            .text = tr("Open keyring %1").arg(placeName(place)),
                            .hint = placeDetail(place),
                            .run = [this, place] { open(place); }});
    CommandPalette::KeySearch keys;
    if (view_)
        keys = [view = QPointer(view_)](const QString &words) {
            return view ? view->findKeys(words) : QList<PaletteEntry>();
        };
    (new CommandPalette(entries, keys, this))->open();
}

void MainWindow::withFile(void (FileActs::*act)()) {
    if (!host_.keyring() || host_.path().isEmpty())
        return;
    auto *acts = new FileActs(host_.path(), host_.keyring()->info(), services_.clock, services_.settings, this);
    acts->setParent(view_);
    connect(acts, &FileActs::notice, this, [this](const QString &text) { toasts_->show(text); });
    connect(acts, &FileActs::failed, view_, &KeyringView::showError);
    (acts->*act)();
}

} // namespace keywright
