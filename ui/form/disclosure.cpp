#include "ui/form/disclosure.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QToolButton>

namespace keywright {

Disclosure::Disclosure(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent), button_(new QToolButton(this)), content_(content) {
    button_->setText(title);
    button_->setCheckable(true);
    button_->setAutoRaise(true);
    button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(button_, &QToolButton::toggled, this, &Disclosure::refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(button_, 0, Qt::AlignLeft);
    column->addWidget(content);
    refresh();
}

bool Disclosure::isOpen() const {
    return button_->isChecked();
}

void Disclosure::setOpen(bool open) {
    button_->setChecked(open);
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
