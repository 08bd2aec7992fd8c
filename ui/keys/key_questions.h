// Questions to the index, answered off the window's thread; the newest one wins.
#pragma once

#include "core/model/result.h"
#include "ui/keys/row_changes.h"
#include "ui/keys/shared_index.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace keywright {

using SharedRows = std::shared_ptr<const KeyIndex::Rows>;

struct KeyQuestion {
    KeyView view;
    SharedRows shown; ///< the rows on the screen, to tell what changes
    int shownVersion = 0;
};

/// The rows of a view, and what leads there from the rows shown when it was asked.
struct KeyAnswer {
    KeyView view;
    SharedRows rows;
    int shownVersion = 0; ///< of the rows that were shown when it was asked
    RowChanges changes;
};

class KeyQuestions final : public QObject {
    Q_OBJECT
public:
    explicit KeyQuestions(std::shared_ptr<SharedIndex> index, QObject *parent = nullptr);
    /// Waits for what runs; it is told to stop.
    ~KeyQuestions() override;

    /// answered() follows, unless a newer question comes first.
    void ask(const KeyQuestion &question);
    /// factsKnown() follows; several calls while one runs become one.
    void askFacts(const KeyView &view);
    /// The keys changed: remembered orders are void. Change them only while nothing runs, or an answer is out of date
    /// when it comes.
    void forgetOrders();
    /// Goes over to other keys; what is under way about the old ones is dropped.
    void setIndex(std::shared_ptr<SharedIndex> index);
    bool isBusy() const { return asking_ || counting_; }

Q_SIGNALS:
    void answered(const keywright::KeyAnswer &answer);
    void factsKnown(const keywright::ListFacts &facts);
    void idle(); ///< nothing runs at this moment: the keys can be changed

private:
    struct Order {
        KeyView view;
        SharedRows rows;
    };
    void startQuestion();
    void startFacts();
    void finishQuestion(const Result<KeyAnswer> &answer, int number);
    SharedRows orderFor(const KeyView &view) const;
    void tellIfIdle();

    std::shared_ptr<SharedIndex> index_;
    std::shared_ptr<std::atomic<int>> newest_ = std::make_shared<std::atomic<int>>(0);
    std::optional<KeyQuestion> nextQuestion_;
    std::optional<KeyView> nextFacts_;
    bool asking_ = false, counting_ = false;
    std::optional<Order> last_, widest_;
    QThreadPool pool_;
};

} // namespace keywright
