// What the gate says, on a control: absent, greyed with the reason, or there.
#pragma once

#include "core/model/permit.h"

class QAbstractButton;
class QAction;

namespace keywright {

void applyPermit(QAction *action, const Permit &permit);
void applyPermit(QAbstractButton *button, const Permit &permit);

} // namespace keywright
