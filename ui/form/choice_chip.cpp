#include "ui/form/choice_chip.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace keywright {

namespace {

constexpr int chipHeight = 32;
constexpr int sidePadding = 12;
constexpr qreal radius = 6;

QColor mixed(const QColor &over, const QColor &under, qreal share) {
    const auto mix = [share](float a, float b) { return float(share) * a + (1 - float(share)) * b; };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace

ChoiceChip::ChoiceChip(const QString &text, QWidget *parent) : QPushButton(text, parent) {
    setCheckable(true);
    setAutoExclusive(true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize ChoiceChip::sizeHint() const {
    const QSize label = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {label.width() + 2 * sidePadding, std::max(chipHeight, label.height() + 12)};
}

QSize ChoiceChip::minimumSizeHint() const {
    return sizeHint();
}

void ChoiceChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = toneColor(Tone::Accent, palette());
    const QColor surface = toneColor(Tone::Surface, palette());
    const bool hovered = isEnabled() && underMouse();
    QColor fill = surface;
    if (isChecked())
        fill = mixed(accent, surface, 0.14);
    else if (hovered || isDown())
        fill = mixed(toneColor(Tone::Text, palette()), surface, 0.05);
    const QColor line = isChecked() || hasFocus() ? accent : toneColor(Tone::Border, palette());
    const qreal width = hasFocus() ? 2 : 1;
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    painter.setPen(!isEnabled()  ? toneColor(Tone::Muted, palette())
                   : isChecked() ? accent
                                 : toneColor(Tone::Text, palette()));
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this) != 0;
    painter.drawText(rect(), Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), text());
}

void ChoiceChip::enterEvent(QEnterEvent *event) {
    QPushButton::enterEvent(event);
    update();
}

void ChoiceChip::leaveEvent(QEvent *event) {
    QPushButton::leaveEvent(event);
    update();
}

} // namespace keywright
