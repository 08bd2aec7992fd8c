#include "ui/revoke/act_dialog.h"

#include "core/model/api_key.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QVBoxLayout>

namespace keywright {
namespace {

constexpr int dialogWidth = 480;

} // namespace

ActDialog::ActDialog(const QString &title, QWidget *parent)
    : QDialog(parent), scroll_(new QScrollArea(this)), content_(new QWidget), column_(new QVBoxLayout(content_)),
      message_(new InlineMessage(this)), state_(new QLabel(this)), cancel_(new QPushButton(tr("&Cancel"), this)),
      act_(new QPushButton(this)), buttons_(new QHBoxLayout) {
    setWindowTitle(title);
    setModal(true);
    column_->setContentsMargins(space::edge, space::edge, space::edge, space::inside);
    column_->setSpacing(space::group);
    scroll_->setWidget(content_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    markHint(state_);
    state_->setTextFormat(Qt::PlainText);

    buttons_->setContentsMargins(space::edge, space::inside, space::edge, space::edge);
    buttons_->setSpacing(space::inside);
    buttons_->addWidget(state_, 1);
    buttons_->addWidget(cancel_);
    buttons_->addWidget(act_);
    auto *messageRow = new QHBoxLayout;
    messageRow->setContentsMargins(space::edge, 0, space::edge, 0);
    messageRow->addWidget(message_);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(scroll_, 1);
    rows->addLayout(messageRow);
    rows->addLayout(buttons_);

    cancel_->setObjectName(QStringLiteral("cancel"));
    cancel_->setDefault(true);
    act_->setObjectName(QStringLiteral("act"));
    act_->setAutoDefault(false);
    connect(cancel_, &QPushButton::clicked, this, &ActDialog::reject);
    connect(act_, &QPushButton::clicked, this, [this] {
        clearMessage();
        act();
    });
}

void ActDialog::reject() {
    if (!busy_)
        QDialog::reject();
}

void ActDialog::addKey(const ApiKey &key) {
    auto *name = new QLabel(key.name.isEmpty() ? tr("(no name)") : key.name, content_);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    markTitle(name);
    auto *preview = new QLabel(previewText(key.preview), content_);
    preview->setTextFormat(Qt::PlainText);
    preview->setFont(fixedFont());
    auto *both = new QVBoxLayout;
    both->setSpacing(space::tight);
    both->addWidget(name);
    both->addWidget(preview);
    column_->addLayout(both);
}

QLabel *ActDialog::addText(const QString &text, void (*role)(QLabel *)) {
    auto *label = new QLabel(text, content_);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (role)
        role(label);
    column_->addWidget(label);
    label->show(); // added to a dialog that stands already, it would only count later
    return label;
}

QLabel *ActDialog::addQuestion(const QString &question) {
    QLabel *label = addText(question);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    setAccessibleDescription(question);
    cancel_->setAccessibleDescription(question);
    return label;
}

void ActDialog::addRow(QWidget *row) {
    column_->addWidget(row);
}

void ActDialog::setAct(const QString &text, Danger danger) {
    act_->setText(text);
    if (danger == Danger::Destroys)
        markDanger(act_);
    else
        markPrimary(act_);
}

void ActDialog::setBusy(bool busy, const QString &what) {
    busy_ = busy;
    content_->setEnabled(!busy);
    cancel_->setEnabled(!busy);
    act_->setEnabled(!busy);
    state_->setText(busy ? what : QString());
}

void ActDialog::showError(const Error &error) {
    message_->showError(error);
    fitToScreen();
}

void ActDialog::clearMessage() {
    message_->clear();
}

void ActDialog::showEvent(QShowEvent *event) {
    QDialog::showEvent(event);
    if (!fitted_ && !event->spontaneous()) {
        fitted_ = true;
        fitToScreen();
        orderTabs();
        cancel_->setFocus();
    }
}

void ActDialog::orderTabs() {
    // The rows were made after the buttons, but stand above them.
    QList<QWidget *> order = content_->findChildren<QWidget *>();
    order << cancel_ << act_;
    QWidget *before = nullptr;
    for (QWidget *each : std::as_const(order)) {
        if ((each->focusPolicy() & Qt::TabFocus) == 0 || each->window() != this)
            continue;
        if (before)
            setTabOrder(before, each);
        before = each;
    }
}

void ActDialog::fitToScreen() {
    const QSize room = screen()->availableSize() - QSize(space::edge, 2 * space::edge);
    const int width = std::min(std::max(this->width(), dialogWidth), room.width());
    // Counted as if the bar stood there: a pixel short would bring it, and wrap more lines under the buttons.
    const int across = width - scroll_->verticalScrollBar()->sizeHint().width();
    const QLayout *rows = content_->layout();
    const int content = space::inside + (rows->hasHeightForWidth() ? rows->totalHeightForWidth(across)
                                                                   : rows->totalSizeHint().height());
    const int message = message_->isHidden() ? 0 : message_->heightForWidth(width - 2 * space::edge);
    const int rest = buttons_->sizeHint().height() + message;
    resize(width, std::min(content + rest, room.height()));
}

} // namespace keywright
