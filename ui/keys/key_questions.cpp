#include "ui/keys/key_questions.h"

#include "core/keyring/reply.h"

#include <QtConcurrentRun>

namespace keywright {

namespace {

using Number = std::shared_ptr<std::atomic<int>>;

Result<KeyAnswer> answerOf(const std::shared_ptr<SharedIndex> &index, const KeyQuestion &question,
                           const SharedRows &order, int number, const Number &newest) {
    const auto cancelled = [&] { return newest->load(std::memory_order_relaxed) != number; };
    const QReadLocker locked(&index->lock);
    auto rows = std::make_shared<const KeyIndex::Rows>(index->keys.query(question.view, cancelled, order.get()));
    if (cancelled())
        return failure(ErrorKind::Cancelled, QString());
    RowChanges changes = changesBetween(*question.shown, *rows, index->keys.endRow());
    return KeyAnswer{.view = question.view,
                     .rows = std::move(rows),
                     .shownVersion = question.shownVersion,
                     .changes = std::move(changes)};
}

Result<ListFacts> factsOf(const std::shared_ptr<SharedIndex> &index, const KeyView &view) {
    const QReadLocker locked(&index->lock);
    return index->keys.facts(view);
}

bool holdsEverything(const KeyView &view) {
    return view.filter == KeyFilter::All && view.showRevoked && view.search.isEmpty() && view.owner.isEmpty() &&
           view.scope.isEmpty();
}

} // namespace

KeyQuestions::KeyQuestions(std::shared_ptr<SharedIndex> index, QObject *parent)
    : QObject(parent), index_(std::move(index)) {
    pool_.setMaxThreadCount(2);
}

KeyQuestions::~KeyQuestions() {
    ++*newest_;
    pool_.waitForDone();
}

void KeyQuestions::setIndex(std::shared_ptr<SharedIndex> index) {
    ++*newest_;
    index_ = std::move(index);
    nextQuestion_.reset();
    nextFacts_.reset();
    forgetOrders();
}

void KeyQuestions::ask(const KeyQuestion &question) {
    ++*newest_;
    nextQuestion_ = question;
    if (!asking_)
        startQuestion();
}

void KeyQuestions::startQuestion() {
    const KeyQuestion question = *std::exchange(nextQuestion_, std::nullopt);
    asking_ = true;
    const int number = newest_->load();
    const auto work = [index = index_, question, order = orderFor(question.view), number, newest = newest_] {
        return answerOf(index, question, order, number, newest);
    };
    whenDone(QtConcurrent::run(&pool_, work), this,
             [this, number](const Result<KeyAnswer> &answer) { finishQuestion(answer, number); });
}

void KeyQuestions::finishQuestion(const Result<KeyAnswer> &answer, int number) {
    asking_ = false;
    if (answer && number == newest_->load()) {
        last_ = Order{.view = answer->view, .rows = answer->rows};
        if (holdsEverything(answer->view))
            widest_ = last_;
        Q_EMIT answered(*answer);
    }
    tellIfIdle();
    if (nextQuestion_ && !asking_)
        startQuestion();
}

SharedRows KeyQuestions::orderFor(const KeyView &view) const {
    if (last_ && covers(last_->view, view))
        return last_->rows;
    return widest_ && covers(widest_->view, view) ? widest_->rows : nullptr;
}

void KeyQuestions::askFacts(const KeyView &view) {
    nextFacts_ = view;
    if (!counting_)
        startFacts();
}

void KeyQuestions::startFacts() {
    const KeyView view = *std::exchange(nextFacts_, std::nullopt);
    counting_ = true;
    whenDone(QtConcurrent::run(&pool_, [index = index_, view] { return factsOf(index, view); }), this,
             [this, about = index_](const Result<ListFacts> &facts) {
                 counting_ = false;
                 if (facts && about == index_)
                     Q_EMIT factsKnown(*facts);
                 tellIfIdle();
                 if (nextFacts_ && !counting_)
                     startFacts();
             });
}

void KeyQuestions::forgetOrders() {
    last_.reset();
    widest_.reset();
}

void KeyQuestions::tellIfIdle() {
    if (!isBusy())
        Q_EMIT idle();
}

} // namespace keywright
