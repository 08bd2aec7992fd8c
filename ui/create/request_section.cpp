#include "ui/create/request_section.h"

#include "ui/create/ready_request.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace keywright {

namespace {
constexpr qreal radius = 6;
}

RequestSection::RequestSection(Desk &desk, RevealedKey &key, QWidget *parent)
    : QWidget(parent), desk_(desk), key_(key), text_(new QLabel(this)) {
    auto *caption = new QLabel(tr("Try it"), this);
    markCaption(caption);
    text_->setTextFormat(Qt::PlainText);
    text_->setFont(fixedFont());
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setContentsMargins(12, 10, 12, 10);
    auto *copy = new QPushButton(tr("Copy re&quest"), this);
    copy->setToolTip(tr("The key stands in the variable: nothing secret is copied."));
    auto *withKey = new QPushButton(tr("Copy with the &key"), this);
    withKey->setToolTip(tr("Treated as a secret: it leaves the clipboard by itself."));
    connect(copy, &QPushButton::clicked, this, [this] { desk_.clipboard.copyText(text_->text()); });
    connect(withKey, &QPushButton::clicked, this, &RequestSection::copyWithKey);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::inside);
    buttons->addWidget(copy);
    buttons->addWidget(withKey);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(caption);
    column->addWidget(text_);
    column->addLayout(buttons);
}

void RequestSection::setVariable(const QString &variable) {
    text_->setText(readyRequest(desk_.keyring.info(), variable));
}

void RequestSection::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(Tone::Border, palette()));
    painter.setBrush(toneColor(Tone::Surface, palette()));
    painter.drawRoundedRect(QRectF(text_->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void RequestSection::copyWithKey() {
    if (const auto token = key_.token())
        key_.copyWithKey(readyRequestWithKey(desk_.keyring.info(), token->view()));
}

} // namespace keywright
