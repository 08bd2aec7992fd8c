// How the cells of the list are painted: hairlines, the status as shape and word, previews in the fixed face.
#pragma once

#include <QStyledItemDelegate>

namespace keywright {

/// What a row is painted on.
QColor rowGround(const QPalette &palette, bool selected, bool hovered);

class KeyDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, int row) const;
    void paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     QRect place) const;
};

} // namespace keywright
