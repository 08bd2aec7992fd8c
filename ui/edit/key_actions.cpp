#include "ui/edit/key_actions.h"

#include "ui/form/flow_layout.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace keywright {

KeyActions::KeyActions(Desk &desk, QWidget *parent) : QWidget(parent), desk_(desk) {
    auto *flow = new FlowLayout(this, space::inside);
    flow->setContentsMargins({});
    const auto &rules = desk_.situation().policy->rotate;
    const bool grace = rules && rules->grace;
    rotate_ = addButton(grace ? tr("R&otate…") : tr("Rep&lace…"), QStringLiteral("rotate"), QStringLiteral("rotate"));
    revoke_ = addButton(tr("&Revoke…"), QStringLiteral("ban"), QStringLiteral("revoke"));
    reactivate_ = addButton(tr("Re-&activate…"), QStringLiteral("undo"), QStringLiteral("reactivate"));
    erase_ = addButton(tr("D&elete…"), QStringLiteral("trash"), QStringLiteral("erase"));
    report_ = addButton(tr("Copy s&upport report"), QStringLiteral("copy"), QStringLiteral("report"));
    connect(rotate_, &QPushButton::clicked, this, &KeyActions::rotateRequested);
    connect(revoke_, &QPushButton::clicked, this, &KeyActions::revokeRequested);
    connect(reactivate_, &QPushButton::clicked, this, &KeyActions::reactivateRequested);
    connect(erase_, &QPushButton::clicked, this, &KeyActions::eraseRequested);
    connect(report_, &QPushButton::clicked, this, &KeyActions::reportRequested);
}

QPushButton *KeyActions::addButton(const QString &text, const QString &icon, const QString &objectName) {
    auto *button = new QPushButton(themedIcon(icon), text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    layout()->addWidget(button);
    return button;
}

void KeyActions::show(const ApiKey &key) {
    apply(rotate_, Action::Rotate, key);
    apply(revoke_, Action::Revoke, key);
    apply(reactivate_, Action::Reactivate, key);
    apply(erase_, Action::Delete, key);
    // One of the two makes sense for a key; the other would only say that it doesn't.
    const bool revoked = statusOf(key, desk_.clock.now()) == KeyStatus::Revoked;
    revoke_->setHidden(revoke_->isHidden() || revoked);
    reactivate_->setHidden(reactivate_->isHidden() || !revoked);
}

void KeyActions::apply(QPushButton *button, Action action, const ApiKey &key) {
    const Permit verdict = permit(action, desk_.situation(), &key);
    button->setVisible(verdict.verdict != Permit::Verdict::Absent);
    button->setEnabled(verdict.allowed());
    button->setToolTip(verdict.reason.toHtmlEscaped());
    button->setAccessibleDescription(verdict.reason);
}

} // namespace keywright
