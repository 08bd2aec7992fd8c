#include "ui/create/token_box.h"

#include "ui/create/token_view.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <chrono>

namespace keywright {

namespace {
constexpr qreal radius = 8;
}

TokenBox::TokenBox(Desk &desk, RevealedKey &key, QWidget *parent)
    : QWidget(parent), key_(key), frame_(new QWidget(this)), view_(new TokenView(frame_)),
      eye_(new QToolButton(frame_)), copy_(new QPushButton(tr("&Copy"), frame_)), state_(new QLabel(this)) {
    view_->setToken(key.token());
    eye_->setCheckable(true);
    eye_->setAutoRaise(true);
    copy_->setAccessibleName(tr("Copy the key"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    markHint(state_);

    auto *row = new QHBoxLayout(frame_);
    row->setContentsMargins(space::group, space::group, space::inside + 4, space::group);
    row->setSpacing(space::inside);
    row->addWidget(view_, 1, Qt::AlignVCenter);
    row->addWidget(eye_, 0, Qt::AlignVCenter);
    row->addWidget(copy_, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(frame_);
    column->addWidget(state_);

    hide_.setSingleShot(true);
    setShownFor(std::chrono::seconds(30));
    connect(&hide_, &QTimer::timeout, eye_, [this] { eye_->setChecked(false); });
    connect(eye_, &QToolButton::toggled, this, [this](bool shown) {
        view_->setMasked(!shown);
        shown ? hide_.start() : hide_.stop();
        refreshEye();
    });
    connect(copy_, &QPushButton::clicked, &key, &RevealedKey::copy);
    connect(&key, &RevealedKey::copied, this, [this, &desk] {
        copied_ = true;
        tellCopied(desk.clipboard.secondsLeft());
        QAccessibleEvent told(state_, QAccessible::Alert);
        QAccessible::updateAccessibility(&told);
    });
    connect(&desk.clipboard, &SecretClipboard::tick, this, &TokenBox::tellCopied);
    connect(&desk.clipboard, &SecretClipboard::secretCleared, this, &TokenBox::tellCleared);
    refreshEye();
    const int seconds = desk.settings.clipboardSeconds();
    state_->setText(seconds > 0 ? tr("A copied key leaves the clipboard after %1 s.").arg(seconds)
                                : tr("A copied key stays on the clipboard until something else is copied."));
}

void TokenBox::setShownFor(std::chrono::milliseconds span) {
    hide_.setInterval(span);
}

bool TokenBox::isMasked() const {
    return view_->isMasked();
}

void TokenBox::forget() {
    eye_->setChecked(false);
    view_->setToken({});
    frame_->setEnabled(false);
}

bool TokenBox::event(QEvent *event) {
    switch (event->type()) {
    case QEvent::WindowDeactivate:
    case QEvent::Hide:
        eye_->setChecked(false);
        break;
    case QEvent::PaletteChange:
        refreshEye();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void TokenBox::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(Tone::Border, palette()));
    painter.setBrush(toneColor(Tone::Surface, palette()));
    painter.drawRoundedRect(QRectF(frame_->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void TokenBox::refreshEye() {
    const bool shown = eye_->isChecked();
    eye_->setIcon(themedIcon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"), palette(), Tone::Muted));
    const QString text = shown ? tr("Hide the key") : tr("Show the key");
    eye_->setToolTip(text);
    eye_->setAccessibleName(text);
}

void TokenBox::tellCopied(int secondsLeft) {
    if (!copied_)
        return;
    state_->setText(secondsLeft > 0 ? tr("Copied, clears in %1 s.").arg(secondsLeft) : tr("Copied."));
}

void TokenBox::tellCleared() {
    if (copied_)
        state_->setText(tr("The key has left the clipboard."));
}

} // namespace keywright
