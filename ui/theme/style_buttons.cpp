#include "ui/theme/style.h"

#include <QDialogButtonBox>
#include <QPainter>
#include <QStyleOption>
#include <QVariant>

namespace keywright {

namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag) {
    return option->state.testFlag(flag);
}

bool showsFocus(const QStyleOption *option) {
    if (!has(option, QStyle::State_HasFocus))
        return false;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return has(option, QStyle::State_KeyboardFocusChange) ||
           (button && button->features.testFlag(QStyleOptionButton::DefaultButton));
}

/// How far a control under the mouse or pressed moves from its ground.
double emphasis(const QStyleOption *option) {
    if (!has(option, QStyle::State_Enabled))
        return 0.0;
    if (has(option, QStyle::State_Sunken))
        return 0.20;
    return has(option, QStyle::State_MouseOver) ? 0.10 : 0.0;
}

QColor filledColor(const QStyleOption *option, Mark mark) {
    const QPalette &palette = option->palette;
    const QColor ground = toneColor(mark == Mark::Danger ? Tone::Danger : Tone::Accent, palette);
    if (!has(option, QStyle::State_Enabled))
        return blended(toneColor(Tone::Muted, palette), toneColor(Tone::Surface, palette), 0.25);
    return blended(Qt::black, ground, emphasis(option));
}

} // namespace

void Style::drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const QPalette &palette = option->palette;
    const QRectF rect(option->rect);
    const Mark mark = markOf(widget);
    const QColor accent = toneColor(Tone::Accent, palette);
    if (mark == Mark::Primary || mark == Mark::Danger) {
        drawing::roundedBox(painter, rect, filledColor(option, mark), {});
        if (showsFocus(option))
            drawing::roundedBox(painter, rect.adjusted(2, 2, -2, -2), {}, toneColor(Tone::OnFilled, palette), 1.5,
                                drawing::radius - 2);
        return;
    }
    const bool on = has(option, State_On);
    const QColor ground = on ? palette.color(QPalette::Highlight) : toneColor(Tone::Surface, palette);
    const QColor fill = blended(toneColor(Tone::Muted, palette), ground, emphasis(option));
    QColor line = toneColor(Tone::Border, palette);
    if (mark == Mark::Quiet)
        line = QColor();
    if (on)
        line = accent;
    const bool bare = mark == Mark::Quiet && !on && emphasis(option) == 0.0;
    drawing::roundedBox(painter, rect, bare ? QColor() : fill, line);
    if (showsFocus(option))
        drawing::roundedBox(painter, rect, {}, accent, 2);
}

void Style::drawButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const {
    QStyleOptionButton label(*option);
    const Mark mark = markOf(widget);
    const bool filled = mark == Mark::Primary || mark == Mark::Danger;
    if (filled && has(option, State_Enabled))
        label.palette.setColor(QPalette::ButtonText, toneColor(Tone::OnFilled, option->palette));
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
}

void Style::drawToolPanel(const QStyleOption *option, QPainter *painter) const {
    const QPalette &palette = option->palette;
    const bool on = has(option, State_On);
    const double amount = emphasis(option);
    if (on || amount > 0) {
        const QColor ground = on ? palette.color(QPalette::Highlight) : toneColor(Tone::Surface, palette);
        drawing::roundedBox(painter, QRectF(option->rect), blended(toneColor(Tone::Muted, palette), ground, amount),
                            {});
    }
    if (showsFocus(option))
        drawing::roundedBox(painter, QRectF(option->rect), {}, toneColor(Tone::Accent, palette), 2);
}

void Style::drawTick(const QStyleOption *option, QPainter *painter, bool round) const {
    const QPalette &palette = option->palette;
    const QRectF rect(option->rect);
    const qreal corner = round ? rect.width() / 2 : 4;
    const bool enabled = has(option, State_Enabled);
    const bool on = has(option, State_On) || has(option, State_NoChange);
    const QColor muted = toneColor(Tone::Muted, palette);
    const QColor surface = toneColor(Tone::Surface, palette);
    if (!on) {
        const QColor line = enabled ? muted : blended(muted, surface, 0.4);
        drawing::roundedBox(painter, rect, blended(muted, surface, emphasis(option)), line, 1.2, corner);
    } else {
        const QColor fill = enabled ? blended(Qt::black, toneColor(Tone::Accent, palette), emphasis(option))
                                    : blended(muted, surface, 0.5);
        drawing::roundedBox(painter, rect, fill, {}, 1, corner);
        const QColor mark = toneColor(Tone::OnFilled, palette);
        if (round)
            drawing::roundedBox(painter, rect.adjusted(5, 5, -5, -5), mark, {}, 1, 3);
        else
            themedIcon(has(option, State_NoChange) ? QStringLiteral("minus") : QStringLiteral("check"), palette,
                       Tone::OnFilled)
                .paint(painter, option->rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace keywright
