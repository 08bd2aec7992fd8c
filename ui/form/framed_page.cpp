#include "ui/form/framed_page.h"

#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace keywright {

namespace {

constexpr int screenMargin = 64; ///< for a title bar and a panel

int heightAt(const QWidget *widget, int width) {
    const int asked = widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
    return std::max(asked, widget->minimumSizeHint().height());
}

int mostHeight(const QWidget *window) {
    return window->screen()->availableGeometry().height() - screenMargin;
}

} // namespace

FramedPage::FramedPage(int edge, QWidget *parent)
    : QWidget(parent), scroll_(new QScrollArea(this)), inner_(new QWidget), content_(new QVBoxLayout(inner_)),
      bars_(new QWidget(this)), message_(new InlineMessage(bars_)), footer_(new QHBoxLayout) {
    content_->setContentsMargins(edge, edge, edge, space::group);
    content_->setSpacing(space::group);
    scroll_->setWidget(inner_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    footer_->setSpacing(space::inside);
    auto *bars = new QVBoxLayout(bars_);
    bars->setContentsMargins(edge, space::inside, edge, edge);
    bars->setSpacing(space::group);
    bars->addWidget(message_);
    bars->addLayout(footer_);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(scroll_, 1);
    rows->addWidget(bars_);
    inner_->installEventFilter(this);
    bars_->installEventFilter(this);
    connect(scroll_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &FramedPage::wishChanged,
            Qt::QueuedConnection);
}

int FramedPage::wishedHeight(int width) const {
    return heightAt(inner_, width) + heightAt(bars_, width);
}

int FramedPage::hiddenHeight() const {
    return scroll_->verticalScrollBar()->maximum();
}

void FramedPage::bringToFront(QWidget *widget) {
    widget->setFocus(Qt::OtherFocusReason);
    scroll_->ensureWidgetVisible(widget, 0, space::edge * 2);
}

bool FramedPage::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::LayoutRequest)
        Q_EMIT wishChanged();
    return QWidget::eventFilter(watched, event);
}

void fitToWish(QWidget *window, const FramedPage *page) {
    window->resize(window->width(), std::min(page->wishedHeight(window->width()), mostHeight(window)));
}

void growToWish(QWidget *window, const FramedPage *page) {
    if (!window->isVisible())
        return fitToWish(window, page);
    const int most = mostHeight(window);
    const int wish = page->wishedHeight(window->width());
    const int wished = std::min(std::max(wish, window->height() + page->hiddenHeight()), most);
    if (wished > window->height())
        window->resize(window->width(), wished);
}

} // namespace keywright
