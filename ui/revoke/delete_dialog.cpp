#include "ui/revoke/delete_dialog.h"

#include "core/keyring/reply.h"
#include "ui/revoke/impact.h"
#include "ui/revoke/typed_confirmation.h"

#include <QPushButton>

namespace keywright {

DeleteDialog::DeleteDialog(Desk &desk, KeyDetails details, QWidget *parent)
    : ActDialog(tr("Delete API key"), parent), desk_(desk), details_(std::move(details)) {
    setObjectName(QStringLiteral("deleteDialog"));
    const Instant now = desk_.clock.now();
    addKey(details_.key);
    if (isActive(details_.key, now))
        addText(tr("This key still works. ") + useText(details_, now));
    addText(tr("Deleting removes the key, its use and its clients for good; it cannot be brought back. Its activity "
               "entries remain."));
    const QString word = tr("delete");
    const QString name = details_.key.name.simplified();
    typed_ = new TypedConfirmation(name.isEmpty() ? tr("T&ype “%1” to confirm.").arg(word)
                                                  : tr("T&ype the key's name or “%1” to confirm.").arg(word),
                                   {name, word}, content());
    addRow(typed_);
    addQuestion(tr("Are you sure you want to delete this API key?"));
    setAct(tr("&Delete"), Danger::Destroys);
    actButton()->setEnabled(false);
    connect(typed_, &TypedConfirmation::changed, this, [this] { actButton()->setEnabled(typed_->matches()); });
}

void DeleteDialog::act() {
    setBusy(true, tr("Deleting…"));
    whenDone(desk_.keyring.erase({details_.key.id}), this, [this](const Result<Outcomes> &result) {
        setBusy(false);
        if (!result) {
            showError(result.error());
        } else if (!result->isEmpty() && !result->front().done) {
            showError(result->front().error);
        } else {
            Q_EMIT deleted(displayName(details_.key));
            accept();
        }
    });
}

} // namespace keywright
