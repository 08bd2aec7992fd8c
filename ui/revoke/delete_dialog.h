// Deleting one key: a second, stronger confirmation; its activity entries remain.
#pragma once

#include "ui/desk.h"
#include "ui/revoke/act_dialog.h"

namespace keywright {

class TypedConfirmation;

class DeleteDialog final : public ActDialog {
    Q_OBJECT
public:
    DeleteDialog(Desk &desk, KeyDetails details, QWidget *parent = nullptr);

Q_SIGNALS:
    void deleted(const QString &name);

protected:
    void act() override;

private:
    Desk &desk_;
    KeyDetails details_;
    TypedConfirmation *typed_;
};

} // namespace keywright
