// Asked before a server is forgotten: what goes, and what stays.
#pragma once

#include "ui/revoke/act_dialog.h"

namespace keywright {

class ForgetDialog final : public ActDialog {
    Q_OBJECT
public:
    /// `place`: the server's address. Accepted: it shall be forgotten.
    ForgetDialog(const QString &place, QWidget *parent);

protected:
    void act() override;
};

} // namespace keywright
