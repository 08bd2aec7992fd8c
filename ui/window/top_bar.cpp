#include "ui/window/top_bar.h"

#include "ui/theme/theme.h"
#include "ui/window/place_text.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int switcherWidest = 260;
constexpr int buttonMargins = 72; ///< icon, padding and arrow beside the name

QString withoutMnemonics(QString text) {
    return text.replace(u'&', u"&&"_s);
}

QToolButton *pageButton(QAction *action, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

TopBar::TopBar(WindowActions &actions, QWidget *parent)
    : QWidget(parent), actions_(actions),
      switcher_(new QPushButton(themedIcon(u"key"_s, Tone::Accent), QString(), this)), switcherMenu_(new QMenu(this)),
      pages_(new QWidget(this)), keysPage_(pageButton(actions.keysPage, pages_)),
      activityPage_(pageButton(actions.activityPage, pages_)), testKey_(new QPushButton(this)),
      create_(new QPushButton(themedIcon(u"plus"_s, Tone::OnFilled), QString(), this)), menu_(new QToolButton(this)) {
    auto *group = new QActionGroup(this);
    for (QAction *page : {actions.keysPage, actions.activityPage}) {
        page->setCheckable(true);
        group->addAction(page);
    }
    auto *pageRow = new QHBoxLayout(pages_);
    pageRow->setContentsMargins(0, 0, 0, 0);
    pageRow->setSpacing(space::tight);
    pageRow->addWidget(keysPage_);
    pageRow->addWidget(activityPage_);
    testKey_->setIcon(themedIcon(u"flask"_s));
    markPrimary(create_);
    create_->setObjectName(u"createButton"_s);
    testKey_->setObjectName(u"testKeyButton"_s);
    connect(create_, &QPushButton::clicked, actions.createKey, &QAction::trigger);
    connect(testKey_, &QPushButton::clicked, actions.createTestKey, &QAction::trigger);
    buildSwitcher();
    buildMenu();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, space::inside, space::group, space::inside);
    row->setSpacing(space::inside);
    row->addWidget(switcher_);
    row->addSpacing(space::inside);
    row->addWidget(pages_);
    row->addStretch(1);
    row->addWidget(menu_);
    row->addWidget(testKey_);
    row->addWidget(create_);
    setNoKeyring();
}

void TopBar::buildSwitcher() {
    switcher_->setObjectName(u"keyringSwitcher"_s);
    markQuiet(switcher_);
    QFont bold = switcher_->font();
    bold.setWeight(QFont::DemiBold);
    switcher_->setFont(bold);
    switcher_->setMenu(switcherMenu_);
    switcher_->setMaximumWidth(switcherWidest);
    switcher_->setToolTip(tr("Switch to another keyring"));
}

void TopBar::buildMenu() {
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addActions({actions_.palette, actions_.search});
    menu->addSeparator();
    menu->addActions({actions_.backup, actions_.restore, actions_.check, actions_.developerApi, actions_.closeKeyring,
                      actions_.forgetServer});
    menu->addSeparator();
    menu->addActions({actions_.settings, actions_.shortcuts, actions_.whereIsMyData, actions_.about});
    menu->addSeparator();
    menu->addAction(actions_.quit);
    menu_->setObjectName(u"menuButton"_s);
    menu_->setIcon(themedIcon(u"menu"_s));
    menu_->setMenu(menu);
    menu_->setPopupMode(QToolButton::InstantPopup);
    menu_->setAutoRaise(true);
    menu_->setFocusPolicy(Qt::TabFocus);
    menu_->setShortcut(QKeySequence(Qt::Key_F10));
    menu_->setToolTip(tr("Menu (F10)"));
    menu_->setAccessibleName(tr("Menu"));
}

void TopBar::setKeyringName(const QString &name) {
    name_ = name;
    elideName();
}

void TopBar::elideName() {
    const QString shown = name_.isEmpty() ? tr("Keyrings") : name_;
    const QString fits = switcher_->fontMetrics().elidedText(shown, Qt::ElideRight, switcherWidest - buttonMargins);
    switcher_->setText(withoutMnemonics(fits));
    switcher_->setAccessibleName(name_.isEmpty() ? tr("Keyrings") : tr("Keyring: %1").arg(name_));
}

void TopBar::setSituation(const Situation &situation) {
    const KeyPolicy &policy = *situation.policy;
    const auto offer = [&situation](QPushButton *button, QAction *action, Action act) {
        const Permit verdict = permit(act, situation);
        const bool there = verdict.verdict != Permit::Verdict::Absent;
        button->setVisible(there);
        button->setEnabled(verdict.allowed());
        button->setToolTip(verdict.reason);
        button->setAccessibleDescription(verdict.reason);
        action->setVisible(there);
        action->setEnabled(verdict.allowed());
    };
    pages_->show();
    const QString create = policyWords(policy, policy.create.open);
    create_->setText(withoutMnemonics(create));
    create_->setAccessibleName(create);
    actions_.createKey->setText(withoutMnemonics(create));
    offer(create_, actions_.createKey, Action::Create);
    if (!policy.testKey) {
        testKey_->hide();
        actions_.createTestKey->setVisible(false);
        actions_.createTestKey->setEnabled(false);
        return;
    }
    const QString test = withoutMnemonics(policyWords(policy, policy.testKey->button));
    testKey_->setText(test);
    actions_.createTestKey->setText(test);
    offer(testKey_, actions_.createTestKey, Action::CreateTest);
}

void TopBar::setNoKeyring() {
    setKeyringName(QString());
    for (QWidget *widget : {pages_, static_cast<QWidget *>(testKey_), static_cast<QWidget *>(create_)})
        widget->hide();
}

void TopBar::setRecent(const QStringList &paths, const QString &current) {
    switcherMenu_->clear();
    for (const QString &path : paths) {
        QAction *choice = switcherMenu_->addAction(withoutMnemonics(placeName(path)));
        choice->setToolTip(placeDetail(path));
        choice->setCheckable(true);
        choice->setChecked(path == current);
        connect(choice, &QAction::triggered, this, [this, path] { Q_EMIT placeChosen(path); });
    }
    switcherMenu_->setToolTipsVisible(true);
    if (!paths.isEmpty())
        switcherMenu_->addSeparator();
    switcherMenu_->addActions({actions_.newKeyring, actions_.openKeyring, actions_.connectServer, actions_.sample});
}

void TopBar::showPage(int page) {
    (page == 0 ? actions_.keysPage : actions_.activityPage)->setChecked(true);
}

void TopBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Surface, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColor(Tone::Border, palette()));
}

void TopBar::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    elideName();
}

} // namespace keywright
