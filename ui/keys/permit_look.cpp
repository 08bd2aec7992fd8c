#include "ui/keys/permit_look.h"

#include <QAbstractButton>
#include <QAction>

namespace keywright {

void applyPermit(QAction *action, const Permit &permit) {
    action->setVisible(permit.verdict != Permit::Verdict::Absent);
    action->setEnabled(permit.allowed());
    action->setToolTip(permit.reason);
    action->setStatusTip(permit.reason);
}

void applyPermit(QAbstractButton *button, const Permit &permit) {
    button->setVisible(permit.verdict != Permit::Verdict::Absent);
    button->setEnabled(permit.allowed());
    button->setToolTip(permit.reason);
    button->setAccessibleDescription(permit.reason);
}

} // namespace keywright
