#include "ui/keys/key_table.h"

#include "ui/keys/key_delegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace keywright {

namespace {

constexpr int narrowestName = 144;
constexpr int actionsWidth = 40;

/// How wide a column stands at first: all that a policy shows fit into the window's first size.
int widthOf(KeyColumn column) {
    switch (column) {
    case KeyColumn::Name:
        return 200;
    case KeyColumn::Key:
        return 144;
    case KeyColumn::Status:
        return 108;
    case KeyColumn::Created:
    case KeyColumn::Spend:
    case KeyColumn::LastUsed:
    case KeyColumn::Owner:
        return 104;
    case KeyColumn::Expires:
        return 96;
    case KeyColumn::Scopes:
    case KeyColumn::Requests:
        return 88;
    }
    return 100;
}

bool policyHas(const KeyPolicy &policy, KeyColumn column) {
    switch (column) {
    case KeyColumn::Expires:
        return policy.expiry || policy.testKey || (policy.rotate && policy.rotate->grace);
    case KeyColumn::Spend:
        return policy.spend.has_value();
    default:
        return true;
    }
}

bool shownAtFirst(const KeyPolicy &policy, KeyColumn column) {
    switch (column) {
    case KeyColumn::Scopes:
        return policy.scopes.choose;
    case KeyColumn::Owner:
    case KeyColumn::Requests:
        return false;
    default:
        return true;
    }
}

} // namespace

KeyTable::KeyTable(KeyListModel &model, QWidget *parent) : QTableView(parent), model_(model) {
    setModel(&model);
    setItemDelegate(new KeyDelegate(this));
    setAccessibleName(tr("Keys"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setCompact(false);
    setUpHeader();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &KeyTable::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &KeyTable::restore);
    connect(&model, &KeyListModel::rowsSettled, this, &KeyTable::moveOn);
    connect(&model, &QAbstractItemModel::dataChanged, this, &KeyTable::moveOn);
    for (const auto moved : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, moved, this, &KeyTable::placesMoved, Qt::QueuedConnection);
}

void KeyTable::setUpHeader() {
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->moveSection(int(KeyColumn::Expires), int(KeyColumn::Status) + 1); // what matters most stands first
    header->moveSection(int(KeyColumn::LastUsed), int(KeyColumn::Status) + 2);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(56);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column <= int(KeyColumn::Spend); ++column)
        setColumnWidth(column, widthOf(KeyColumn(column)));
    setColumnWidth(KeyListModel::actionsColumn, actionsWidth);
    header->setSectionResizeMode(KeyListModel::actionsColumn, QHeaderView::Fixed);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setSortIndicator(int(KeyColumn::Created), Qt::DescendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (column <= int(KeyColumn::Spend))
            Q_EMIT sortChosen(KeyColumn(column), order == Qt::DescendingOrder);
        else
            horizontalHeader()->setSortIndicator(int(model_.view().sort),
                                                 model_.view().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (column != int(KeyColumn::Name))
            fitName();
        Q_EMIT columnsChanged();
        Q_EMIT placesMoved();
    });
    connect(header, &QHeaderView::sectionMoved, this, &KeyTable::columnsChanged);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this](QPoint at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(horizontalHeader()->mapToGlobal(at));
    });
}

// Columns

void KeyTable::setPolicy(const KeyPolicy &policy) {
    offered_.clear();
    for (int column = 0; column <= int(KeyColumn::Spend); ++column) {
        offered_.append(policyHas(policy, KeyColumn(column)));
        setColumnHidden(column, !offered_.last() || !shownAtFirst(policy, KeyColumn(column)));
    }
    fitName();
}

QByteArray KeyTable::columnState() const {
    return horizontalHeader()->saveState();
}

void KeyTable::restoreColumns(const QByteArray &state) {
    QHeaderView *header = horizontalHeader();
    const QSignalBlocker quiet(header);
    if (state.isEmpty() || !header->restoreState(state))
        return;
    for (int column = 0; column < offered_.size(); ++column)
        if (!offered_[column])
            setColumnHidden(column, true);
    setColumnHidden(int(KeyColumn::Name), false);
    fitName();
}

void KeyTable::fillColumnMenu(QMenu &menu) {
    for (int column = 1; column < offered_.size(); ++column) { // the name always stands
        if (!offered_[column])
            continue;
        QAction *action = menu.addAction(model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            fitName();
            Q_EMIT columnsChanged();
        });
    }
}

void KeyTable::setCompact(bool on) {
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(on ? space::compactRow : space::row);
    Q_EMIT placesMoved();
}

/// The name takes what the other columns leave.
void KeyTable::fitName() {
    int others = 0;
    for (int column = 1; column < model_.columnCount(); ++column)
        others += isColumnHidden(column) ? 0 : columnWidth(column);
    setColumnWidth(int(KeyColumn::Name), std::max(narrowestName, viewport()->width() - others));
}

// Selection by key

QList<KeyId> KeyTable::selectedKeys() const {
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::ranges::sort(rows);
    QList<KeyId> ids;
    for (const int row : rows)
        ids.append(model_.idAt(row));
    return ids;
}

int KeyTable::selectedCount() const {
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

void KeyTable::selectKeys(const QList<KeyId> &ids) {
    QItemSelection selection;
    const QList<int> rows = model_.rowsOf(ids);
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.select(model_.index(rows[i], 0), model_.index(rows[end - 1], model_.columnCount() - 1));
        i = end;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

KeyId KeyTable::currentKey() const {
    return model_.idAt(currentIndex().row());
}

void KeyTable::goTo(const KeyId &id) {
    const int row = model_.rowOf(id);
    wanted_ = row < 0 ? id : KeyId{};
    if (row >= 0)
        makeCurrent(row, true);
}

void KeyTable::makeCurrent(int row, bool select) {
    const QModelIndex index = model_.index(row, std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(index, select ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows
                                                    : QItemSelectionModel::NoUpdate);
    scrollTo(index);
}

void KeyTable::remember() {
    place_ = {.current = currentKey(),
              .top = model_.idAt(rowAt(0)),
              .row = currentIndex().row(),
              .topOffset = rowViewportPosition(rowAt(0)),
              .selected = selectedKeys()};
    if (verticalScrollBar()->value() == 0)
        place_.top = {}; // at the top one stays at the top
}

void KeyTable::restore() {
    selectKeys(place_.selected);
    const int row = model_.rowOf(place_.current);
    if (row >= 0)
        selectionModel()->setCurrentIndex(model_.index(row, 0), QItemSelectionModel::NoUpdate);
    else if (place_.row >= 0 && model_.rowCount() > 0)
        selectionModel()->setCurrentIndex(model_.index(std::min(place_.row, model_.rowCount() - 1), 0),
                                          QItemSelectionModel::NoUpdate);
    const int top = model_.rowOf(place_.top);
    if (top >= 0)
        verticalScrollBar()->setValue(top * verticalHeader()->defaultSectionSize() - place_.topOffset);
    Q_EMIT placesMoved();
}

void KeyTable::moveOnAfter(const QList<KeyId> &ids) {
    leaving_ = ids;
}

/// Goes to a key that was waited for, and on from one that was revoked.
void KeyTable::moveOn() {
    if (!wanted_.isEmpty() && model_.rowOf(wanted_) >= 0)
        goTo(KeyId(wanted_));
    if (leaving_.isEmpty())
        return;
    const Instant now = model_.words().now;
    const bool gone = std::ranges::all_of(leaving_, [&](const KeyId &id) {
        const auto key = model_.keyOf(id);
        return !key || !isActive(*key, now);
    });
    if (!gone)
        return;
    const QList<int> rows = model_.rowsOf(std::exchange(leaving_, {}));
    const int next = rows.isEmpty() ? currentIndex().row() : rows.last() + 1;
    if (model_.rowCount() > 0)
        makeCurrent(std::clamp(next, 0, model_.rowCount() - 1), true);
}

void KeyTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void KeyTable::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the whole row shows that it has the keyboard
    Q_EMIT selectionMoved();
}

// Keys and mouse

void KeyTable::keyPressEvent(QKeyEvent *event) {
    const QList<KeyId> chosen = selectedKeys(); // a screen reader selects without moving the current row
    const KeyId current = chosen.size() == 1 ? chosen.first() : currentKey();
    const auto with = [&](auto signal) {
        if (!chosen.isEmpty())
            Q_EMIT(this->*signal)(chosen);
    };
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (event->key() == Qt::Key_Delete) {
        with(event->modifiers().testFlag(Qt::ShiftModifier) ? &KeyTable::eraseRequested : &KeyTable::revokeRequested);
    } else if (event->key() == Qt::Key_F2 && !current.isEmpty()) {
        Q_EMIT renameRequested(current);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !current.isEmpty()) {
        Q_EMIT openRequested(current);
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QTableView::keyPressEvent(event);
    }
}

QModelIndex KeyTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    if (model_.rowCount() > 0 && action == MoveHome)
        return model_.index(0, std::max(0, currentIndex().column()));
    if (model_.rowCount() > 0 && action == MoveEnd)
        return model_.index(model_.rowCount() - 1, std::max(0, currentIndex().column()));
    return QTableView::moveCursor(action, modifiers);
}

void KeyTable::keyboardSearch(const QString &text) {
    if (!text.trimmed().isEmpty())
        Q_EMIT typed(text);
}

void KeyTable::contextMenuEvent(QContextMenuEvent *event) {
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    if (!selectionModel()->isRowSelected(index.row(), {}))
        makeCurrent(index.row(), true);
    Q_EMIT menuRequested(keyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void KeyTable::mouseMoveEvent(QMouseEvent *event) {
    QTableView::mouseMoveEvent(event);
    Q_EMIT hovered(rowAt(int(event->position().y())));
}

/// A plain click opens the key; with Ctrl or Shift it selects.
void KeyTable::mouseReleaseEvent(QMouseEvent *event) {
    QTableView::mouseReleaseEvent(event);
    const int row = rowAt(int(event->position().y()));
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && row == currentIndex().row() &&
        selectedCount() == 1)
        Q_EMIT openRequested(currentKey());
}

void KeyTable::leaveEvent(QEvent *event) {
    QTableView::leaveEvent(event);
    Q_EMIT hovered(-1);
}

void KeyTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    fitName();
    Q_EMIT placesMoved();
}

void KeyTable::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    Q_EMIT placesMoved();
}

} // namespace keywright
