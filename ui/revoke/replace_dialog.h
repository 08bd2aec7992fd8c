// A key that nobody has: makes another with the same settings, and revokes the lost one.
#pragma once

#include "ui/desk.h"
#include "ui/revoke/act_dialog.h"

namespace keywright {

class ReplaceDialog final : public ActDialog {
    Q_OBJECT
public:
    ReplaceDialog(Desk &desk, KeyDetails details, QWidget *parent = nullptr);

Q_SIGNALS:
    void replaced(const keywright::Issued &issued);
    /// The new key is made, but the old one could not be revoked: it still works, and why.
    void oldKeyLeft(const keywright::Error &error);

protected:
    void act() override;

private:
    void revokeOld(const Issued &issued);

    Desk &desk_;
    KeyDetails details_;
    RequestId request_;
};

} // namespace keywright
