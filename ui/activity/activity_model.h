// The rows of the activity page: newest first, read page by page as they are scrolled to.
#pragma once

#include "ui/desk.h"

#include <QAbstractTableModel>

namespace keywright {

enum class ActivityColumn { When, Event, Key, Actor, AuthMethod, Address };

class ActivityModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class State { Loading, Ready, Failed };
    static constexpr int columns = int(ActivityColumn::Address) + 1;

    explicit ActivityModel(Desk &desk, QObject *parent = nullptr);

    /// Asks anew; an answer to an older question is dropped.
    void setQuery(const ActivityQuery &query);
    const ActivityQuery &query() const { return query_; }
    /// Puts what was logged since on top; rows that are there stay what they are.
    void refresh();
    /// Relative times are said anew.
    void tick();

    State state() const { return state_; }
    const Error &error() const { return error_; }
    /// Whether the last entry is read.
    bool isComplete() const { return state_ == State::Ready && next_.isEmpty(); }
    const Activity &entry(int row) const { return entries_.at(row); }
    std::optional<int> rowOf(qint64 seq) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void ask(const Cursor &from);
    void answered(const Result<ActivityPage> &page, bool first);
    void putOnTop(const Result<ActivityPage> &page);
    void setState(State state);
    QString text(const Activity &entry, ActivityColumn column) const;
    QString whenText(Instant at) const;

    Desk &desk_;
    ActivityQuery query_;
    QList<Activity> entries_;
    Cursor next_;
    State state_ = State::Ready;
    Error error_;
    int question_ = 0; ///< the number of the newest question
    bool asking_ = false;
    bool refreshing_ = false;
    bool refreshAgain_ = false;
};

} // namespace keywright
