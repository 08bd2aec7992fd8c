#include "ui/theme/style.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace keywright {

namespace {

QColor fieldLine(const QStyleOption *option, const QWidget *widget) {
    const QPalette &palette = option->palette;
    if (isMarkedInvalid(widget))
        return toneColor(Tone::Danger, palette);
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled))
        return toneColor(Tone::Accent, palette);
    return blended(toneColor(Tone::Muted, palette), toneColor(Tone::Border, palette), 0.25);
}

qreal fieldLineWidth(const QStyleOption *option) {
    return option->state.testFlag(QStyle::State_HasFocus) ? 2 : 1;
}

} // namespace

void Style::drawFieldFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const bool readOnly = option->state.testFlag(State_ReadOnly) || !option->state.testFlag(State_Enabled);
    const QColor fill = toneColor(readOnly ? Tone::Window : Tone::Surface, option->palette);
    // The viewport of a scroll area is square and reaches into the corners.
    const qreal corner = widget && widget->inherits("QAbstractScrollArea") ? 2 : drawing::radius;
    drawing::roundedBox(painter, QRectF(option->rect), fill, fieldLine(option, widget), fieldLineWidth(option), corner);
}

void Style::drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const {
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return QProxyStyle::drawComplexControl(CC_ComboBox, option, painter, widget);
    const QPalette &palette = option->palette;
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool over = enabled && option->state.testFlag(State_MouseOver) && !combo->editable;
    QColor fill = toneColor(enabled ? Tone::Surface : Tone::Window, palette);
    if (over)
        fill = blended(toneColor(Tone::Muted, palette), fill, 0.10);
    if (combo->frame)
        drawing::roundedBox(painter, QRectF(option->rect), fill, fieldLine(option, widget), fieldLineWidth(option));
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawing::chevron(painter, arrow.translated(-space::tight, 0), QStringLiteral("chevron-down"), option);
}

void Style::drawSpin(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const {
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return QProxyStyle::drawComplexControl(CC_SpinBox, option, painter, widget);
    if (spin->frame)
        drawFieldFrame(option, painter, widget);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto part = [&](SubControl sub, QAbstractSpinBox::StepEnabledFlag step, const QString &icon) {
        QStyleOption arrow(*option);
        arrow.state.setFlag(State_Enabled, option->state.testFlag(State_Enabled) && spin->stepEnabled.testFlag(step));
        drawing::chevron(painter, subControlRect(CC_SpinBox, option, sub, widget), icon, &arrow);
    };
    part(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, QStringLiteral("chevron-up"));
    part(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, QStringLiteral("chevron-down"));
}

} // namespace keywright
