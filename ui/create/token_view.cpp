#include "ui/create/token_view.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace keywright {

namespace {

constexpr double scale = 1.25;
constexpr int fewestColumns = 16;
constexpr QChar bullet(u'\u2022');

QFont largeFixedFont() {
    QFont font = fixedFont();
    font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

} // namespace

TokenView::TokenView(QWidget *parent) : QWidget(parent) {
    setFont(largeFixedFont());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMasked(true);
}

void TokenView::setToken(std::shared_ptr<const Secret> token) {
    token_ = std::move(token);
    updateGeometry();
    update();
}

void TokenView::setMasked(bool masked) {
    masked_ = masked;
    // Never the token itself: whatever listens to the accessibility bus would hear it.
    setAccessibleName(masked ? tr("API key, hidden") : tr("API key, shown on the screen"));
    update();
}

TokenView::Grid TokenView::grid(int width) const {
    const QFontMetrics metrics(font());
    const int cellWidth = std::max(1, metrics.horizontalAdvance(u'0'));
    const int count = std::max(1, int(length()));
    const int widest = std::max(1, width / cellWidth);
    const int rows = (count + widest - 1) / widest;
    return {.columns = (count + rows - 1) / rows,
            .rows = rows,
            .cellWidth = cellWidth,
            .cellHeight = metrics.lineSpacing() + space::tight};
}

QSize TokenView::sizeHint() const {
    const Grid asked = grid(QWIDGETSIZE_MAX);
    return {asked.columns * asked.cellWidth, asked.cellHeight};
}

QSize TokenView::minimumSizeHint() const {
    const Grid asked = grid(0);
    return {fewestColumns * asked.cellWidth, asked.cellHeight};
}

bool TokenView::hasHeightForWidth() const {
    return true;
}

int TokenView::heightForWidth(int width) const {
    const Grid asked = grid(width);
    return asked.rows * asked.cellHeight;
}

void TokenView::paintEvent(QPaintEvent *) {
    if (!token_)
        return;
    QPainter painter(this);
    painter.setPen(toneColor(masked_ ? Tone::Muted : Tone::Text, palette()));
    const Grid cells = grid(width());
    const QByteArrayView bytes = token_->view();
    for (int i = 0; i < int(bytes.size()); ++i) {
        const QRect cell((i % cells.columns) * cells.cellWidth, (i / cells.columns) * cells.cellHeight, cells.cellWidth,
                         cells.cellHeight);
        // One character at a time: the whole token never becomes a string.
        painter.drawText(cell, Qt::AlignCenter, masked_ ? bullet : QChar(QLatin1Char(bytes[i])));
    }
}

} // namespace keywright
