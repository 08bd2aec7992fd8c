// How one row of the palette is painted: icon, text, and the hint at the right.
#pragma once

#include <QStyledItemDelegate>

namespace keywright {

inline constexpr int paletteHintRole = Qt::UserRole;

class PaletteRow final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace keywright
