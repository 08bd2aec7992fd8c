#include "ui/keys/keys_page.h"

#include "ui/form/inline_message.h"
#include "ui/keys/bulk_bar.h"
#include "ui/keys/filter_chips.h"
#include "ui/keys/filter_list.h"
#include "ui/keys/list_notice.h"
#include "ui/keys/search_field.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace keywright {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 196;
constexpr int narrow = 680; ///< below, the filters are a box above the list
const QString viewName = u"keys"_s;

} // namespace

KeysPage::KeysPage(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), model_(desk.keyring, desk.clock), identifier_(desk),
      policy_(desk.keyring.info().policy) {
    build();
    connectList();
    connectSearch();
    connectExport();
    applyPolicy();
    restoreView();
    applySettings();
    connect(&desk_.settings, &Settings::changed, this, &KeysPage::applySettings);
    connect(&desk_.keyring, &Keyring::infoChanged, this, &KeysPage::applyPolicy);
    model_.start();
}

KeysPage::~KeysPage() {
    if (saveSoon_.isActive())
        rememberView();
}

void KeysPage::build() {
    list_ = new KeyListView(desk_, model_);
    notice_ = new ListNotice;
    body_ = new QStackedWidget;
    body_->addWidget(list_);
    body_->addWidget(notice_);
    message_ = new InlineMessage;
    message_->setClosable(true);
    auto *main = new QVBoxLayout;
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    main->addWidget(buildTools());
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(space::group, 0, space::group, space::inside);
    bar->addWidget(message_);
    main->addLayout(bar);
    main->addWidget(body_, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildSide());
    row->addLayout(main, 1);
    setFocusProxy(list_->table());
    slow_.setSingleShot(true);
    saveSoon_.setSingleShot(true);
    connect(&slow_, &QTimer::timeout, this, &KeysPage::showState);
    connect(&saveSoon_, &QTimer::timeout, this, &KeysPage::rememberView);
    slow_.start(200ms); // sooner, a word about loading would only flicker
}

QWidget *KeysPage::buildSide() {
    side_ = new QWidget;
    side_->setFixedWidth(sideWidth);
    filters_ = new FilterList;
    auto *caption = new QLabel(tr("Keys"));
    markCaption(caption);
    caption->setContentsMargins(space::inside, 0, 0, 0);
    auto *column = new QVBoxLayout(side_);
    column->setContentsMargins(space::inside, space::group, space::inside, space::inside);
    column->setSpacing(space::tight);
    column->addWidget(caption);
    column->addWidget(filters_, 1);
    return side_;
}

QWidget *KeysPage::buildTools() {
    search_ = new SearchField(policy_);
    narrowFilters_ = new QComboBox;
    narrowFilters_->setAccessibleName(tr("Filter"));
    more_ = new QToolButton;
    more_->setIcon(themedIcon(u"menu-dots"_s));
    more_->setAccessibleName(tr("Columns and export"));
    more_->setToolTip(tr("Columns and export"));
    markQuiet(more_);
    chips_ = new FilterChips;
    bulk_ = new BulkBar;
    second_ = new QStackedWidget;
    second_->addWidget(chips_);
    second_->addWidget(bulk_);
    second_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::inside);
    first->addWidget(narrowFilters_);
    first->addWidget(search_, 1);
    first->addWidget(more_);
    auto *tools = new QWidget;
    auto *column = new QVBoxLayout(tools);
    column->setContentsMargins(space::group, space::inside, space::group, space::inside);
    column->setSpacing(space::inside);
    column->addLayout(first);
    column->addWidget(second_);
    return tools;
}

void KeysPage::connectList() {
    KeyTable *table = list_->table();
    connect(filters_, &FilterList::filterChosen, this, &KeysPage::setFilter);
    connect(narrowFilters_, &QComboBox::activated, this,
            [this](int index) { setFilter(KeyFilter(narrowFilters_->itemData(index).toInt())); });
    connect(table, &KeyTable::sortChosen, this, &KeysPage::askView);
    connect(table, &KeyTable::columnsChanged, this, [this] { saveSoon_.start(500ms); });
    connect(table, &KeyTable::selectionMoved, this, &KeysPage::tellCount);
    connect(&model_, &KeyListModel::rowsSettled, this, &KeysPage::showState);
    connect(&model_, &KeyListModel::phaseChanged, this, &KeysPage::showPhase);
    connect(&model_, &KeyListModel::factsChanged, this, &KeysPage::showFacts);
    connect(&model_, &QAbstractItemModel::rowsInserted, this, &KeysPage::tellCount);
    connect(table, &KeyTable::openRequested, this, &KeysPage::openRequested);
    connect(table, &KeyTable::renameRequested, this, [this](const KeyId &id) { act(KeyAct::Rename, {id}); });
    connect(table, &KeyTable::revokeRequested, this, [this](const QList<KeyId> &ids) { act(KeyAct::Revoke, ids); });
    connect(table, &KeyTable::eraseRequested, this, [this](const QList<KeyId> &ids) { act(KeyAct::Delete, ids); });
    connect(table, &KeyTable::copyRequested, this, [this] { copy(selectedKeys(), true); });
    connect(list_, &KeyListView::acted, this, &KeysPage::act);
    connect(list_, &KeyListView::said, this, &KeysPage::statusText);
    connect(bulk_, &BulkBar::chosen, this, [this](KeyAct what) { act(what, selectedKeys()); });
    connect(bulk_, &BulkBar::cleared, table, &QAbstractItemView::clearSelection);
    connect(notice_, &ListNotice::actionPressed, this, &KeysPage::noticeAction);
}

void KeysPage::connectSearch() {
    connect(search_, &SearchField::searched, this, &KeysPage::askView);
    connect(search_, &SearchField::keyPasted, &identifier_, &KeyIdentifier::identify);
    connect(search_, &SearchField::downPressed, this, [this] {
        list_->table()->setFocus();
        if (!list_->table()->currentIndex().isValid() && model_.rowCount() > 0)
            list_->table()->goTo(model_.idAt(0));
    });
    connect(list_->table(), &KeyTable::typed, this, [this](const QString &text) {
        search_->setFocus();
        search_->insert(text);
    });
    connect(chips_, &FilterChips::changed, this, &KeysPage::askView);
    connect(&identifier_, &KeyIdentifier::unknown, this,
            [this](const QString &text) { message_->showText(InlineMessage::Kind::Info, text); });
    connect(&identifier_, &KeyIdentifier::failed, message_, &InlineMessage::showError);
    connect(&identifier_, &KeyIdentifier::found, this, [this](const ApiKey &key, const QString &text) {
        search_->setText(previewText(key.preview));
        message_->showText(InlineMessage::Kind::Info, text);
        message_->addAction(tr("&Open"), this, [this, id = key.id] {
            message_->clear();
            selectKey(id);
            Q_EMIT openRequested(id);
        });
    });
}

// What is shown

void KeysPage::applyPolicy() {
    const KeyringInfo info = desk_.keyring.info();
    const bool changed = policy_ != info.policy || list_->table()->horizontalHeader()->hiddenSectionCount() == 0;
    policy_ = info.policy;
    search_->setPolicy(policy_);
    chips_->setScopes(*policy_);
    if (changed)
        list_->table()->setPolicy(*policy_);
    showFacts();
    showState();
    tellCount();
}

void KeysPage::applySettings() {
    list_->table()->setCompact(desk_.settings.compactRows());
    model_.setZone(desk_.settings.utcTimes() ? TimeZoneShown::Utc : TimeZoneShown::Local);
    askView();
}

void KeysPage::askView() {
    const QHeaderView *header = list_->table()->horizontalHeader();
    KeyView view;
    view.filter = filters_->filter();
    view.search = search_->text();
    view.owner = chips_->owner();
    view.scope = chips_->scope();
    view.sort = KeyColumn(header->sortIndicatorSection());
    view.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    view.expiringWithin = Days{desk_.settings.expiringDays()};
    view.unusedFor = Days{desk_.settings.unusedDays()};
    view.showRevoked = policy_->revoke.list == KeyPolicy::RevokedShown::Shown;
    const KeyView &before = model_.view();
    const bool sameView = view.filter == before.filter && view.search == before.search && view.owner == before.owner &&
                          view.scope == before.scope && sameOrder(view, before) &&
                          view.expiringWithin == before.expiringWithin && view.unusedFor == before.unusedFor &&
                          view.showRevoked == before.showRevoked;
    if (sameView && model_.isCurrent())
        return;
    list_->leaveIssued();
    model_.setView(view);
    saveSoon_.start(500ms);
}

void KeysPage::setFilter(KeyFilter filter) {
    filters_->setFilter(filter);
    narrowFilters_->setCurrentIndex(narrowFilters_->findData(int(filter)));
    askView();
}

void KeysPage::showFacts() {
    const Days unused = model_.view().unusedFor;
    filters_->update(*policy_, model_.facts().counts, unused);
    chips_->setOwners(model_.facts().owners);
    narrowFilters_->clear();
    for (int row = 0; row < filters_->count(); ++row)
        if (!filters_->item(row)->isHidden())
            narrowFilters_->addItem(filterTitle(KeyFilter(row), unused), row);
    narrowFilters_->setCurrentIndex(narrowFilters_->findData(int(filters_->filter())));
    tellCount();
}

void KeysPage::showPhase() {
    if (model_.phase() == KeyListModel::Phase::Failed) {
        message_->showError(model_.error());
        message_->addAction(tr("&Try again"), this, [this] {
            message_->clear();
            model_.start();
        });
    }
    showState();
}

/// The list, or the reason why it is empty.
void KeysPage::showState() {
    const bool loading = model_.phase() == KeyListModel::Phase::Loading;
    const bool undecided =
        loading ? slow_.isActive() : model_.phase() == KeyListModel::Phase::Ready && !model_.isCurrent();
    if (model_.rowCount() > 0 || undecided)
        body_->setCurrentWidget(list_);
    else
        showNothing();
    tellCount();
}

void KeysPage::showNothing() {
    const auto say = [this](const QString &title, const QString &text, const QString &action, NoticeAction what) {
        noticeAction_ = what;
        notice_->say(title, text, action, what == NoticeAction::Create);
        body_->setCurrentWidget(notice_);
    };
    const bool narrowed = !search_->text().isEmpty() || !chips_->owner().isEmpty() || !chips_->scope().isEmpty();
    if (model_.phase() == KeyListModel::Phase::Loading)
        say({}, tr("Reading the keys…"), {}, NoticeAction::None);
    else if (model_.phase() == KeyListModel::Phase::Failed)
        say(tr("The keys could not be read"), tr("What went wrong stands above."), tr("&Try again"),
            NoticeAction::Retry);
    else if (narrowed)
        say(tr("No key matches"), tr("Nothing here has all of that in its name, owner, key or ID."),
            tr("&Clear search"), NoticeAction::ClearSearch);
    else if (model_.loaded() > 0)
        say(tr("No keys under “%1”").arg(filterTitle(filters_->filter(), model_.view().unusedFor)),
            tr("No key of this keyring is in that state now."), tr("Show &all keys"), NoticeAction::ShowAll);
    else if (permit(Action::Create, desk_.situation()).allowed())
        say(tr("No keys yet"), tr("A key lets one script or integration call the API. Give each its own."),
            policyWords(*policy_, policy_->create.open), NoticeAction::Create);
    else
        say(tr("No keys yet"), tr("Why no key can be made now stands above."), {}, NoticeAction::None);
}

void KeysPage::noticeAction() {
    switch (noticeAction_) {
    case NoticeAction::Create:
        Q_EMIT createRequested();
        break;
    case NoticeAction::ClearSearch:
        search_->clear();
        chips_->clear();
        break;
    case NoticeAction::ShowAll:
        setFilter(filters_->filter() == KeyFilter::All ? KeyFilter::Revoked : KeyFilter::All);
        break;
    case NoticeAction::Retry:
        message_->clear();
        model_.start();
        break;
    case NoticeAction::None:
        break;
    }
}

void KeysPage::tellCount() {
    const int shown = model_.rowCount();
    const qint64 all = model_.loaded();
    const QLocale locale;
    const QString keys = shown == all ? tr("%Ln keys", nullptr, shown)
                                      : tr("%1 of %2 keys").arg(locale.toString(shown), locale.toString(all));
    chips_->setCount(model_.phase() == KeyListModel::Phase::Loading ? tr("%1, reading…").arg(keys) : keys);
    const int selected = list_->table()->selectedCount();
    second_->setCurrentIndex(selected > 1 ? 1 : 0);
    if (selected > 1)
        bulk_->setSelection(selected, desk_.situation());
    Q_EMIT statusText(selected > 0 ? tr("%1, %Ln selected", nullptr, selected).arg(keys) : keys);
}

// What is remembered

void KeysPage::restoreView() {
    const QVariantMap state = desk_.settings.viewState(desk_.keyring.info().id, viewName).toMap();
    if (state.isEmpty())
        return;
    list_->table()->restoreColumns(state.value(u"columns"_s).toByteArray());
    const int filter = state.value(u"filter"_s).toInt();
    if (filter >= 0 && filter < keyFilterCount)
        filters_->setFilter(KeyFilter(filter));
}

void KeysPage::rememberView() {
    saveSoon_.stop();
    desk_.settings.setViewState(
        desk_.keyring.info().id, viewName,
        QVariantMap{{u"columns"_s, list_->table()->columnState()}, {u"filter"_s, int(filters_->filter())}});
}

void KeysPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    side_->setVisible(width() >= narrow);
    narrowFilters_->setVisible(width() < narrow);
}

void KeysPage::hideEvent(QHideEvent *event) {
    QWidget::hideEvent(event);
    list_->leaveIssued();
}

} // namespace keywright
