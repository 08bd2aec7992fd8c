#include "ui/revoke/replace_dialog.h"

#include "core/crypto/random.h"
#include "core/keyring/reply.h"
#include "ui/revoke/impact.h"

namespace keywright {

ReplaceDialog::ReplaceDialog(Desk &desk, KeyDetails details, QWidget *parent)
    : ActDialog(tr("Revoke and replace API key"), parent), desk_(desk), details_(std::move(details)),
      request_{newKeyId().value} {
    setObjectName(QStringLiteral("replaceDialog"));
    addKey(details_.key);
    addText(
        tr("Nobody copied or saved this key when it was made, and it cannot be shown again. A new key with the same "
           "name, scopes, owner, limits and lifetime takes its place; this one is revoked."));
    addText(useText(details_, desk_.clock.now()));
    addQuestion(tr("Are you sure you want to revoke this API key and replace it?"));
    setAct(tr("&Revoke and replace"), Danger::Destroys);
}

void ReplaceDialog::act() {
    Rotation rotation;
    if (const auto &rules = desk_.situation().policy->rotate; rules && !rules->grace)
        rotation.revokeOld = RevokeOldNow{};
    setBusy(true, tr("Making the new key…"));
    whenDone(desk_.keyring.rotate(details_.key.id, rotation, request_), this, [this](const Result<Issued> &result) {
        if (result) {
            revokeOld(*result);
            return;
        }
        setBusy(false);
        showError(result.error());
    });
}

void ReplaceDialog::revokeOld(const Issued &issued) {
    setBusy(true, tr("Revoking the old key…"));
    // Idempotent where the rotation has revoked it already.
    whenDone(desk_.keyring.revoke({details_.key.id}, QStringLiteral("replaced")), this,
             [this, issued](const Result<Outcomes> &result) {
                 setBusy(false);
                 Q_EMIT replaced(issued);
                 if (!result)
                     Q_EMIT oldKeyLeft(result.error());
                 else if (!result->isEmpty() && !result->front().done)
                     Q_EMIT oldKeyLeft(result->front().error);
                 accept();
             });
}

} // namespace keywright
