#include "ui/keys/issued_row.h"

#include "ui/create/token_view.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace keywright {

using namespace std::chrono_literals;

IssuedRow::IssuedRow(Desk &desk, std::shared_ptr<RevealedKey> key, QWidget *parent)
    : QFrame(parent), desk_(desk), key_(std::move(key)), view_(new TokenView(this)), eye_(new QToolButton(this)) {
    setAccessibleName(tr("New key %1, shown this once").arg(key_->key().name));
    view_->setFont(fixedFont());
    view_->setToken(key_->token());
    auto *copy = new QToolButton(this);
    copy->setText(tr("&Copy"));
    copy->setIcon(themedIcon(QStringLiteral("copy")));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAccessibleName(tr("Copy the key"));
    auto *close = new QToolButton(this);
    close->setText(tr("D&one"));
    close->setObjectName(QStringLiteral("issuedDone"));
    close->setToolTip(tr("Hides the key. It is never shown again."));
    markQuiet(eye_);
    markQuiet(close);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::inside, 0, space::tight, 0);
    row->setSpacing(space::tight);
    row->addWidget(view_, 1, Qt::AlignVCenter);
    row->addWidget(eye_);
    row->addWidget(copy);
    row->addWidget(close);
    hide_.setSingleShot(true);
    hide_.setInterval(30s);
    connect(&hide_, &QTimer::timeout, this, [this] { setMasked(true); });
    connect(eye_, &QToolButton::clicked, this, [this] { setMasked(!view_->isMasked()); });
    connect(copy, &QToolButton::clicked, this, &IssuedRow::copy);
    connect(close, &QToolButton::clicked, this, &IssuedRow::done);
    setMasked(true);
}

void IssuedRow::copy() {
    key_->copy();
    const int seconds = desk_.settings.clipboardSeconds();
    Q_EMIT said(seconds > 0 ? tr("Copied. The clipboard is cleared in %Ln seconds.", nullptr, seconds) : tr("Copied."));
}

void IssuedRow::setMasked(bool masked) {
    view_->setMasked(masked);
    eye_->setIcon(themedIcon(masked ? QStringLiteral("eye") : QStringLiteral("eye-off")));
    const QString text = masked ? tr("Show the key") : tr("Hide the key");
    eye_->setToolTip(text);
    eye_->setAccessibleName(text);
    if (masked)
        hide_.stop();
    else
        hide_.start();
}

/// Masked again as soon as somebody looks elsewhere.
bool IssuedRow::event(QEvent *event) {
    if (event->type() == QEvent::WindowDeactivate && !view_->isMasked())
        setMasked(true);
    return QFrame::event(event);
}

void IssuedRow::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const QColor surface = toneColor(Tone::Surface, palette());
    painter.fillRect(rect(), blended(toneColor(Tone::Success, palette()), surface, 0.12));
}

} // namespace keywright
