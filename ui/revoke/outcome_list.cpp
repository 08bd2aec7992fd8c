#include "ui/revoke/outcome_list.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace keywright {

namespace {

constexpr int nameWidth = 220;
constexpr int shortText = 140; ///< a second column as narrow as this leaves the rest to the names

/// Lines with room around them, under their headers.
class RoomyLines final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        QStyleOptionViewItem inset(option);
        inset.rect.adjust(space::tight, 0, 0, 0);
        QStyledItemDelegate::paint(painter, inset, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * space::tight, space::tight);
    }
};

} // namespace

OutcomeList::OutcomeList(const QString &accessibleName, const QString &secondHeader, QWidget *parent)
    : QTreeWidget(parent) {
    setAccessibleName(accessibleName);
    setHeaderLabels({tr("Key"), secondHeader});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(NoSelection);
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegate(new RoomyLines(this));
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
    const bool brief = sizeHintForColumn(1) <= shortText;
    header()->setStretchLastSection(!brief);
    header()->setSectionResizeMode(0, brief ? QHeaderView::Stretch : QHeaderView::Interactive);
    header()->setSectionResizeMode(1, brief ? QHeaderView::ResizeToContents : QHeaderView::Interactive);
    setColumnWidth(0, nameWidth);
}

} // namespace keywright
