#include "core/remote/feed_poll.h"

#include "core/remote/answers.h"

#include <algorithm>
#include <array>

namespace keywright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenUses = 5s;
constexpr auto betweenAnswers = 100ms; ///< ten a second
constexpr std::array pausesAfterFailures{500ms, 1'000ms, 2'000ms, 5'000ms, 10'000ms, 20'000ms};
constexpr auto pauseAfterRefusal = 60s;
constexpr auto answerTime = 15s; ///< beyond the time that the server waits

} // namespace

FeedPoll::FeedPoll(RemoteSession &session, qint64 usesFrom, QObject *parent)
    : QObject(parent), session_(session), pause_(this), uses_(usesFrom) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &FeedPoll::ask);
}

void FeedPoll::start(FeedSeq from) {
    feed_ = from;
    sinceUses_.start();
    if (!asking_)
        ask();
}

void FeedPoll::hurry() {
    if (asking_)
        return;
    pause_.stop();
    ask();
}

void FeedPoll::ask() {
    asking_ = true;
    const auto past = std::chrono::milliseconds(sinceUses_.elapsed());
    const bool usesDue = past >= betweenUses;
    const auto wait = std::max(1s, std::chrono::ceil<std::chrono::seconds>(betweenUses - past));
    const QByteArray query =
        usesDue ? "&uses_since=" + QByteArray::number(uses_) : "&wait=" + QByteArray::number(qint64(wait.count()));
    const RemoteRequest request{.path = "/v1/changes?since=" + QByteArray::number(feed_.value) + query,
                                .silence = usesDue ? answerTime : wait + answerTime,
                                .mostBytes = 128 * 1024 * 1024};
    if (usesDue)
        sinceUses_.start();
    session_.http().send(request, [self = QPointer(this)](const RemoteResult &result) {
        if (self)
            self->take(result);
    });
}

void FeedPoll::take(const RemoteResult &result) {
    asking_ = false;
    if (const auto done = session_.check(result); !done) {
        session_.noteLost(done.error());
        if (result && (result->status == 401 || result->status == 403)) {
            Q_EMIT otherChange();
            return pause_.start(pauseAfterRefusal);
        }
        return retryLater();
    }
    follow(result->body);
}

void FeedPoll::follow(const QByteArray &json) {
    const auto read = readDelta(json);
    if (!read) {
        session_.noteLost(read.error());
        return retryLater();
    }
    const bool wasLost = failures_ > 0 || !session_.isLive();
    failures_ = 0;
    session_.noteSynced();
    uses_ = read->usesNext.value_or(uses_);
    const Delta &news = read->delta;
    const bool empty = news.upserts.isEmpty() && news.removals.isEmpty() && !news.reload;
    if (wasLost || (empty && news.next > feed_))
        Q_EMIT otherChange();
    feed_ = news.next;
    if (!empty)
        Q_EMIT delta(news, json);
    pause_.start(betweenAnswers);
}

void FeedPoll::retryLater() {
    const std::size_t step = std::min(std::size_t(failures_), pausesAfterFailures.size() - 1);
    ++failures_;
    pause_.start(pausesAfterFailures[step]);
}

} // namespace keywright
