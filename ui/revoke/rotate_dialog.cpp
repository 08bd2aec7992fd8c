#include "ui/revoke/rotate_dialog.h"

#include "core/crypto/random.h"
#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/form/expiry_chooser.h"
#include "ui/form/form_field.h"
#include "ui/revoke/impact.h"
#include "ui/theme/theme.h"

#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace keywright {
namespace {

constexpr int replacedAfterDays = 7; ///< what the date starts at

} // namespace

RotateDialog::RotateDialog(Desk &desk, KeyDetails details, QWidget *parent)
    : ActDialog(tr("Rotate API key"), parent), desk_(desk), details_(std::move(details)), request_{newKeyId().value} {
    setObjectName(QStringLiteral("rotateDialog"));
    const Situation situation = desk_.situation();
    addKey(details_.key);
    addText(tr("Makes a new key with the same name, scopes, owner and limits. ") + useText(details_, situation.now));
    if (const auto &rules = situation.policy->rotate; rules && rules->grace)
        addGrace(*rules->grace);
    else
        addReplacement();
    addExpiry();
    oldKey_ = addText({});
    oldKey_->setObjectName(QStringLiteral("oldKeyText"));
    newKey_ = addText({});
    newKey_->setObjectName(QStringLiteral("newKeyText"));
    setAct(grace_ ? tr("&Rotate") : tr("&Replace"), Danger::None);
    if (!grace_)
        setWindowTitle(tr("Replace API key"));
    refresh();
}

void RotateDialog::addGrace(const KeyPolicy::Grace &grace) {
    grace_ = new QSpinBox(content());
    grace_->setObjectName(QStringLiteral("graceDays"));
    grace_->setRange(grace.min, grace.max);
    grace_->setValue(grace.byDefault);
    grace_->setSuffix(tr(" days"));
    graceField_ = new FormField(tr("&Grace period of the old key"), grace_, content());
    graceField_->setHint(tr("%1 to %2 days, in which both keys work.").arg(grace.min).arg(grace.max));
    addRow(graceField_);
    connect(grace_, &QSpinBox::valueChanged, this, &RotateDialog::refresh);
}

void RotateDialog::addReplacement() {
    auto *group = new QWidget(content());
    auto *rows = new QVBoxLayout(group);
    rows->setContentsMargins({});
    rows->setSpacing(space::inside);
    auto *caption = new QLabel(tr("When to revoke the old key"), group);
    rows->addWidget(caption);
    now_ = new QRadioButton(tr("&Now"), group);
    onDate_ = new QRadioButton(tr("At the end of a &day:"), group);
    myself_ = new QRadioButton(tr("I do it &myself"), group);
    date_ = new QDateEdit(group);
    const QDate today = toLocal(desk_.clock.now()).date();
    date_->setCalendarPopup(true);
    date_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    date_->setAccessibleName(tr("Last day of the old key"));
    date_->setDateRange(today, latestExpiryDate());
    date_->setDate(today.addDays(replacedAfterDays));
    date_->setEnabled(false);
    auto *dateRow = new QHBoxLayout;
    dateRow->setSpacing(space::inside);
    dateRow->addWidget(onDate_);
    dateRow->addWidget(date_);
    dateRow->addStretch();
    rows->addWidget(now_);
    rows->addLayout(dateRow);
    rows->addWidget(myself_);
    now_->setChecked(true);
    for (QRadioButton *choice : {now_, onDate_, myself_}) {
        choice->setAccessibleDescription(caption->text());
        connect(choice, &QRadioButton::toggled, this, &RotateDialog::refresh);
    }
    connect(onDate_, &QRadioButton::toggled, date_, &QWidget::setEnabled);
    connect(date_, &QDateEdit::dateChanged, this, &RotateDialog::refresh);
    addRow(group);
}

void RotateDialog::addExpiry() {
    const auto &rules = desk_.situation().policy->expiry;
    if (!rules)
        return;
    const ApiKey &key = details_.key;
    expiry_ = new ExpiryChooser(*rules, desk_.clock, content());
    expiry_->offerNotGiven(tr("Same lifetime"), key.expiresAt
                                                    ? tr("As long as the old key was given, counted from now: %1.")
                                                          .arg(durationText(*key.expiresAt - key.createdAt))
                                                    : tr("Like the old key, it never expires."));
    expiryField_ = new FormField(tr("New key &expires"), expiry_, content());
    addRow(expiryField_);
    connect(expiry_, &ExpiryChooser::edited, this, &RotateDialog::refresh);
}

RevokeOld RotateDialog::revokeOld() const {
    if (onDate_->isChecked())
        return ExpiresOnDate{.date = date_->date(), .zone = {}};
    if (myself_->isChecked())
        return RevokeOldMyself{};
    return RevokeOldNow{};
}

Rotation RotateDialog::rotation() const {
    Rotation rotation;
    if (grace_)
        rotation.graceDays = grace_->value();
    else
        rotation.revokeOld = revokeOld();
    if (expiry_)
        rotation.expiry = expiry_->expiry();
    return rotation;
}

void RotateDialog::refresh() {
    if (!newKey_)
        return;
    request_ = RequestId{newKeyId().value};
    clearMessage();
    if (expiryField_)
        expiryField_->setError({});
    if (graceField_)
        graceField_->setError({});
    const auto checked = check(desk_.situation(), details_.key, rotation());
    actButton()->setEnabled(checked.has_value());
    oldKey_->setText(checked ? oldKeyText(*checked) : QString());
    newKey_->setText(checked ? newKeyText(*checked) : QString());
    if (!checked)
        showProblem(checked.error());
}

void RotateDialog::showProblem(const Error &error) {
    if (graceField_ && error.field == QStringLiteral("grace_days"))
        graceField_->setError(error.message);
    else if (expiryField_ && error.field.startsWith(QStringLiteral("expires")))
        expiryField_->setError(error.message);
    else
        showError(error);
}

QString RotateDialog::oldKeyText(const CheckedRotation &checked) const {
    const Instant now = desk_.clock.now();
    if (checked.autoRevokeAt && *checked.autoRevokeAt <= now)
        return tr("The old key is revoked at once: whatever still uses it is refused from its next request on.");
    if (checked.autoRevokeAt)
        return tr("The old key works until %1 (%2), then it is revoked by itself.")
            .arg(instantText(*checked.autoRevokeAt), relativeText(*checked.autoRevokeAt, now));
    if (details_.key.expiresAt)
        return tr("The old key works until you revoke it, at the latest until it expires on %1.")
            .arg(instantText(*details_.key.expiresAt));
    return tr("The old key works until you revoke it.");
}

QString RotateDialog::newKeyText(const CheckedRotation &checked) const {
    if (!checked.successor.expiresAt)
        return tr("The new key works at once and never expires. It is shown once, next.");
    return tr("The new key works at once, until %1. It is shown once, next.")
        .arg(instantText(*checked.successor.expiresAt));
}

void RotateDialog::act() {
    setBusy(true, tr("Making the new key…"));
    whenDone(desk_.keyring.rotate(details_.key.id, rotation(), request_), this, [this](const Result<Issued> &result) {
        setBusy(false);
        if (!result) {
            showProblem(result.error());
        } else {
            Q_EMIT rotated(*result);
            accept();
        }
    });
}

} // namespace keywright
