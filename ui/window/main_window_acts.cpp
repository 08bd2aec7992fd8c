#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/theme/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/command_palette.h"
#include "ui/window/file_acts.h"
#include "ui/window/keyring_view.h"
#include "ui/window/main_window.h"
#include "ui/window/new_keyring_dialog.h"
#include "ui/window/shortcuts_page.h"
#include "ui/window/status_line.h"
#include "ui/window/toasts.h"
#include "ui/window/top_bar.h"

#include <QDir>
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
    on(actions_->sample, [this] { openSample(); });
    on(actions_->closeKeyring, [this] {
        guarded([this] {
            host_.close();
            showWelcome();
        });
    });
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
}

void MainWindow::newKeyring() {
    auto *dialog = new NewKeyringDialog(services_.clock, host_.caller(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewKeyringDialog::created, this, &MainWindow::openFile);
    dialog->open();
}

void MainWindow::openKeyring() {
    const QString folder = QFileInfo(host_.path().isEmpty() ? defaultKeyringPath() : host_.path()).absolutePath();
    auto *dialog = new QFileDialog(this, tr("Open a keyring"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Keyrings (*.keyring)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openFile);
    dialog->open();
}

void MainWindow::openSample() {
    guarded([this] { host_.openSample(); });
}

void MainWindow::showSettings() {
    const KeyringInfo info = host_.keyring() ? host_.keyring()->info() : KeyringInfo{};
    auto *dialog = new SettingsDialog(services_.settings, services_.languages, info.id, info.name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout() {
    auto *dialog = new AboutDialog(host_.path(), services_.settings.fileName(), this);
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
    for (const QString &path : services_.settings.recentKeyrings())
        if (path != host_.path())
            entries.append({.icon = themedIcon(u"database"_s),
                            .text = tr("Open keyring %1").arg(QFileInfo(path).completeBaseName()),
                            .hint = QDir::toNativeSeparators(path),
                            .run = [this, path] { openFile(path); }});
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
