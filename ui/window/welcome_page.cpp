#include "ui/window/welcome_page.h"

#include "core/remote/server_address.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"
#include "ui/window/window_actions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 520;
constexpr int pictureSize = 64;

QLabel *plain(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(WindowActions &actions, QWidget *parent) : QWidget(parent), problem_(new InlineMessage(this)) {
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    auto *picture = new QLabel(middle);
    picture->setPixmap(applicationIcon().pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
    picture->setAccessibleName(u"Keywright"_s);
    column->addWidget(picture);
    auto *title = plain(tr("Welcome to Keywright"), middle);
    markTitle(title);
    column->addWidget(title);
    auto *sentence = plain(tr("Issue, find, rotate and revoke API keys. A keyring is a set of keys under one policy: a "
                              "file on this computer, or a server's. It holds no key that could be read out of it."),
                           middle);
    markHint(sentence);
    column->addWidget(sentence);
    column->addSpacing(space::group);
    column->addWidget(problem_);
    QPushButton *first =
        offer(actions.newKeyring, tr("&New keyring…"), tr("Choose a name and the policy that its keys obey."), column);
    markPrimary(first);
    first->setIcon(themedIcon(u"plus"_s, Tone::OnFilled));
    offer(actions.openKeyring, tr("&Open a keyring…"), tr("A file that you or a colleague made before."), column);
    offer(actions.connectServer, tr("&Connect to a server…"),
          tr("Your team's keys, behind keywrightd or a service that works alike."), column);
    offer(actions.sample, tr("&Look around in a sample"), tr("In memory, with made-up keys; nothing is kept."), column);
    setFocusProxy(first);

    auto *content = new QWidget;
    auto *across = new QHBoxLayout(content);
    across->setContentsMargins(space::edge, space::edge, space::edge, space::edge);
    across->addStretch(1);
    auto *down = new QVBoxLayout;
    down->addStretch(2);
    down->addWidget(middle);
    down->addStretch(3);
    across->addLayout(down, 4);
    across->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QPushButton *WelcomePage::offer(QAction *action, const QString &title, const QString &sentence, QVBoxLayout *column) {
    auto *row = new QHBoxLayout;
    row->setSpacing(space::group);
    auto *button = new QPushButton(action->icon(), title, this);
    button->setAccessibleDescription(sentence);
    button->setMinimumWidth(220);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    auto *label = plain(sentence, this);
    markHint(label);
    label->setBuddy(button);
    row->addWidget(button);
    row->addWidget(label, 1);
    column->addLayout(row);
    return button;
}

void WelcomePage::showProblem(const Error &error, const QString &path) {
    problem_->showError(error);
    if (path.isEmpty())
        return;
    problem_->addAction(tr("&Try again"), this, [this, path] { Q_EMIT retryRequested(path); });
    if (isServerUrl(path))
        problem_->addAction(tr("&Forget this server…"), this, [this, path] { Q_EMIT forgetRequested(path); });
}

void WelcomePage::clearProblem() {
    problem_->clear();
}

} // namespace keywright
