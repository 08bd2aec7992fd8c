// Turning a keyring's Developer API on or off: the operator's act on the file, asked and logged.
#pragma once

#include "core/keyring/keyring_file.h"
#include "ui/revoke/act_dialog.h"

namespace keywright {

class DeveloperApiDialog final : public ActDialog {
    Q_OBJECT
public:
    /// Switches the flag of the keyring at `path` to what it is not. `clock` must outlive the work.
    DeveloperApiDialog(QString path, const KeyringInfo &info, const Clock &clock, QWidget *parent);

protected:
    void act() override;

private:
    QString path_;
    Caller caller_;
    const Clock &clock_;
    bool on_;
};

} // namespace keywright
