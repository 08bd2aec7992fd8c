// Paints the rows of the activity table: plain text with room at its sides.
#pragma once

#include <QStyledItemDelegate>

namespace keywright {

class ActivityDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace keywright
