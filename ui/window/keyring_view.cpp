#include "ui/window/keyring_view.h"

#include "core/keyring/reply.h"
#include "ui/activity/activity_view.h"
#include "ui/create/create_flow.h"
#include "ui/edit/key_sidebar.h"
#include "ui/form/inline_message.h"
#include "ui/keys/keys_page.h"
#include "ui/revoke/key_commands.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/head_watch.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int rightWidth = 360;
const QString splitterState = QStringLiteral("right_width");

} // namespace

KeyringView::KeyringView(const Desk &desk, QWidget *window, QWidget *parent)
    : QWidget(parent), desk_(desk), window_(window), message_(new InlineMessage(this)),
      situation_(new InlineMessage(this)), pages_(new QStackedWidget(this)), splitter_(new QSplitter(Qt::Horizontal)),
      right_(new QStackedWidget), keys_(new KeysPage(desk_, splitter_)), commands_(new KeyCommands(desk_, window)),
      create_(new CreateFlow(desk_, window)), head_(new HeadWatch(desk_, this)) {
    build();
    connectKeys();
    connectCommands();
    connect(head_, &HeadWatch::suspicious, this, [this](const QString &what) {
        message_->showText(InlineMessage::Kind::Error, what);
        message_->addAction(tr("&Show the log"), this, [this] { showPage(Log); });
        message_->addAction(tr("&I know why"), this, [this] {
            message_->clear();
            head_->acceptCurrent();
        });
    });
    connect(&desk_.keyring, &Keyring::infoChanged, this, &KeyringView::tellSituation);
    tellSituation();
}

KeyringView::~KeyringView() {
    // They belong to the window, but hold this view's desk.
    delete commands_;
    delete create_;
}

void KeyringView::build() {
    message_->setClosable(true);
    message_->setGapAbove(space::inside);
    situation_->setGapAbove(space::inside);
    right_->hide();
    splitter_->setHandleWidth(1);
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(keys_);
    splitter_->addWidget(right_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    pages_->addWidget(splitter_);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(space::group, 0, space::group, 0);
    bars->setSpacing(0);
    bars->addWidget(situation_);
    bars->addWidget(message_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bars);
    column->addWidget(pages_, 1);
}

void KeyringView::connectKeys() {
    connect(keys_, &KeysPage::createRequested, this, &KeyringView::createKey);
    connect(keys_, &KeysPage::testKeyRequested, this, &KeyringView::createTestKey);
    connect(keys_, &KeysPage::openRequested, this, &KeyringView::openKey);
    connect(keys_, &KeysPage::renameRequested, this, &KeyringView::editName);
    connect(keys_, &KeysPage::revokeRequested, commands_, &KeyCommands::revoke);
    connect(keys_, &KeysPage::eraseRequested, commands_, &KeyCommands::erase);
    connect(keys_, &KeysPage::reactivateRequested, commands_, &KeyCommands::reactivate);
    connect(keys_, &KeysPage::rotateRequested, commands_, &KeyCommands::rotate);
    connect(keys_, &KeysPage::statusText, this, &KeyringView::statusText);
}

void KeyringView::connectCommands() {
    connect(commands_, &KeyCommands::notice, this, &KeyringView::notice);
    connect(commands_, &KeyCommands::issued, create_, &CreateFlow::reveal);
    connect(commands_, &KeyCommands::failed, this, &KeyringView::showError);
    connect(create_, &CreateFlow::issuedInRow, keys_, &KeysPage::showIssuedInRow);
    connect(create_, &CreateFlow::created, this, [this](const ApiKey &key) { keys_->selectKey(key.id); });
    connect(create_, &CreateFlow::failed, this, &KeyringView::showError);
    connect(create_, &CreateFlow::sidebarDone, this, &KeyringView::closeRight);
}

KeyringView::Page KeyringView::page() const {
    return pages_->currentIndex() == 0 ? Keys : Log;
}

void KeyringView::showPage(Page page) {
    QWidget *widget = page == Keys ? static_cast<QWidget *>(splitter_) : log();
    if (pages_->currentWidget() == widget)
        return;
    pages_->setCurrentWidget(widget);
    widget->setFocus();
    Q_EMIT pageChanged(page);
}

/// Made when it is first looked at: a window starts faster without it.
ActivityView *KeyringView::log() {
    if (!log_) {
        log_ = new ActivityView(desk_, pages_);
        connect(log_, &ActivityView::openRequested, this, &KeyringView::showKey);
        pages_->addWidget(log_);
    }
    return log_;
}

KeySidebar *KeyringView::sidebar() {
    if (!sidebar_) {
        sidebar_ = new KeySidebar(desk_, right_);
        connect(sidebar_, &KeySidebar::closed, this, &KeyringView::closeRight);
        connect(sidebar_, &KeySidebar::openRequested, this, &KeyringView::showKey);
        connect(sidebar_, &KeySidebar::revokeRequested, commands_, &KeyCommands::revoke);
        connect(sidebar_, &KeySidebar::eraseRequested, commands_, &KeyCommands::erase);
        connect(sidebar_, &KeySidebar::reactivateRequested, commands_, &KeyCommands::reactivate);
        connect(sidebar_, &KeySidebar::rotateRequested, commands_, &KeyCommands::rotate);
        connect(sidebar_, &KeySidebar::replaceRequested, commands_, &KeyCommands::revokeAndReplace);
        connect(sidebar_, &KeySidebar::activityRequested, this, &KeyringView::showLogOf);
        right_->addWidget(sidebar_);
    }
    return sidebar_;
}

void KeyringView::openKey(const KeyId &id) {
    sidebar()->open(id);
    showAtRight(sidebar_);
}

void KeyringView::editName(const KeyId &id) {
    openKey(id);
    sidebar_->editName();
}

void KeyringView::showKey(const KeyId &id) {
    showPage(Keys);
    keys_->selectKey(id);
    openKey(id);
}

void KeyringView::showLogOf(const KeyId &id) {
    whenDone(desk_.keyring.details(id), this, [this, id](const Result<KeyDetails> &details) {
        if (!details)
            return showError(details.error());
        showPage(Log);
        log_->showKey(id, displayName(details->key));
    });
}

void KeyringView::createKey() {
    showPage(Keys);
    if (QWidget *fields = create_->sidebar()) {
        if (right_->indexOf(fields) < 0)
            right_->addWidget(fields);
        showAtRight(fields);
    }
    create_->createKey();
}

void KeyringView::createTestKey() {
    create_->createTestKey();
}

void KeyringView::focusSearch() {
    showPage(Keys);
    keys_->focusSearch();
}

void KeyringView::showAtRight(QWidget *widget) {
    right_->setCurrentWidget(widget);
    if (right_->isVisibleTo(splitter_))
        return;
    right_->show();
    const int wanted = desk_.settings.viewState(desk_.keyring.info().id, splitterState).toInt();
    const int width = wanted > 0 ? wanted : rightWidth;
    splitter_->setSizes({splitter_->width() - width, width});
}

void KeyringView::closeRight() {
    const bool hadFocus = right_->isAncestorOf(window()->focusWidget());
    saveState();
    right_->hide();
    if (hadFocus)
        keys_->setFocus();
}

/// What no control took: Escape.
void KeyringView::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        escape();
    else
        QWidget::keyPressEvent(event);
}

/// Closes what stands at the right, then clears the search.
void KeyringView::escape() {
    if (page() == Log)
        return showPage(Keys);
    if (!right_->isVisible())
        return keys_->clearSearchOrSelection();
    if (sidebar_ && right_->currentWidget() == sidebar_)
        sidebar_->requestClose();
    else
        closeRight();
}

QString KeyringView::unsavedText() const {
    if (create_->holdsUncopiedToken())
        return tr("A new key is on the screen that nobody has copied or saved. Once it is closed, nobody can see it "
                  "again.");
    if (sidebar_ && sidebar_->hasUnsavedChanges())
        return tr("The key at the right has changes that are not saved.");
    return {};
}

void KeyringView::showError(const Error &error) {
    message_->showError(error);
}

void KeyringView::tellSituation() {
    const KeyringInfo info = desk_.keyring.info();
    const QString banner = roleBanner(desk_.situation());
    // That what is seen may be old concerns everybody, and readers above all.
    if (info.link != Link::Live || (banner.isEmpty() && !info.writable))
        situation_->showText(InlineMessage::Kind::Warning, info.readOnlyReason);
    else if (!banner.isEmpty())
        situation_->showText(InlineMessage::Kind::Info, banner);
    else if (info.policy->manage.developerApi && !info.developerApi)
        tellDeveloperApi();
    else
        situation_->clear();
}

/// Off: those who could turn it on are not sent elsewhere.
void KeyringView::tellDeveloperApi() {
    if (!developerApiOffered_)
        return situation_->showText(InlineMessage::Kind::Info, permit(Action::Create, desk_.situation()).reason);
    situation_->showText(InlineMessage::Kind::Info,
                         tr("The Developer API is turned off for this keyring, so its keys can only be listed and "
                            "revoked. Turn it on if you run the platform."));
    situation_->addAction(tr("&Turn it on…"), this, [this] { Q_EMIT developerApiRequested(); });
}

void KeyringView::offerDeveloperApi(bool offered) {
    developerApiOffered_ = offered;
    tellSituation();
}

void KeyringView::saveState() {
    if (right_->isVisible())
        desk_.settings.setViewState(desk_.keyring.info().id, splitterState, right_->width());
}

} // namespace keywright
