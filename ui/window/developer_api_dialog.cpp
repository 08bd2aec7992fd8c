#include "ui/window/developer_api_dialog.h"

#include "core/keyring/reply.h"
#include "ui/theme/theme.h"

#include <QtConcurrentRun>

namespace keywright {

DeveloperApiDialog::DeveloperApiDialog(QString path, const KeyringInfo &info, const Clock &clock, QWidget *parent)
    : ActDialog(tr("Developer API"), parent), path_(std::move(path)), caller_(info.caller), clock_(clock),
      on_(!info.developerApi) {
    addText(info.name, markTitle);
    if (on_) {
        addText(tr("While the Developer API is on, those with the permission can make, change and rotate keys in this "
                   "keyring."));
        addText(tr("It is the decision of the platform's operator, not of those who want a key. It is written to the "
                   "activity log."),
                markHint);
        addQuestion(tr("Do you want to turn the Developer API on?"));
        setAct(tr("&Turn on"), Danger::None);
    } else {
        addText(tr("While the Developer API is off, keys can only be listed and revoked. Those that are there go on "
                   "working. It is written to the activity log."));
        addQuestion(tr("Do you want to turn the Developer API off?"));
        setAct(tr("&Turn off"), Danger::None);
    }
}

void DeveloperApiDialog::act() {
    setBusy(true, on_ ? tr("Turning it on…") : tr("Turning it off…"));
    const Clock *now = &clock_;
    const Reply<void> done = QtConcurrent::run(
        [path = path_, on = on_, caller = caller_, now] { return setDeveloperApi(path, on, caller, *now); });
    whenDone(done, this, [this](const Done &result) {
        setBusy(false);
        if (!result)
            return showError(result.error());
        accept();
    });
}

} // namespace keywright
