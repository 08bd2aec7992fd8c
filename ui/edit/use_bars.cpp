#include "ui/edit/use_bars.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace keywright {
namespace {

constexpr int barsHeight = 36;
constexpr int gap = 2;

} // namespace

UseBars::UseBars(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Requests in the last 30 days"));
}

void UseBars::setDays(const QList<DayUse> &days, QDate today) {
    days_ = {};
    most_ = total_ = 0;
    for (int i = 0; i < dayCount; ++i)
        days_[std::size_t(i)].day = today.addDays(i - dayCount + 1);
    for (const DayUse &day : days) {
        const qint64 index = dayCount - 1 - day.day.daysTo(today);
        if (index < 0 || index >= dayCount)
            continue;
        days_[std::size_t(index)] = day;
        most_ = std::max(most_, day.requests);
        total_ += day.requests;
    }
    setAccessibleDescription(
        tr("%1 requests, at most %2 a day").arg(QLocale().toString(total_), QLocale().toString(most_)));
    update();
}

QSize UseBars::sizeHint() const {
    return {dayCount * 8, barsHeight};
}

void UseBars::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const double step = double(width() + gap) / dayCount;
    const QColor bar = toneColor(Tone::Accent, palette());
    const QColor none = toneColor(Tone::Border, palette());
    for (int i = 0; i < dayCount; ++i) {
        const qint64 requests = days_[std::size_t(i)].requests;
        const double part = most_ > 0 ? double(requests) / double(most_) : 0;
        const double tall = requests > 0 ? std::max(3.0, part * height()) : 1.0;
        painter.fillRect(QRectF(i * step, height() - tall, step - gap, tall), requests > 0 ? bar : none);
    }
}

int UseBars::dayAt(int x) const {
    return std::clamp(x * dayCount / std::max(1, width()), 0, dayCount - 1);
}

bool UseBars::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const DayUse &day = days_[std::size_t(dayAt(help->pos().x()))];
        QString text = tr("%1: %2 requests")
                           .arg(QLocale().toString(day.day, QLocale::ShortFormat), QLocale().toString(day.requests));
        if (day.refused > 0)
            text += tr(", %1 refused").arg(QLocale().toString(day.refused));
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace keywright
