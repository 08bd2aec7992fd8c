// Bringing a revoked key back; asks twice where it was revoked because somebody else may hold it.
#pragma once

#include "ui/desk.h"
#include "ui/revoke/act_dialog.h"

namespace keywright {

class ReactivateDialog final : public ActDialog {
    Q_OBJECT
public:
    ReactivateDialog(Desk &desk, KeyDetails details, QWidget *parent = nullptr);

Q_SIGNALS:
    void reactivated(const keywright::ApiKey &key);

protected:
    void act() override;

private:
    void addSecondConfirmation();

    Desk &desk_;
    KeyDetails details_;
};

} // namespace keywright
