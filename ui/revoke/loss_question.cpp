#include "ui/revoke/loss_question.h"

#include <QPushButton>

namespace keywright {

LossQuestion::LossQuestion(const QString &loss, QWidget *parent) : ActDialog(tr("Leave this?"), parent) {
    addText(loss);
    addQuestion(tr("Do you want to leave all the same?"));
    cancelButton()->setText(tr("&Stay"));
    setAct(tr("&Leave"), Danger::Destroys);
}

void LossQuestion::act() {
    accept();
}

} // namespace keywright
