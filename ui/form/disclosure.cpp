#include "ui/form/disclosure.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QToolButton>

namespace keywright {

namespace {
constexpr int buttonPadding = 7; ///< so that the arrow stands where the fields begin
}

Disclosure::Disclosure(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent), button_(new QToolButton(this)), content_(content) {
    button_->setText(title);
    button_->setAutoRaise(true);
    button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(button_, &QToolButton::clicked, this, [this] {
        setOpen(!open_);
        Q_EMIT toggled(open_);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(-buttonPadding, 0, 0, 0);
    head->addWidget(button_);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(content);
    refresh();
}

void Disclosure::setOpen(bool open) {
    open_ = open;
    refresh();
}

void Disclosure::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void Disclosure::refresh() {
    const QString arrow = isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    button_->setIcon(themedIcon(arrow, palette(), Tone::Muted));
    button_->setAccessibleDescription(isOpen() ? tr("Shown") : tr("Folded away"));
    content_->setVisible(isOpen());
}

} // namespace keywright
