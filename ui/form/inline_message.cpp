#include "ui/form/inline_message.h"

#include "core/model/version.h"
#include "ui/form/flow_layout.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace keywright {

namespace {

constexpr int iconSize = 18;
constexpr qreal radius = 6;
constexpr int padding = 10;

Tone toneOf(InlineMessage::Kind kind) {
    switch (kind) {
    case InlineMessage::Kind::Info:
        return Tone::Info;
    case InlineMessage::Kind::Warning:
        return Tone::Warning;
    case InlineMessage::Kind::Error:
        return Tone::Danger;
    }
    return Tone::Info;
}

QString iconOf(InlineMessage::Kind kind) {
    switch (kind) {
    case InlineMessage::Kind::Info:
        return QStringLiteral("info");
    case InlineMessage::Kind::Warning:
        return QStringLiteral("warning");
    case InlineMessage::Kind::Error:
        return QStringLiteral("error");
    }
    return {};
}

QString kindName(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Invalid:
        return QStringLiteral("invalid");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::NotFound:
        return QStringLiteral("not found");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Network:
        return QStringLiteral("network");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

} // namespace

QString errorDetails(const Error &error) {
    QStringList lines{error.message, QStringLiteral("kind: ") + kindName(error.kind)};
    if (!error.technical.isEmpty())
        lines.append(QStringLiteral("technical: ") + error.technical);
    lines.append(QStringLiteral("keywright %1, Qt %2").arg(version(), QString::fromLatin1(qVersion())));
    return lines.join(u'\n');
}

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent), icon_(new QLabel(this)), text_(new QLabel(this)), actions_(new QWidget(this)),
      actionFlow_(new FlowLayout(actions_, space::inside)), close_(new QToolButton(this)) {
    icon_->setFixedSize(iconSize, iconSize);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setFocusPolicy(Qt::NoFocus);
    actions_->hide();
    close_->setAutoRaise(true);
    close_->setAccessibleName(tr("Close this message"));
    close_->hide();
    connect(close_, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });

    auto *words = new QVBoxLayout;
    words->setSpacing(space::inside);
    words->addWidget(text_);
    words->addWidget(actions_);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, padding, 12, padding);
    row->setSpacing(space::inside + 2);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(close_, 0, Qt::AlignTop);
    hide();
}

void InlineMessage::setGapAbove(int pixels) {
    gapAbove_ = pixels;
    QMargins margins = layout()->contentsMargins();
    margins.setTop(padding + gapAbove_);
    layout()->setContentsMargins(margins);
}

void InlineMessage::showText(Kind kind, const QString &text) {
    removeActions();
    kind_ = kind;
    text_->setText(text);
    refreshIcons();
    show();
    update();
    QAccessibleEvent alert(text_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InlineMessage::showProgress(const QString &text, QObject *context, std::function<void()> stop) {
    if (isProgress_)
        return text_->setText(text);
    showText(Kind::Info, text);
    addAction(tr("&Stop"), context, std::move(stop));
    isProgress_ = true;
}

void InlineMessage::showError(const Error &error) {
    showText(Kind::Error, error.message);
    addAction(tr("Copy details"), this,
              [details = errorDetails(error)] { QGuiApplication::clipboard()->setText(details); });
}

QPushButton *InlineMessage::addAction(const QString &text, QObject *context, std::function<void()> act) {
    auto *button = new QPushButton(text, actions_);
    connect(button, &QPushButton::clicked, context, [act = std::move(act)] { act(); });
    actionFlow_->addWidget(button);
    actions_->show();
    button->show(); // now, not with the next turn of the event loop: it may be given the keyboard
    return button;
}

void InlineMessage::setClosable(bool closable) {
    close_->setVisible(closable);
}

void InlineMessage::clear() {
    removeActions();
    text_->clear();
    hide();
}

QString InlineMessage::text() const {
    return text_->text();
}

void InlineMessage::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = toneColor(toneOf(kind_), palette());
    QColor line = fill;
    fill.setAlphaF(0.10F);
    line.setAlphaF(0.45F);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, gapAbove_ + 0.5, -0.5, -0.5), radius, radius);
}

void InlineMessage::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

void InlineMessage::refreshIcons() {
    icon_->setPixmap(themedIcon(iconOf(kind_), palette(), toneOf(kind_)).pixmap(iconSize, iconSize));
    close_->setIcon(themedIcon(QStringLiteral("cross"), palette(), Tone::Muted));
}

void InlineMessage::removeActions() {
    isProgress_ = false;
    while (auto *item = actionFlow_->takeAt(0)) {
        // A button may be what is being clicked: it goes once the click is over.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    actions_->hide();
}

} // namespace keywright
