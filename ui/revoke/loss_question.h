// Asked before something would be lost: what it is, and whether that is fine. Staying is the default.
#pragma once

#include "ui/revoke/act_dialog.h"

namespace keywright {

class LossQuestion final : public ActDialog {
    Q_OBJECT
public:
    LossQuestion(const QString &loss, QWidget *parent);

protected:
    void act() override;
};

} // namespace keywright
