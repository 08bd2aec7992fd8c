#include "ui/revoke/outcome_list.h"

#include <QHeaderView>

namespace keywright {

OutcomeList::OutcomeList(const QString &accessibleName, const QString &secondHeader, QWidget *parent)
    : QTreeWidget(parent) {
    setAccessibleName(accessibleName);
    setHeaderLabels({tr("Key"), secondHeader});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(NoSelection);
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
}

void OutcomeList::addLine(const QString &name, const QString &text) {
    auto *line = new QTreeWidgetItem(this, {name, text});
    line->setToolTip(0, name.toHtmlEscaped());
    line->setToolTip(1, text.toHtmlEscaped());
}

void OutcomeList::fit(int most) {
    const int lines = std::clamp(topLevelItemCount(), 1, most);
    const int row = std::max(sizeHintForRow(0), fontMetrics().height() + 4);
    setFixedHeight(header()->sizeHint().height() + lines * row + 2 * frameWidth() + 2);
    setColumnWidth(0, 220);
}

} // namespace keywright
