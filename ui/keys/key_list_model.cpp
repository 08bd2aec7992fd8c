#include "ui/keys/key_list_model.h"

#include "core/index/row_set.h"

#include <algorithm>

namespace keywright {

using namespace std::chrono_literals;

namespace {

constexpr auto settleFirst = 60ms; ///< a keyring read in less is shown in its final order at once
constexpr auto countWhileLoading = 400ms;
constexpr auto retryAfter = 5ms;
constexpr auto longestSleep = 60s; ///< so that a clock that was set, or a sleep, is noticed
constexpr qsizetype fewRemovals = 32;
constexpr qsizetype cachedKeys = 400;

} // namespace

KeyListModel::KeyListModel(Keyring &keyring, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), keyring_(keyring), clock_(clock),
      shared_(std::make_shared<SharedIndex>(keyring.info().policy)), loader_(keyring), questions_(shared_) {
    connect(&loader_, &KeyLoader::started, this, &KeyListModel::beginAnew);
    connect(&loader_, &KeyLoader::pageRead, this, &KeyListModel::addPage);
    connect(&loader_, &KeyLoader::changed, this, &KeyListModel::addChange);
    connect(&loader_, &KeyLoader::finished, this, &KeyListModel::finishLoading);
    connect(&loader_, &KeyLoader::failed, this, &KeyListModel::fail);
    connect(&questions_, &KeyQuestions::answered, this, &KeyListModel::install);
    connect(&questions_, &KeyQuestions::factsKnown, this, &KeyListModel::learn);
    connect(&questions_, &KeyQuestions::idle, this, &KeyListModel::applyWaiting);
    const auto once = [this](QTimer &timer, auto interval, auto slot) {
        timer.setSingleShot(true);
        timer.setInterval(interval);
        connect(&timer, &QTimer::timeout, this, slot);
    };
    once(retry_, retryAfter, &KeyListModel::applyWaiting);
    once(firstRows_, settleFirst, &KeyListModel::ask);
    once(countSoon_, countWhileLoading, &KeyListModel::askFacts);
    once(boundary_, longestSleep, &KeyListModel::wakeAtBoundary);
    connect(&minute_, &QTimer::timeout, this, &KeyListModel::repaint);
    minute_.start(60s);
}

void KeyListModel::start() {
    loader_.start();
}

// Loading and following

void KeyListModel::beginAnew() {
    replaceRows({}); // while the old keys are there: views ask which ones they showed
    shared_ = std::make_shared<SharedIndex>(keyring_.info().policy);
    questions_.setIndex(shared_);
    waitingPages_.clear();
    waitingChanges_.clear();
    allRead_ = false;
    counted_ = 0;
    current_ = false;
    setPhase(Phase::Loading);
}

void KeyListModel::addPage(const QList<ApiKey> &keys, qint64 total) {
    if (shared_->keys.size() == 0 && waitingPages_.isEmpty()) {
        shared_->keys.reserve(qsizetype(total));
        firstRows_.start();
    }
    waitingPages_.append(keys);
    applyWaiting();
}

void KeyListModel::addChange(const Delta &delta) {
    waitingChanges_.append(delta);
    applyWaiting();
}

void KeyListModel::finishLoading() {
    allRead_ = true;
    applyWaiting();
}

void KeyListModel::fail(const Error &error) {
    error_ = error;
    firstRows_.stop();
    setPhase(Phase::Failed);
}

/// Changes the keys, once nothing reads them off this thread; what came meanwhile waits.
void KeyListModel::applyWaiting() {
    if (questions_.isBusy())
        return; // idle() calls again
    if (!waitingPages_.isEmpty() || !waitingChanges_.isEmpty()) {
        if (!shared_->lock.tryLockForWrite())
            return retry_.start();
        const auto index = shared_;
        if (!waitingPages_.isEmpty())
            applyPage(waitingPages_.takeFirst());
        else
            apply(waitingChanges_.takeFirst());
        index->lock.unlock();
        retry_.start(0ms); // the rest after what else the window has to do
        return;
    }
    if (!allRead_ || phase_ != Phase::Loading)
        return;
    firstRows_.stop();
    countSoon_.stop();
    setPhase(Phase::Ready);
    ask();
    askFacts();
}

void KeyListModel::applyPage(const QList<ApiKey> &keys) {
    const KeyIndex::Row from = shared_->keys.endRow();
    shared_->keys.append(keys);
    questions_.forgetOrders();
    if (current_)
        appendRows(shared_->keys.matching(view_, from));
    if (!countSoon_.isActive() && shared_->keys.size() >= 2 * counted_)
        countSoon_.start();
}

void KeyListModel::apply(const Delta &delta) {
    removeRows(delta.removals);
    for (const ApiKey &key : delta.upserts)
        shared_->keys.upsert(key);
    cache_.clear();
    questions_.forgetOrders();
    repaint();
    if (!waitingChanges_.isEmpty() || phase_ != Phase::Ready)
        return;
    ask();
    askFacts();
}

// Rows

void KeyListModel::removeRows(const QList<KeyId> &ids) {
    for (const KeyId &id : ids) {
        const auto row = shared_->keys.remove(id);
        const auto place = row && ids.size() <= fewRemovals ? std::ranges::find(rows_, *row) : rows_.end();
        if (place == rows_.end())
            continue;
        const int at = int(place - rows_.begin());
        beginRemoveRows({}, at, at);
        rows_.erase(place);
        ++version_;
        endRemoveRows();
    }
    if (ids.size() <= fewRemovals)
        return;
    KeyIndex::Rows rows = rows_;
    std::erase_if(rows, [this](KeyIndex::Row row) { return !shared_->keys.holds(row); });
    replaceRows(std::move(rows));
}

void KeyListModel::appendRows(const KeyIndex::Rows &rows) {
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    rows_.insert(rows_.end(), rows.begin(), rows.end());
    ++version_;
    endInsertRows();
}

void KeyListModel::replaceRows(KeyIndex::Rows rows) {
    beginResetModel();
    rows_ = std::move(rows);
    ++version_;
    cache_.clear();
    endResetModel();
}

void KeyListModel::repaint() {
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

// Questions

void KeyListModel::setView(const KeyView &view) {
    const bool facts = view.expiringWithin != view_.expiringWithin || view.unusedFor != view_.unusedFor ||
                       view.showRevoked != view_.showRevoked;
    view_ = view;
    current_ = false;
    if (shared_->keys.size() == 0 && phase_ == Phase::Loading)
        return; // the first page asks
    ask();
    if (facts)
        askFacts();
}

void KeyListModel::ask() {
    current_ = false;
    view_.now = clock_.now();
    questions_.ask({.view = view_, .shown = rows(), .shownVersion = version_});
}

void KeyListModel::askFacts() {
    view_.now = clock_.now();
    questions_.askFacts(view_);
}

void KeyListModel::install(const KeyAnswer &answer) {
    current_ = true;
    if (answer.shownVersion != version_ || answer.changes.reset) {
        replaceRows(*answer.rows);
    } else {
        for (const RowRange &range : answer.changes.removed) {
            beginRemoveRows({}, int(range.first), int(range.first + range.count) - 1);
            const auto first = rows_.begin() + std::ptrdiff_t(range.first);
            rows_.erase(first, first + std::ptrdiff_t(range.count));
            endRemoveRows();
        }
        for (const RowRange &range : answer.changes.inserted) {
            beginInsertRows({}, int(range.first), int(range.first + range.count) - 1);
            const auto first = answer.rows->begin() + std::ptrdiff_t(range.first);
            rows_.insert(rows_.begin() + std::ptrdiff_t(range.first), first, first + std::ptrdiff_t(range.count));
            endInsertRows();
        }
        ++version_;
        repaint();
    }
    Q_EMIT rowsSettled();
}

void KeyListModel::learn(const ListFacts &facts) {
    facts_ = facts;
    counted_ = shared_->keys.size();
    wakeAtBoundary();
    Q_EMIT factsChanged();
}

void KeyListModel::wakeAtBoundary() {
    if (!facts_.nextBoundary)
        return;
    const Seconds left = *facts_.nextBoundary - clock_.now();
    if (left > 0s)
        return boundary_.start(std::min<std::chrono::milliseconds>(left, longestSleep));
    facts_.nextBoundary.reset();
    ask();
    askFacts();
}

void KeyListModel::setPhase(Phase phase) {
    phase_ = phase;
    Q_EMIT phaseChanged();
}

void KeyListModel::setZone(TimeZoneShown zone) {
    zone_ = zone;
    repaint();
}

CellWords KeyListModel::words() const {
    return {.now = clock_.now(), .expiringWithin = view_.expiringWithin, .zone = zone_};
}

// Looking up

const ApiKey &KeyListModel::cached(KeyIndex::Row row) const {
    const auto found = cache_.constFind(row);
    if (found != cache_.constEnd())
        return *found;
    if (cache_.size() >= cachedKeys)
        cache_.clear();
    return *cache_.insert(row, shared_->keys.key(row));
}

KeyId KeyListModel::idAt(int row) const {
    return row >= 0 && row < rowCount() ? shared_->keys.id(rows_[std::size_t(row)]) : KeyId{};
}

std::optional<ApiKey> KeyListModel::keyAt(int row) const {
    if (row < 0 || row >= rowCount() || !shared_->keys.holds(rows_[std::size_t(row)]))
        return std::nullopt;
    return cached(rows_[std::size_t(row)]);
}

std::optional<ApiKey> KeyListModel::keyOf(const KeyId &id) const {
    const auto row = shared_->keys.find(id);
    return row ? std::optional(shared_->keys.key(*row)) : std::nullopt;
}

int KeyListModel::rowOf(const KeyId &id) const {
    const auto row = shared_->keys.find(id);
    const auto place = row ? std::ranges::find(rows_, *row) : rows_.end();
    return place == rows_.end() ? -1 : int(place - rows_.begin());
}

QList<int> KeyListModel::rowsOf(const QList<KeyId> &ids) const {
    RowSet wanted(shared_->keys.endRow());
    for (const KeyId &id : ids)
        if (const auto row = shared_->keys.find(id))
            wanted.insert(*row);
    QList<int> places;
    for (std::size_t i = 0; i < rows_.size() && !ids.isEmpty(); ++i)
        if (wanted.contains(rows_[i]))
            places.append(int(i));
    return places;
}

// The table

int KeyListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

int KeyListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : actionsColumn + 1;
}

QVariant KeyListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto key = keyAt(index.row());
    if (!key || index.column() == actionsColumn)
        return {};
    const auto column = KeyColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*key, column, words());
    case Qt::ToolTipRole:
        return cellToolTip(*key, column, words());
    case Qt::AccessibleDescriptionRole:
        return cellToolTip(*key, column, words());
    case Qt::TextAlignmentRole:
        return column == KeyColumn::Requests ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case IconRole:
        return column == KeyColumn::Status ? listedLook(*key, words()).icon : QString();
    case ToneRole:
        return column == KeyColumn::Status ? int(listedLook(*key, words()).tone) : int(Tone::Text);
    default:
        return {};
    }
}

QVariant KeyListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section > actionsColumn)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == int(KeyColumn::Requests) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                                   : QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section == actionsColumn)
        return {};
    return columnTitle(KeyColumn(section), *keyring_.info().policy);
}

Qt::ItemFlags KeyListModel::flags(const QModelIndex &index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace keywright
