// The list of a keyring's keys as a table: loads page by page, follows changes, and answers a view off the window's
// thread.
#pragma once

#include "ui/keys/key_cells.h"
#include "ui/keys/key_loader.h"
#include "ui/keys/key_questions.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace keywright {

class KeyListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Columns are those of KeyColumn, and one for what can be done with a row.
    static constexpr int actionsColumn = int(KeyColumn::Spend) + 1;
    enum Role { IconRole = Qt::UserRole + 1, ToneRole };
    enum class Phase { Loading, Ready, Failed };

    KeyListModel(Keyring &keyring, const Clock &clock, QObject *parent = nullptr);

    /// Loads everything (again).
    void start();
    Phase phase() const { return phase_; }
    const Error &error() const { return error_; } ///< of the failed phase

    /// Asks for a view; its `now` is set here. The rows follow through the model's signals.
    void setView(const KeyView &view);
    const KeyView &view() const { return view_; }
    /// Whether the rows shown are those of the view asked for.
    bool isCurrent() const { return current_; }
    void setZone(TimeZoneShown zone);
    CellWords words() const;

    const ListFacts &facts() const { return facts_; }
    qint64 loaded() const { return shared_->keys.size(); }

    KeyId idAt(int row) const;
    std::optional<ApiKey> keyAt(int row) const;
    std::optional<ApiKey> keyOf(const KeyId &id) const; ///< shown or not
    int rowOf(const KeyId &id) const;                   ///< -1: not shown
    QList<int> rowsOf(const QList<KeyId> &ids) const;   ///< of those shown, ascending

    /// For work off the window's thread: read the index under its lock, a little at a time.
    std::shared_ptr<SharedIndex> sharedIndex() const { return shared_; }
    SharedRows rows() const { return std::make_shared<const KeyIndex::Rows>(rows_); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void phaseChanged();
    void factsChanged();
    void rowsSettled(); ///< the rows shown are those of the view

private:
    void beginAnew();
    void addPage(const QList<ApiKey> &keys, qint64 total);
    void addChange(const Delta &delta);
    void finishLoading();
    void fail(const Error &error);

    void applyWaiting();
    void applyPage(const QList<ApiKey> &keys);
    void apply(const Delta &delta);
    void removeRows(const QList<KeyId> &ids);
    void appendRows(const KeyIndex::Rows &rows);

    void ask();
    void askFacts();
    void install(const KeyAnswer &answer);
    void learn(const ListFacts &facts);
    void wakeAtBoundary();
    void setPhase(Phase phase);
    void replaceRows(KeyIndex::Rows rows);
    void repaint();
    const ApiKey &cached(KeyIndex::Row row) const;

    Keyring &keyring_;
    const Clock &clock_;
    std::shared_ptr<SharedIndex> shared_;
    KeyLoader loader_;
    KeyQuestions questions_;
    KeyIndex::Rows rows_;
    int version_ = 0; ///< of rows_: grows with each change
    KeyView view_;
    ListFacts facts_;
    qsizetype counted_ = 0; ///< keys that facts_ knew; while loading it is asked anew when they have doubled
    Phase phase_ = Phase::Loading;
    Error error_;
    TimeZoneShown zone_ = TimeZoneShown::Local;
    bool current_ = false;
    bool allRead_ = false;              ///< the loader is done; what it brought may still wait
    QList<QList<ApiKey>> waitingPages_; ///< came while a question ran
    QList<Delta> waitingChanges_;
    QTimer retry_, firstRows_, countSoon_, boundary_, minute_;
    mutable QHash<KeyIndex::Row, ApiKey> cache_; ///< of rows on the screen
};

} // namespace keywright
