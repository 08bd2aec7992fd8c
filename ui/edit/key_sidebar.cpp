#include "ui/edit/key_sidebar.h"

#include "core/keyring/reply.h"
#include "ui/edit/grace_text.h"
#include "ui/edit/key_actions.h"
#include "ui/edit/key_differences.h"
#include "ui/edit/key_facts.h"
#include "ui/edit/key_form.h"
#include "ui/edit/key_header.h"
#include "ui/edit/key_history.h"
#include "ui/edit/key_links.h"
#include "ui/edit/support_report.h"
#include "ui/form/inline_message.h"
#include "ui/form/status_look.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace keywright {
namespace {

constexpr int sidebarWidth = 348;
constexpr auto tick = std::chrono::seconds(30); ///< relative times are said anew

} // namespace

KeySidebar::KeySidebar(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), header_(new KeyHeader(desk, this)), bar_(new InlineMessage(this)),
      roleNotice_(new InlineMessage(this)), undelivered_(new InlineMessage(this)), grace_(new InlineMessage(this)),
      scroll_(new QScrollArea(this)), form_(new KeyForm(desk, this)), facts_(new KeyFacts(desk, this)),
      lineage_(new KeyLinks(desk, tr("Rotation"), this)), issued_(new KeyLinks(desk, tr("Keys it issued"), this)),
      history_(new KeyHistory(desk, this)), actions_(new KeyActions(desk, this)), saveRow_(buildSaveRow()) {
    setAccessibleName(tr("Details of the key"));
    setMinimumWidth(300);
    build();
    connectParts();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (isVisible() && details_)
            showDetails();
    });
    timer->start(tick);
}

QSize KeySidebar::sizeHint() const {
    return {sidebarWidth, 640};
}

void KeySidebar::build() {
    auto *top = new QVBoxLayout;
    top->setContentsMargins(space::group, space::group, space::group, space::inside);
    top->setSpacing(space::inside);
    top->addWidget(header_);
    top->addWidget(bar_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(buildContent());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(top);
    rows->addWidget(scroll_, 1);
    rows->addWidget(saveRow_);

    auto *escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QAction::triggered, this, &KeySidebar::requestClose);
    addAction(escape);
}

QWidget *KeySidebar::buildContent() {
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::group, space::inside, space::group, space::group);
    column->setSpacing(space::group);
    for (QWidget *part : std::initializer_list<QWidget *>{roleNotice_, undelivered_, grace_, form_, facts_, lineage_,
                                                          issued_, actions_, history_})
        column->addWidget(part);
    column->addStretch(1);
    return content;
}

QWidget *KeySidebar::buildSaveRow() {
    auto *row = new QWidget(this);
    discard_ = new QPushButton(tr("D&iscard"), row);
    save_ = new QPushButton(tr("&Save"), row);
    discard_->setObjectName(QStringLiteral("discard"));
    save_->setObjectName(QStringLiteral("save"));
    discard_->setAutoDefault(false);
    save_->setAutoDefault(false);
    save_->setShortcut(QKeySequence::Save);
    markPrimary(save_);
    auto *cells = new QHBoxLayout(row);
    cells->setContentsMargins(space::group, space::inside, space::group, space::group);
    cells->setSpacing(space::inside);
    cells->addStretch(1);
    cells->addWidget(discard_);
    cells->addWidget(save_);
    row->hide();
    return row;
}

void KeySidebar::connectParts() {
    connect(header_, &KeyHeader::closeRequested, this, &KeySidebar::requestClose);
    connect(form_, &KeyForm::edited, this, [this] {
        form_->judge();
        showSaveRow();
    });
    connect(save_, &QPushButton::clicked, this, &KeySidebar::save);
    connect(discard_, &QPushButton::clicked, this, &KeySidebar::discard);
    for (KeyLinks *links : {lineage_, issued_})
        connect(links, &KeyLinks::openRequested, this, &KeySidebar::openRequested);
    connect(history_, &KeyHistory::allRequested, this, [this] { Q_EMIT activityRequested(id_); });
    connect(actions_, &KeyActions::revokeRequested, this, [this] { Q_EMIT revokeRequested({id_}); });
    connect(actions_, &KeyActions::eraseRequested, this, [this] { Q_EMIT eraseRequested({id_}); });
    connect(actions_, &KeyActions::reactivateRequested, this, [this] { Q_EMIT reactivateRequested(id_); });
    connect(actions_, &KeyActions::rotateRequested, this, [this] { Q_EMIT rotateRequested(id_); });
    connect(actions_, &KeyActions::reportRequested, this, &KeySidebar::copyReport);
    connect(&desk_.keyring, &Keyring::changed, this, &KeySidebar::keysChanged);
    const auto permitsChanged = [this] {
        if (details_) {
            form_->refreshPermits();
            showDetails();
        }
    };
    connect(&desk_.keyring, &Keyring::infoChanged, this, permitsChanged);
    connect(&desk_.settings, &Settings::changed, this, permitsChanged);
}

void KeySidebar::open(const KeyId &id) {
    if (id == id_) {
        reload();
        return;
    }
    guarded([this, id] { switchTo(id); });
}

void KeySidebar::requestClose() {
    guarded([this] {
        id_ = {};
        details_.reset();
        Q_EMIT closed();
    });
}

void KeySidebar::switchTo(const KeyId &id) {
    id_ = id;
    bar_->clear();
    scroll_->ensureVisible(0, 0);
    reload();
}

void KeySidebar::editName() {
    form_->editName();
}

bool KeySidebar::hasUnsavedChanges() const {
    return details_ && form_->isChanged();
}

void KeySidebar::keysChanged(const Delta &delta) {
    if (id_.isEmpty() || saving_)
        return;
    if (delta.removals.contains(id_))
        keyGone();
    else if (delta.reload || std::ranges::any_of(delta.upserts, [this](const ApiKey &key) { return key.id == id_; }))
        reload();
}

void KeySidebar::reload() {
    whenDone(desk_.keyring.details(id_), this, [this, id = id_](const Result<KeyDetails> &details) {
        if (id != id_ || saving_)
            return;
        if (details)
            take(*details);
        else if (details.error().kind == ErrorKind::NotFound)
            keyGone();
        else
            bar_->showError(details.error());
    });
}

void KeySidebar::take(const KeyDetails &details) {
    const bool same = details_ && details_->key.id == details.key.id;
    if (same && form_->isChanged()) {
        const ApiKey before = details_->key;
        const auto mine = form_->changes().value_or(Changes{});
        if (!differencesText(before, details.key, mine).isEmpty()) {
            tellConflict(details.key);
            return;
        }
        form_->rebase(details.key);
    } else {
        form_->setKey(details.key);
    }
    details_ = details;
    scroll_->widget()->setEnabled(true);
    showDetails();
    history_->load(details.key.id);
}

void KeySidebar::showDetails() {
    header_->show(details_->key);
    facts_->show(*details_);
    const bool rotated = details_->lineage.size() > 1;
    lineage_->show(rotated ? details_->lineage : QList<ApiKey>(), details_->key.id);
    issued_->show(details_->issued, details_->key.id);
    actions_->show(details_->key);
    showHints();
    showSaveRow();
}

void KeySidebar::showHints() {
    const Situation situation = desk_.situation();
    const ApiKey &key = details_->key;
    const auto say = [](InlineMessage *message, InlineMessage::Kind kind, const QString &text) {
        if (text.isEmpty())
            message->clear();
        else if (message->isHidden() || message->text() != text)
            message->showText(kind, text);
        else
            return false;
        return !text.isEmpty();
    };
    say(roleNotice_, InlineMessage::Kind::Info, roleBanner(situation));
    const bool lost = isUndelivered(key, situation.now) && key.kind == KeyKind::Standard;
    if (say(undelivered_, InlineMessage::Kind::Warning,
            lost ? tr("Nobody has this key: it was never copied or saved, and cannot be shown again.") : QString()) &&
        permit(Action::Rotate, situation, &key).allowed())
        undelivered_->addAction(tr("Revoke and re&place…"), this, [this] { Q_EMIT replaceRequested(id_); });
    const auto state = graceState(*details_, situation.now);
    if (say(grace_, state && state->stillUsed ? InlineMessage::Kind::Warning : InlineMessage::Kind::Info,
            state ? state->text : QString()) &&
        permit(Action::Revoke, situation, &key).allowed())
        grace_->addAction(tr("Revoke now…"), this, [this] { Q_EMIT revokeRequested({id_}); });
}

void KeySidebar::showSaveRow() {
    saveRow_->setVisible(hasUnsavedChanges());
}

void KeySidebar::copyReport() {
    if (!details_)
        return;
    desk_.clipboard.copyText(supportReport(*details_, desk_.keyring.info(), desk_.clock.now()));
    bar_->showText(InlineMessage::Kind::Info, tr("The support report is copied. It holds no secret."));
    bar_->setClosable(true);
}

} // namespace keywright
