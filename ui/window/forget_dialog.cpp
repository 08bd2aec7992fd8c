#include "ui/window/forget_dialog.h"

#include "ui/theme/theme.h"
#include "ui/window/place_text.h"

namespace keywright {

ForgetDialog::ForgetDialog(const QString &place, QWidget *parent) : ActDialog(tr("Forget a server"), parent) {
    addText(placeName(place), markTitle);
    addText(tr("Keywright removes from this computer: the copy of the server's list, its remembered address with what "
               "was set for it, and its management key in the keychain. You will need the management key to connect "
               "again."));
    addText(tr("On the server nothing changes: its API keys go on working."), markHint);
    addQuestion(tr("Do you want to forget this server?"));
    setAct(tr("&Forget"), Danger::Destroys);
}

void ForgetDialog::act() {
    accept();
}

} // namespace keywright
