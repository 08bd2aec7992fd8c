#include "ui/form/clear_button.h"

#include <QLineEdit>
#include <QToolButton>

namespace keywright {

void addClearButton(QLineEdit *line, const QString &name) {
    line->setClearButtonEnabled(true);
    for (auto *button : line->findChildren<QToolButton *>()) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
}

} // namespace keywright
