#include "ui/create/create_sidebar.h"

#include "ui/create/create_page.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace keywright {

CreateSidebar::CreateSidebar(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), column_(new QVBoxLayout(this)), close_(new QToolButton(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    addHeader();
    renew();
}

void CreateSidebar::addHeader() {
    auto *title = new QLabel(tr("New API key"), this);
    markTitle(title);
    close_->setAutoRaise(true);
    close_->setIcon(themedIcon(QStringLiteral("cross"), palette(), Tone::Muted));
    close_->setAccessibleName(tr("Close"));
    close_->setToolTip(tr("Close without saving"));
    connect(close_, &QToolButton::clicked, this, &CreateSidebar::giveUp);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(space::group, space::group, space::inside, 0);
    header->addWidget(title, 1);
    header->addWidget(close_);
    column_->addLayout(header);
}

void CreateSidebar::renew() {
    delete page_;
    page_ = new CreatePage(desk_, space::group, this);
    column_->addWidget(page_, 1);
    used_ = false;
    connect(page_, &CreatePage::givenUp, this, &CreateSidebar::giveUp);
    connect(page_, &CreatePage::made, this, [this](const Issued &issued) {
        used_ = true;
        Q_EMIT made(issued);
        Q_EMIT done();
    });
}

void CreateSidebar::start() {
    if (used_)
        renew();
    page_->focusFirst();
}

void CreateSidebar::giveUp() {
    if (page_->isBusy())
        return;
    used_ = true;
    Q_EMIT done();
}

void CreateSidebar::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        return giveUp();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()); button && !button->isCheckable())
            return button->click();
        return page_->submit();
    default:
        QWidget::keyPressEvent(event);
    }
}

void CreateSidebar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        close_->setIcon(themedIcon(QStringLiteral("cross"), palette(), Tone::Muted));
}

} // namespace keywright
