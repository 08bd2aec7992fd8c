#include "ui/revoke/reactivate_dialog.h"

#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/revoke/impact.h"

#include <QCheckBox>
#include <QPushButton>

namespace keywright {
namespace {

QString revokedText(const ApiKey &key, Instant now) {
    const QString when = relativeText(key.revokedAt.value_or(now), now);
    const QString by = key.revokedBy.isEmpty()
                           ? ReactivateDialog::tr("It was revoked %1.").arg(when)
                           : ReactivateDialog::tr("It was revoked %1 by %2.").arg(when, key.revokedBy);
    return key.revokeReason.isEmpty()
               ? by
               : by + u' ' + ReactivateDialog::tr("Reason: %1.").arg(revokeReasonText(key.revokeReason));
}

} // namespace

ReactivateDialog::ReactivateDialog(Desk &desk, KeyDetails details, QWidget *parent)
    : ActDialog(tr("Re-activate API key"), parent), desk_(desk), details_(std::move(details)) {
    setObjectName(QStringLiteral("reactivateDialog"));
    const ApiKey &key = details_.key;
    addKey(key);
    addText(revokedText(key, desk_.clock.now()));
    addText(key.expiresAt
                ? tr("It will work again at once, for whoever has it, until %1.").arg(instantText(*key.expiresAt))
                : tr("It will work again at once, for whoever has it."));
    if (revokedAsUnsafe(key))
        addSecondConfirmation();
    else
        setAct(tr("&Re-activate"), Danger::None);
    addQuestion(tr("Re-activate this API key?"));
}

void ReactivateDialog::addSecondConfirmation() {
    addText(details_.key.revokeReason == QStringLiteral("abuse")
                ? tr("It was revoked because its use looked like abuse. If you don't know why, make a new key instead.")
                : tr("It was revoked because it leaked: whoever found it can use it again. A new key is safer."));
    auto *sure = new QCheckBox(tr("I &know the risk and want this key back"), content());
    sure->setObjectName(QStringLiteral("secondConfirmation"));
    addRow(sure);
    setAct(tr("&Re-activate"), Danger::Destroys);
    actButton()->setEnabled(false);
    connect(sure, &QCheckBox::toggled, actButton(), &QPushButton::setEnabled);
}

void ReactivateDialog::act() {
    setBusy(true, tr("Re-activating…"));
    whenDone(desk_.keyring.reactivate(details_.key.id, details_.key.revision), this,
             [this](const Result<ApiKey> &result) {
                 setBusy(false);
                 if (!result) {
                     // The next try starts from the key as it is now.
                     if (result.error().newer)
                         details_.key = *result.error().newer;
                     showError(result.error());
                 } else {
                     Q_EMIT reactivated(*result);
                     accept();
                 }
             });
}

} // namespace keywright
