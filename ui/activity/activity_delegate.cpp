#include "ui/activity/activity_delegate.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace keywright {

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    painter->fillRect(QRect(item.rect.left(), item.rect.bottom(), item.rect.width(), 1),
                      blended(toneColor(Tone::Border, item.palette), toneColor(Tone::Surface, item.palette), 0.7));
    const QRect place = item.rect.adjusted(space::inside, 0, -space::inside, 0);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(toneColor(index.column() == 0 ? Tone::Muted : Tone::Text, item.palette));
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      item.fontMetrics.elidedText(item.text, Qt::ElideRight, place.width()));
    painter->restore();
}

} // namespace keywright
