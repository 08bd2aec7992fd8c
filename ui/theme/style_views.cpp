#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QPainter>
#include <QScrollArea>
#include <QStyleOption>

#include <algorithm>

namespace keywright {

void Style::drawHeader(const QStyleOption *option, QPainter *painter) const {
    QColor ground = toneColor(Tone::Surface, option->palette);
    if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
        ground = blended(toneColor(Tone::Muted, option->palette), ground, 0.08);
    painter->fillRect(option->rect, ground);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      toneColor(Tone::Border, option->palette));
}

QRect Style::scrollBarPart(const QStyleOptionSlider &bar, SubControl part) const {
    const bool flat = bar.orientation == Qt::Horizontal;
    const int length = flat ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0) {
        handle = int(qint64(bar.pageStep) * length / (range + bar.pageStep));
        handle = std::clamp(handle, std::min(pixelMetric(PM_ScrollBarSliderMin, &bar, nullptr), length), length);
    }
    const int start =
        sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    int from = 0;
    int to = length;
    switch (part) {
    case SC_ScrollBarGroove:
        break;
    case SC_ScrollBarSlider:
        from = start;
        to = start + handle;
        break;
    case SC_ScrollBarSubPage:
        to = start;
        break;
    case SC_ScrollBarAddPage:
        from = start + handle;
        break;
    default:
        return {};
    }
    const QRect rect = flat ? QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height())
                            : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from);
    return visualRect(bar.direction, bar.rect, rect);
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return;
    const QPalette &palette = option->palette;
    // A page that scrolls stands on the window, a list on a surface.
    const QWidget *holder = widget ? widget->parentWidget() : nullptr;
    const bool page = holder && qobject_cast<const QScrollArea *>(holder->parentWidget());
    painter->fillRect(option->rect, toneColor(page ? Tone::Window : Tone::Surface, palette));
    if (bar->maximum <= bar->minimum)
        return;
    const bool active = option->activeSubControls.testFlag(SC_ScrollBarSlider) &&
                        (option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken));
    const QColor handle =
        blended(toneColor(Tone::Muted, palette), toneColor(Tone::Surface, palette), active ? 0.75 : 0.40);
    drawing::roundedBox(painter, QRectF(scrollBarPart(*bar, SC_ScrollBarSlider)).adjusted(3, 3, -3, -3), handle, {}, 1,
                        3);
}

void Style::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        const int y = item->rect.center().y();
        painter->fillRect(QRect(item->rect.left(), y, item->rect.width(), 1), toneColor(Tone::Border, item->palette));
        return;
    }
    const bool chosen = item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled);
    if (chosen)
        drawing::roundedBox(painter, QRectF(item->rect), item->palette.color(QPalette::Highlight), {}, 1, 4);
    QStyleOptionMenuItem plain(*item);
    plain.state.setFlag(State_Selected, false);
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

void Style::drawProgress(const QStyleOption *option, QPainter *painter) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    constexpr int thickness = 6;
    const QRectF groove(bar->rect.left(), bar->rect.center().y() - thickness / 2, bar->rect.width(), thickness);
    drawing::roundedBox(painter, groove, toneColor(Tone::Border, bar->palette), {}, 1, 3);
    const bool endless = bar->maximum <= bar->minimum;
    const double share = endless ? 1.0 : double(bar->progress - bar->minimum) / double(bar->maximum - bar->minimum);
    QRectF done = groove;
    done.setWidth(groove.width() * std::clamp(share, 0.0, 1.0));
    const QColor accent = toneColor(Tone::Accent, bar->palette);
    drawing::roundedBox(painter, done, endless ? blended(accent, toneColor(Tone::Border, bar->palette), 0.6) : accent,
                        {}, 1, 3);
}

void Style::drawFocus(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    if (markOf(widget) != Mark::None)
        return;
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool paintsItself = button && (button->inherits("QPushButton") || button->inherits("QToolButton"));
    if (paintsItself)
        return;
    const bool item = qobject_cast<const QAbstractItemView *>(widget) != nullptr;
    drawing::roundedBox(painter, QRectF(option->rect), {}, toneColor(Tone::Accent, option->palette), item ? 1 : 2, 4);
}

} // namespace keywright
