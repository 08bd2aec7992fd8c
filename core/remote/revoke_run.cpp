#include "core/remote/revoke_run.h"

#include "core/remote/answers.h"
#include "core/remote/request_bodies.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

constexpr qsizetype mostAtOnce = 500;

Outcomes failedAll(const QList<KeyId> &ids, const Error &error) {
    Outcomes outcomes;
    for (const KeyId &id : ids)
        outcomes << Outcome{.id = id, .error = error};
    return outcomes;
}

Error stopped() {
    return Error{.kind = ErrorKind::Cancelled, .message = Words::tr("It was stopped before this key's turn.")};
}

/// One outcome an id, in the order that was asked for, whatever the server says.
Outcomes inOrder(const QList<KeyId> &ids, const Outcomes &answered) {
    QHash<KeyId, Outcome> byId;
    for (const Outcome &outcome : answered)
        byId.insert(outcome.id, outcome);
    Outcomes outcomes;
    for (const KeyId &id : ids)
        outcomes << byId.value(
            id, Outcome{.id = id,
                        .error = {.kind = ErrorKind::Network,
                                  .message = Words::tr("The server doesn't say what became of this key.")}});
    return outcomes;
}

} // namespace

Reply<Outcomes> RevokeRun::start(RemoteSession &session, const QList<KeyId> &ids, const QString &reason) {
    auto *run = new RevokeRun(session, ids, reason);
    run->next();
    return run->pending_.reply();
}

RevokeRun::RevokeRun(RemoteSession &session, const QList<KeyId> &ids, const QString &reason)
    : QObject(&session), session_(session), left_(ids), reason_(reason) {
    pending_.promise().setProgressRange(0, int(ids.size()));
}

void RevokeRun::next() {
    if (pending_.isCancelled())
        outcomes_ += failedAll(std::exchange(left_, {}), stopped());
    pending_.promise().setProgressValue(int(outcomes_.size()));
    if (left_.isEmpty()) {
        pending_.finish(outcomes_);
        return deleteLater();
    }
    const QList<KeyId> now = left_.first(std::min(mostAtOnce, left_.size()));
    left_ = left_.sliced(now.size());
    const RemoteRequest request{
        .verb = RemoteRequest::Verb::Post, .path = "/v1/keys/revoke", .body = revokeBody(now, reason_)};
    // To revoke twice is to revoke once: it may be repeated.
    session_.http().read(request, [self = QPointer(this), now](const RemoteResult &result) {
        if (self)
            self->take(result, now);
    });
}

void RevokeRun::take(const RemoteResult &result, const QList<KeyId> &asked) {
    const auto done = session_.check(result);
    const auto read = done ? readOutcomes(result->body) : Result<Outcomes>(std::unexpected(done.error()));
    outcomes_ += read ? inOrder(asked, *read) : failedAll(asked, read.error());
    next();
}

Reply<Outcomes> DeleteRun::start(RemoteSession &session, const QList<KeyId> &ids, const QByteArray &query) {
    auto *run = new DeleteRun(session, ids, query);
    run->next();
    return run->pending_.reply();
}

DeleteRun::DeleteRun(RemoteSession &session, const QList<KeyId> &ids, QByteArray query)
    : QObject(&session), session_(session), left_(ids), query_(std::move(query)) {
    pending_.promise().setProgressRange(0, int(ids.size()));
}

void DeleteRun::next() {
    if (pending_.isCancelled())
        outcomes_ += failedAll(std::exchange(left_, {}), stopped());
    pending_.promise().setProgressValue(int(outcomes_.size()));
    if (left_.isEmpty()) {
        pending_.finish(outcomes_);
        return deleteLater();
    }
    const KeyId id = left_.takeFirst();
    const RemoteRequest request{.verb = RemoteRequest::Verb::Delete, .path = keyPath(id, query_)};
    session_.http().read(request, [self = QPointer(this), id](const RemoteResult &result) {
        if (!self)
            return;
        const auto done = self->session_.check(result);
        self->outcomes_ << (done ? Outcome{.id = id, .done = true} : Outcome{.id = id, .error = done.error()});
        self->next();
    });
}

} // namespace keywright
