#include "ui/window/file_acts.h"

#include "core/keyring/reply.h"
#include "ui/settings/settings.h"
#include "ui/window/check_dialog.h"
#include "ui/window/developer_api_dialog.h"
#include "ui/window/restore_dialog.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace keywright {

using namespace Qt::StringLiterals;

FileActs::FileActs(QString path, KeyringInfo info, const Clock &clock, Settings &settings, QWidget *window)
    : QObject(window), path_(std::move(path)), info_(std::move(info)), clock_(clock), settings_(settings),
      window_(window) {}

void FileActs::backup() {
    const QString day = toLocal(clock_.now()).date().toString(Qt::ISODate);
    const QString name = u"%1-%2.backup.keyring"_s.arg(QFileInfo(path_).completeBaseName(), day);
    auto *dialog = new QFileDialog(window_, tr("Back up the keyring to"), QDir::home().filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Keyrings (*.keyring)"));
    dialog->setDefaultSuffix(u"keyring"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &FileActs::backupTo);
    dialog->open();
}

void FileActs::backupTo(const QString &target) {
    // The file dialog has asked before an existing file is replaced.
    const Reply<void> done = QtConcurrent::run([path = path_, target] { return backupKeyring(path, target, true); });
    whenDone(done, this, [this, target](const Done &result) {
        if (!result)
            Q_EMIT failed(result.error());
        else
            Q_EMIT notice(tr("Backed up to %1").arg(QDir::toNativeSeparators(target)));
    });
}

void FileActs::restore() {
    auto *dialog = new QFileDialog(window_, tr("Restore which backup?"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Keyrings (*.keyring)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FileActs::restoreFrom);
    dialog->open();
}

void FileActs::restoreFrom(const QString &backup) {
    auto *dialog = new RestoreDialog(path_, backup, info_.caller, clock_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        Q_EMIT notice(tr("The backup was restored"));
        Q_EMIT restored();
    });
    dialog->open();
}

void FileActs::switchDeveloperApi() {
    auto *dialog = new DeveloperApiDialog(path_, info_, clock_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        Q_EMIT notice(info_.developerApi ? tr("The Developer API is off") : tr("The Developer API is on"));
    });
    dialog->open();
}

void FileActs::check() {
    auto *dialog = new CheckDialog(path_, settings_.knownHead(info_.id), window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace keywright
