// Restoring a backup: first what it would do, then, if the person still wants it, the act.
#pragma once

#include "core/keyring/keyring_file.h"
#include "ui/revoke/act_dialog.h"

namespace keywright {

class RestoreDialog final : public ActDialog {
    Q_OBJECT
public:
    RestoreDialog(QString path, QString backup, Caller caller, const Clock &clock, QWidget *parent);

protected:
    void act() override;

private:
    void showPlan(const RestorePlan &plan);

    QString path_, backup_;
    Caller caller_;
    const Clock &clock_;
};

} // namespace keywright
