#include "ui/revoke/revoke_dialog.h"

#include "core/keyring/reply.h"
#include "ui/form/form_field.h"
#include "ui/revoke/impact.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>

namespace keywright {
namespace {

constexpr int issuedNamed = 5;

} // namespace

QComboBox *makeReasonBox(QWidget *parent) {
    auto *box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("revokeReason"));
    box->addItem(RevokeDialog::tr("No reason given"), QString());
    for (const RevokeReason &reason : revokeReasons())
        box->addItem(reason.text, reason.id);
    return box;
}

RevokeDialog::RevokeDialog(Desk &desk, KeyDetails details, QWidget *parent)
    : ActDialog(tr("Revoke API key"), parent), desk_(desk), details_(std::move(details)) {
    setObjectName(QStringLiteral("revokeDialog"));
    addKey(details_.key);
    addUse();
    addIssuedKeys();
    addReason();
    addText(reversibleText(desk_.situation(), 1));
    addQuestion(tr("Are you sure you want to revoke this API key?"));
    setAct(tr("&Revoke"), Danger::Destroys);
}

void RevokeDialog::addUse() {
    const Instant now = desk_.clock.now();
    QString text = useText(details_, now);
    if (isActive(details_.key, now) && details_.key.usage.lastUsedAt)
        text += u' ' + tr("Whatever uses it is refused from its next request on.");
    addText(text);
    if (const QString others = otherClientsText(details_, now); !others.isEmpty())
        addText(tr("Also used by:") + u'\n' + others, markHint);
}

void RevokeDialog::addIssuedKeys() {
    if (details_.issued.isEmpty())
        return;
    QStringList names;
    for (qsizetype i = 0; i < std::min<qsizetype>(issuedNamed, details_.issued.size()); ++i)
        names << displayName(details_.issued.at(i));
    if (const auto more = int(details_.issued.size()) - issuedNamed; more > 0)
        names << tr("and %Ln more", nullptr, more);
    addText(tr("It issued keys that still work:") + u'\n' + names.join(u'\n'));
    issuedToo_ = new QCheckBox(tr("Revoke &them too"), content());
    issuedToo_->setObjectName(QStringLiteral("issuedToo"));
    issuedToo_->setAccessibleDescription(names.join(QStringLiteral(", ")));
    addRow(issuedToo_);
}

void RevokeDialog::addReason() {
    reason_ = makeReasonBox(content());
    addRow(new FormField(tr("R&eason"), reason_, content()));
}

void RevokeDialog::act() {
    QList<KeyId> ids{details_.key.id};
    if (issuedToo_ && issuedToo_->isChecked())
        for (const ApiKey &key : details_.issued)
            ids << key.id;
    setBusy(true, tr("Revoking…"));
    whenDone(desk_.keyring.revoke(ids, reason_->currentData().toString()), this,
             [this](const Result<Outcomes> &result) {
                 setBusy(false);
                 if (result)
                     finish(*result);
                 else
                     showError(result.error());
             });
}

void RevokeDialog::finish(const Outcomes &outcomes) {
    const auto failed = std::ranges::find_if(outcomes, [](const Outcome &outcome) { return !outcome.done; });
    if (failed == outcomes.end()) {
        Q_EMIT revoked(outcomes, reason_->currentData().toString());
        accept();
        return;
    }
    Error error = failed->error;
    const auto through = std::ranges::count_if(outcomes, [](const Outcome &outcome) { return outcome.done; });
    if (through > 0)
        error.message = tr("Revoked: %1 of %2 keys. %3 Revoke again to try the rest.")
                            .arg(through)
                            .arg(outcomes.size())
                            .arg(error.message);
    showError(error);
}

} // namespace keywright
