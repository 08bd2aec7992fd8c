#include "ui/activity/activity_model.h"

#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/activity/activity_words.h"
#include "ui/settings/settings.h"

#include <algorithm>

namespace keywright {

ActivityModel::ActivityModel(Desk &desk, QObject *parent) : QAbstractTableModel(parent), desk_(desk) {}

void ActivityModel::setQuery(const ActivityQuery &query) {
    query_ = query;
    ++question_;
    next_ = {};
    ask({});
}

void ActivityModel::ask(const Cursor &from) {
    asking_ = true;
    if (from.isEmpty())
        setState(State::Loading);
    whenDone(desk_.keyring.activity(query_, from), this,
             [this, question = question_, first = from.isEmpty()](const Result<ActivityPage> &page) {
                 if (question == question_)
                     answered(page, first);
             });
}

void ActivityModel::answered(const Result<ActivityPage> &page, bool first) {
    // Before the rows: whoever hears of them may ask for more at once.
    next_ = page ? page->next : Cursor{};
    error_ = page ? Error{} : page.error();
    if (first) {
        beginResetModel();
        entries_.clear();
        if (page)
            entries_ = page->entries;
        endResetModel();
    } else if (page && !page->entries.isEmpty()) {
        const int from = int(entries_.size());
        beginInsertRows({}, from, from + int(page->entries.size()) - 1);
        entries_ += page->entries;
        endInsertRows();
    }
    asking_ = false;
    setState(page ? State::Ready : State::Failed);
}

void ActivityModel::refresh() {
    if (state_ == State::Failed || (state_ == State::Ready && entries_.isEmpty())) {
        setQuery(query_);
        return;
    }
    if (refreshing_) {
        refreshAgain_ = true;
        return;
    }
    refreshing_ = true;
    whenDone(desk_.keyring.activity(query_, {}), this, [this, question = question_](const Result<ActivityPage> &page) {
        refreshing_ = false;
        if (question == question_ && state_ == State::Ready)
            putOnTop(page);
        if (std::exchange(refreshAgain_, false))
            refresh();
    });
}

void ActivityModel::putOnTop(const Result<ActivityPage> &page) {
    if (!page || page->entries.isEmpty())
        return;
    const qint64 newest = entries_.isEmpty() ? 0 : entries_.front().seq;
    const auto known = std::ranges::find_if(page->entries, [&](const Activity &entry) { return entry.seq <= newest; });
    if (known == page->entries.end() || known->hash != entries_.front().hash) {
        // More than a page is new, or the log is another one.
        setQuery(query_);
        return;
    }
    const auto fresh = int(known - page->entries.begin());
    if (fresh == 0)
        return;
    beginInsertRows({}, 0, fresh - 1);
    entries_ = page->entries.first(fresh) + entries_;
    endInsertRows();
    Q_EMIT stateChanged();
}

void ActivityModel::tick() {
    if (!entries_.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(entries_.size()) - 1, 0), {Qt::DisplayRole});
}

void ActivityModel::setState(State state) {
    state_ = state;
    Q_EMIT stateChanged();
}

std::optional<int> ActivityModel::rowOf(qint64 seq) const {
    const auto found = std::ranges::find(entries_, seq, &Activity::seq);
    return found == entries_.end() ? std::nullopt : std::optional(int(found - entries_.begin()));
}

int ActivityModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(entries_.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : columns;
}

QString ActivityModel::whenText(Instant at) const {
    return instantText(at, desk_.settings.utcTimes() ? TimeZoneShown::Utc : TimeZoneShown::Local);
}

QString ActivityModel::text(const Activity &entry, ActivityColumn column) const {
    switch (column) {
    case ActivityColumn::When:
        return relativeText(entry.at, desk_.clock.now());
    case ActivityColumn::Event:
        return entry.event;
    case ActivityColumn::Key:
        return entryKeyText(entry);
    case ActivityColumn::Actor:
        return entry.actor;
    case ActivityColumn::AuthMethod:
        return entry.authMethod;
    case ActivityColumn::Address:
        return entry.address;
    }
    return {};
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Activity &entry = entries_.at(index.row());
    const auto column = ActivityColumn(index.column());
    if (role == Qt::DisplayRole)
        return text(entry, column);
    if (role == Qt::ToolTipRole)
        return column == ActivityColumn::When
                   ? QStringLiteral("%1\n%2").arg(whenText(entry.at), toRfc3339(entry.at)).toHtmlEscaped()
                   : text(entry, column).toHtmlEscaped();
    if (role == Qt::AccessibleTextRole && column == ActivityColumn::When)
        return tr("%1, %2").arg(entry.event, relativeText(entry.at, desk_.clock.now()));
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (ActivityColumn(section)) {
    case ActivityColumn::When:
        return tr("When");
    case ActivityColumn::Event:
        return tr("Event");
    case ActivityColumn::Key:
        return tr("Key");
    case ActivityColumn::Actor:
        return tr("Actor");
    case ActivityColumn::AuthMethod:
        return tr("Auth method");
    case ActivityColumn::Address:
        return tr("Address");
    }
    return {};
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && !asking_ && state_ == State::Ready && !next_.isEmpty();
}

void ActivityModel::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent))
        ask(next_);
}

} // namespace keywright
