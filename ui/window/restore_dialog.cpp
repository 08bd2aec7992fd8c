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
        actButton()->setEnabled(true);
    });
}

void RestoreDialog::showPlan(const RestorePlan &plan) {
    addText(tr("Backup of %1, written %2.").arg(plan.backupName, instantText(plan.backupAt)));
    addText(tr("It holds %n key(s).", nullptr, int(plan.keysInBackup)));
    if (plan.comeBack > 0)
        addText(tr("%n key(s) that are not in the keyring now come back.", nullptr, int(plan.comeBack)));
    if (plan.goAway > 0)
        addText(tr("%n key(s) made after the backup are taken out; what used them stops working.", nullptr,
                   int(plan.goAway)));
    if (plan.staysRevoked > 0)
        addText(tr("%n key(s) revoked or deleted since then stay so: a restore never brings a dead key to life.",
                   nullptr, int(plan.staysRevoked)));
    if (!plan.message.isEmpty())
        addText(plan.message);
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
