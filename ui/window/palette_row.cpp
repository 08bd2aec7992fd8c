#include "ui/window/palette_row.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace keywright {

void PaletteRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    painter->save();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Highlight));
        painter->drawRoundedRect(option.rect, space::tight, space::tight);
    }
    QRect rest = option.rect.adjusted(space::inside, 0, -space::inside, 0);
    constexpr int side = 16;
    const QRect icon(rest.left(), rest.center().y() - side / 2 + 1, side, side);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    rest.setLeft(icon.right() + space::inside);
    const QFontMetrics metrics(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    const int textWidth = std::min(metrics.horizontalAdvance(text), rest.width());
    painter->setFont(option.font);
    painter->setPen(option.palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(text, Qt::ElideRight, rest.width()));
    rest.setLeft(rest.left() + textWidth + space::group);
    painter->setPen(toneColor(Tone::Muted, option.palette));
    const QString hint = index.data(paletteHintRole).toString();
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, metrics.elidedText(hint, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize PaletteRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {option.rect.width(), std::max(space::row, QFontMetrics(option.font).height() + space::inside)};
}

} // namespace keywright
