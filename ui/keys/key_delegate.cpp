#include "ui/keys/key_delegate.h"

#include "ui/keys/key_list_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace keywright {

namespace {

constexpr int iconSize = 14;

bool isMuted(KeyColumn column) {
    return column == KeyColumn::Created || column == KeyColumn::Scopes || column == KeyColumn::Owner ||
           column == KeyColumn::Requests;
}

} // namespace

QColor rowGround(const QPalette &palette, bool selected, bool hovered) {
    const QColor surface = toneColor(Tone::Surface, palette);
    if (selected)
        return blended(toneColor(Tone::Accent, palette), surface, 0.14);
    return hovered ? blended(toneColor(Tone::Muted, palette), surface, 0.08) : surface;
}

namespace {

/// The whole row is what has the keyboard, not one of its cells.
bool hasKeyboard(const QStyleOptionViewItem &option, int row) {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->hasFocus() && view->currentIndex().row() == row;
}

} // namespace

void KeyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    painter->save();
    paintGround(painter, item, index.row());
    QRect place = item.rect.adjusted(space::inside, 0, -space::inside, 0);
    const auto column = KeyColumn(index.column());
    if (index.column() == KeyListModel::actionsColumn) {
        const QRect dots(item.rect.right() - space::tight - 7 - 16, item.rect.center().y() - 7, 16, 16);
        themedIcon(QStringLiteral("menu-dots"), item.palette, Tone::Muted).paint(painter, dots);
        painter->restore();
        return;
    }
    if (column == KeyColumn::Status) {
        paintStatus(painter, item, index, place);
        painter->restore();
        return;
    }
    if (column == KeyColumn::Key)
        item.font = fixedFont();
    painter->setFont(item.font);
    painter->setPen(toneColor(isMuted(column) ? Tone::Muted : Tone::Text, item.palette));
    const QFontMetrics metrics(item.font);
    painter->drawText(place, int(item.displayAlignment), metrics.elidedText(item.text, Qt::ElideRight, place.width()));
    painter->restore();
}

void KeyDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, int row) const {
    const QColor surface = toneColor(Tone::Surface, option.palette);
    painter->fillRect(option.rect, rowGround(option.palette, option.state.testFlag(QStyle::State_Selected),
                                             option.state.testFlag(QStyle::State_MouseOver)));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      blended(toneColor(Tone::Border, option.palette), surface, 0.7));
    if (hasKeyboard(option, row)) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                          toneColor(Tone::Accent, option.palette));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          toneColor(Tone::Accent, option.palette));
    }
}

void KeyDelegate::paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              QRect place) const {
    const auto tone = Tone(index.data(KeyListModel::ToneRole).toInt());
    const QRect shape(place.left(), place.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    themedIcon(index.data(KeyListModel::IconRole).toString(), option.palette, tone).paint(painter, shape);
    place.setLeft(shape.right() + 1 + space::tight + 2);
    painter->setPen(toneColor(tone, option.palette));
    painter->setFont(option.font);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(option.text, Qt::ElideRight, place.width()));
}

QSize KeyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (KeyColumn(index.column()) == KeyColumn::Key)
        size.setWidth(QFontMetrics(fixedFont()).horizontalAdvance(index.data().toString()) + 2 * space::inside);
    if (KeyColumn(index.column()) == KeyColumn::Status)
        size.rwidth() += iconSize + space::inside;
    return size;
}

} // namespace keywright
