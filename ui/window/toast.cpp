#include "ui/window/toast.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int plainLife = 5000;
constexpr int actLife = 10000; ///< time to reach an Undo
constexpr int widest = 520;
constexpr qreal corner = 8;

} // namespace

Toast::Toast(const QString &text, const QString &actText, std::function<void()> act, QWidget *host)
    : QFrame(host), label_(new QLabel(text, this)), act_(std::move(act)) {
    setObjectName(u"toast"_s);
    setMaximumWidth(widest);
    label_->setTextFormat(Qt::PlainText);
    label_->setWordWrap(text.size() > 60);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, space::inside, space::inside, space::inside);
    row->setSpacing(space::inside);
    row->addWidget(label_, 1);
    if (act_) {
        auto *button = new QPushButton(actText, this);
        markQuiet(button);
        button->setAccessibleDescription(text);
        connect(button, &QPushButton::clicked, this, [this] {
            const auto run = std::exchange(act_, {});
            end();
            if (run)
                run();
        });
        row->addWidget(button);
    }
    auto *close = new QToolButton(this);
    close->setIcon(themedIcon(u"cross"_s, Tone::Muted));
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &Toast::end);
    row->addWidget(close);
    life_.setSingleShot(true);
    life_.setInterval(act_ ? actLife : plainLife);
    connect(&life_, &QTimer::timeout, this, [this] {
        if (isAncestorOf(window()->focusWidget()))
            life_.start();
        else
            end();
    });
}

QString Toast::text() const {
    return label_->text();
}

void Toast::announce() {
    show();
    life_.start();
    setAccessibleName(label_->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::end() {
    life_.stop();
    hide();
    Q_EMIT finished();
}

void Toast::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(toneColor(Tone::Surface, palette()));
    painter.setPen(toneColor(Tone::Border, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

void Toast::enterEvent(QEnterEvent *) {
    life_.stop();
}

void Toast::leaveEvent(QEvent *) {
    if (isVisible())
        life_.start();
}

} // namespace keywright
