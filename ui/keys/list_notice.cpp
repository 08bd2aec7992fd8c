#include "ui/keys/list_notice.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace keywright {

namespace {

QLabel *plainLabel(QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

ListNotice::ListNotice(QWidget *parent)
    : QWidget(parent), title_(plainLabel(this)), text_(plainLabel(this)), action_(new QPushButton(this)) {
    markTitle(title_);
    markHint(text_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::edge, space::edge, space::edge, space::edge);
    column->setSpacing(space::inside);
    column->addStretch(2);
    column->addWidget(title_);
    column->addWidget(text_);
    column->addSpacing(space::inside);
    column->addWidget(action_, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(action_, &QPushButton::clicked, this, &ListNotice::actionPressed);
}

void ListNotice::say(const QString &title, const QString &text, const QString &action, bool primary) {
    title_->setText(title);
    title_->setVisible(!title.isEmpty());
    text_->setText(text);
    text_->setVisible(!text.isEmpty());
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    if (primary)
        markPrimary(action_);
    else
        unmark(action_);
}

QString ListNotice::text() const {
    return title_->text() + u'\n' + text_->text();
}

} // namespace keywright
