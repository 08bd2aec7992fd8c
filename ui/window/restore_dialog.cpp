#include "ui/window/restore_dialog.h"

#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QPushButton>
#include <QtConcurrentRun>

namespace keywright {

RestoreDialog::RestoreDialog(QString path, QString backup, Caller caller, const Clock &clock, QWidget *parent)
    : ActDialog(tr("Restore a backup"), parent), path_(std::move(path)), backup_(std::move(backup)),
      caller_(std::move(caller)), clock_(clock) {
    addText(QDir::toNativeSeparators(backup_), markHint);
    setAct(tr("&Restore"), Danger::Destroys);
    actButton()->setEnabled(false);
    const Clock *now = &clock_;
    const Reply<RestorePlan> plan =
        QtConcurrent::run([path = path_, from = backup_, now] { return planRestore(path, from, *now); });
    whenDone(plan, this, [this](const Result<RestorePlan> &result) {
        if (!result)
            return showError(result.error());
        showPlan(*result);
        fitToScreen();
        actButton()->setEnabled(true);
    });
}

void RestoreDialog::showPlan(const RestorePlan &plan) {
    addText(tr("Backup of %1, written %2.").arg(plan.backupName, instantText(plan.backupAt)));
    addText(plan.message);
    addText(tr("A restore never brings a dead key to life: what was revoked or deleted since then stays so."),
            markHint);
    addQuestion(tr("Do you want to restore this backup?"));
}

void RestoreDialog::act() {
    setBusy(true, tr("Restoring…"));
    const Clock *now = &clock_;
    const Reply<void> done = QtConcurrent::run(
        [path = path_, from = backup_, caller = caller_, now] { return restoreKeyring(path, from, caller, *now); });
    whenDone(done, this, [this](const Done &result) {
        setBusy(false);
        if (!result)
            return showError(result.error());
        accept();
    });
}

} // namespace keywright
