#include "ui/activity/activity_view.h"

#include "ui/activity/activity_delegate.h"
#include "ui/activity/activity_details.h"
#include "ui/activity/activity_model.h"
#include "ui/activity/chain_check.h"
#include "ui/activity/search_help.h"
#include "ui/form/clear_button.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

#include <chrono>

namespace keywright {
namespace {

constexpr auto typingPause = std::chrono::milliseconds(150);
constexpr auto tickEvery = std::chrono::seconds(30);
constexpr int roomForAddress = 860; ///< pixels of width from which on the column is shown
constexpr int roomForAuthMethod = 740;

} // namespace

ActivityView::ActivityView(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), model_(new ActivityModel(desk, this)), search_(new QLineEdit(this)),
      help_(new QToolButton(this)), check_(new QPushButton(tr("Check the &chain"), this)),
      export_(new QPushButton(tr("&Export"), this)), onlyKey_(new QPushButton(this)), grammar_(new SearchHelp(this)),
      unknown_(new InlineMessage(this)), message_(new InlineMessage(this)),
      chain_(new ChainCheck(desk, message_, this)), table_(new QTableView(this)), nothing_(new QWidget(this)),
      empty_(new QLabel(nothing_)), clear_(new QPushButton(tr("C&lear the search"), nothing_)),
      splitter_(new QSplitter(Qt::Vertical, this)), details_(new ActivityDetails(desk, this)) {
    buildTable();
    buildNothing();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, space::group, space::group, 0);
    column->setSpacing(space::inside);
    column->addWidget(buildToolbar());
    column->addWidget(grammar_);
    column->addWidget(unknown_);
    column->addWidget(message_);
    column->addWidget(nothing_, 1);
    splitter_->addWidget(table_);
    splitter_->addWidget(details_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setChildrenCollapsible(false);
    column->addWidget(splitter_, 1);
    grammar_->hide();
    details_->hide();
    buildExportMenu();
    connectParts();
    applyPermits();
    showState();
}

QWidget *ActivityView::buildToolbar() {
    auto *bar = new QWidget(this);
    search_->setPlaceholderText(tr("Search activity, for example authMethod:api_key"));
    search_->setAccessibleName(tr("Search activity"));
    addClearButton(search_, tr("Clear the search"));
    search_->addAction(themedIcon(QStringLiteral("search"), Tone::Muted), QLineEdit::LeadingPosition)
        ->setText(search_->accessibleName());
    search_->setObjectName(QStringLiteral("activitySearch"));
    help_->setIcon(themedIcon(QStringLiteral("help"), Tone::Muted));
    help_->setCheckable(true);
    help_->setAutoRaise(true);
    help_->setToolTip(tr("How to search"));
    help_->setAccessibleName(tr("How to search"));
    onlyKey_->setIcon(themedIcon(QStringLiteral("cross"), Tone::Muted));
    onlyKey_->setToolTip(tr("Show all keys again"));
    onlyKey_->setObjectName(QStringLiteral("onlyKey"));
    onlyKey_->hide();
    check_->setIcon(themedIcon(QStringLiteral("shield-check")));
    check_->setObjectName(QStringLiteral("checkChain"));
    export_->setIcon(themedIcon(QStringLiteral("export")));
    for (QPushButton *button : {check_, export_, onlyKey_, clear_})
        button->setAutoDefault(false);
    auto *cells = new QHBoxLayout(bar);
    cells->setContentsMargins({});
    cells->setSpacing(space::inside);
    cells->addWidget(search_, 1);
    cells->addWidget(help_);
    cells->addWidget(onlyKey_);
    cells->addWidget(check_);
    cells->addWidget(export_);
    return bar;
}

void ActivityView::buildTable() {
    table_->setModel(model_);
    table_->setAccessibleName(tr("Activity"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(desk_.settings.compactRows() ? space::compactRow : space::row);
    QHeaderView *header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(int(ActivityColumn::Key), QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(int(ActivityColumn::When), 17 * letter);
    header->resizeSection(int(ActivityColumn::Event), 28 * letter);
    header->resizeSection(int(ActivityColumn::Actor), 16 * letter);
    header->resizeSection(int(ActivityColumn::AuthMethod), 14 * letter);
    header->resizeSection(int(ActivityColumn::Address), 16 * letter);
    table_->setItemDelegate(new ActivityDelegate(table_));
}

void ActivityView::buildNothing() {
    empty_->setTextFormat(Qt::PlainText);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setObjectName(QStringLiteral("activityEmpty"));
    auto *column = new QVBoxLayout(nothing_);
    column->setContentsMargins(space::edge, 2 * space::edge, space::edge, space::edge);
    column->setSpacing(space::group);
    column->addWidget(empty_);
    column->addWidget(clear_, 0, Qt::AlignHCenter);
    column->addStretch(1);
}

void ActivityView::connectParts() {
    typing_.setSingleShot(true);
    typing_.setInterval(typingPause);
    connect(search_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(&typing_, &QTimer::timeout, this, &ActivityView::search);
    connect(search_, &QLineEdit::returnPressed, this, &ActivityView::search);
    connect(help_, &QToolButton::toggled, grammar_, &QWidget::setVisible);
    connect(grammar_, &SearchHelp::termChosen, this, &ActivityView::typeTerm);
    connect(onlyKey_, &QPushButton::clicked, this, &ActivityView::showAll);
    connect(clear_, &QPushButton::clicked, this, [this] {
        search_->clear();
        showAll();
    });
    connect(check_, &QPushButton::clicked, chain_, &ChainCheck::start);
    connect(chain_, &ChainCheck::runningChanged, this, &ActivityView::applyPermits);
    connect(chain_, &ChainCheck::showEntryRequested, this, &ActivityView::showBroken);
    connect(model_, &ActivityModel::stateChanged, this, &ActivityView::showState);
    connect(table_, &QTableView::activated, this, [this](const QModelIndex &index) { showEntry(index.row()); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && details_->isVisible())
            showEntry(index.row());
    });
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex &index) { showEntry(index.row()); });
    connect(details_, &ActivityDetails::closeRequested, this, &ActivityView::hideEntry);
    connect(details_, &ActivityDetails::openKeyRequested, this, &ActivityView::openRequested);
    connect(&desk_.keyring, &Keyring::changed, this, &ActivityView::keysChanged);
    connect(&desk_.keyring, &Keyring::infoChanged, this, &ActivityView::applyPermits);
    connect(&desk_.settings, &Settings::changed, model_, &ActivityModel::tick);
    auto *ticking = new QTimer(this);
    connect(ticking, &QTimer::timeout, model_, &ActivityModel::tick);
    ticking->start(tickEvery);
    auto *escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QAction::triggered, this, [this] { details_->isVisible() ? hideEntry() : search_->clear(); });
    addAction(escape);
}

void ActivityView::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!std::exchange(asked_, true))
        search();
    else if (std::exchange(stale_, false))
        model_->refresh();
}

void ActivityView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    table_->setColumnHidden(int(ActivityColumn::Address), width() < roomForAddress);
    table_->setColumnHidden(int(ActivityColumn::AuthMethod), width() < roomForAuthMethod);
}

void ActivityView::keysChanged() {
    if (isVisible())
        model_->refresh();
    else
        stale_ = asked_;
}

void ActivityView::applyPermits() {
    const Situation situation = desk_.situation();
    const auto apply = [&](QPushButton *button, Action action) {
        const Permit verdict = permit(action, situation);
        button->setVisible(verdict.verdict != Permit::Verdict::Absent);
        button->setEnabled(verdict.allowed());
        button->setToolTip(verdict.reason.toHtmlEscaped());
        button->setAccessibleDescription(verdict.reason);
    };
    apply(check_, Action::CheckActivity);
    apply(export_, Action::Export);
    if (chain_->isRunning())
        check_->setEnabled(false);
}

void ActivityView::showKey(const KeyId &id, const QString &name) {
    key_ = id;
    constexpr int longest = 24;
    const QString shown = name.size() > longest ? name.left(longest - 1) + u'…' : name;
    onlyKey_->setText(QString(shown).replace(u'&', QStringLiteral("&&")));
    onlyKey_->setAccessibleName(tr("Only %1. Show all keys again").arg(name));
    onlyKey_->show();
    asked_ = true;
    search();
}

void ActivityView::showAll() {
    key_ = {};
    onlyKey_->hide();
    search();
}

void ActivityView::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void ActivityView::typeTerm(const QString &term) {
    const QString before = search_->text().trimmed();
    search_->setText(before.isEmpty() ? term : before + u' ' + term);
    search_->setFocus();
}

void ActivityView::search() {
    typing_.stop();
    hideEntry();
    const QStringList unknown = parseActivitySearch(search_->text()).unknown;
    if (unknown.isEmpty())
        unknown_->clear();
    else
        unknown_->showText(
            InlineMessage::Kind::Warning,
            tr("%1 is no term of this search and is looked for as text.").arg(unknown.join(QStringLiteral(", "))));
    model_->setQuery({.text = search_->text().trimmed(), .key = key_});
}

void ActivityView::showState() {
    const bool failed = model_->state() == ActivityModel::State::Failed;
    if (failed) {
        message_->showError(model_->error());
        message_->addAction(tr("Try again"), this, [this] { search(); });
    }
    const bool none = model_->state() == ActivityModel::State::Ready && model_->rowCount() == 0;
    const bool searching = !model_->query().text.isEmpty() || !model_->query().key.isEmpty();
    empty_->setText(emptyText());
    nothing_->setVisible(none);
    clear_->setVisible(searching);
    splitter_->setVisible(!none);
}

QString ActivityView::emptyText() const {
    if (!model_->query().text.isEmpty())
        return tr("No entry matches “%1”.").arg(model_->query().text);
    return model_->query().key.isEmpty() ? tr("Nothing has happened in this keyring yet.")
                                         : tr("Nothing is logged for this key.");
}

void ActivityView::showEntry(int row) {
    if (row < 0 || row >= model_->rowCount())
        return;
    details_->show(model_->entry(row));
    if (!details_->isVisible()) {
        details_->QWidget::show();
        const int below = std::max(200, height() / 3);
        splitter_->setSizes({std::max(120, splitter_->height() - below), below});
    }
}

void ActivityView::hideEntry() {
    details_->hide();
}

} // namespace keywright
