#include "core/remote/bulk_run.h"

#include "core/remote/answers.h"
#include "core/remote/request_bodies.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

constexpr qsizetype mostRevokedAtOnce = 500;

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

/// What is sent for some keys, and what the answer says of them.
struct Bulk {
    qsizetype mostAtOnce;
    std::function<RemoteRequest(const QList<KeyId> &)> request;
    std::function<Outcomes(const QList<KeyId> &, const RemoteAnswer &)> outcomes;
};

/// Deletes itself.
class BulkRun final : public QObject {
public:
    static Reply<Outcomes> start(RemoteSession &session, const QList<KeyId> &ids, Bulk bulk) {
        auto *run = new BulkRun(session, ids, std::move(bulk));
        const Reply<Outcomes> reply = run->pending_.reply();
        run->next();
        return reply;
    }

private:
    BulkRun(RemoteSession &session, const QList<KeyId> &ids, Bulk bulk)
        : QObject(&session), session_(session), bulk_(std::move(bulk)), left_(ids) {
        pending_.promise().setProgressRange(0, int(ids.size()));
    }

    void next() {
        if (pending_.isCancelled())
            outcomes_ += failedAll(std::exchange(left_, {}), stopped());
        pending_.promise().setProgressValue(int(outcomes_.size()));
        if (left_.isEmpty()) {
            pending_.finish(outcomes_);
            return deleteLater();
        }
        const QList<KeyId> now = left_.first(std::min(bulk_.mostAtOnce, left_.size()));
        left_ = left_.sliced(now.size());
        // To revoke or delete twice is to do it once: it may be repeated.
        session_.http().read(bulk_.request(now), [self = QPointer(this), now](const RemoteResult &result) {
            if (!self)
                return;
            self->outcomes_ += self->outcomesOf(now, result);
            self->next();
        });
    }

    Outcomes outcomesOf(const QList<KeyId> &asked, const RemoteResult &result) const {
        const auto done = session_.check(result);
        return done ? bulk_.outcomes(asked, *result) : failedAll(asked, done.error());
    }

    RemoteSession &session_;
    const Bulk bulk_;
    QList<KeyId> left_;
    Outcomes outcomes_;
    Pending<Outcomes> pending_;
};

} // namespace

Reply<Outcomes> revokeMany(RemoteSession &session, const QList<KeyId> &ids, const QString &reason) {
    const auto request = [reason](const QList<KeyId> &some) {
        return RemoteRequest{
            .verb = RemoteRequest::Verb::Post, .path = "/v1/keys/revoke", .body = revokeBody(some, reason)};
    };
    const auto outcomes = [](const QList<KeyId> &asked, const RemoteAnswer &answer) {
        const auto read = readOutcomes(answer.body);
        return read ? inOrder(asked, *read) : failedAll(asked, read.error());
    };
    return BulkRun::start(session, ids, {.mostAtOnce = mostRevokedAtOnce, .request = request, .outcomes = outcomes});
}

Reply<Outcomes> deleteMany(RemoteSession &session, const QList<KeyId> &ids, const QByteArray &query) {
    const auto request = [query](const QList<KeyId> &one) {
        return RemoteRequest{.verb = RemoteRequest::Verb::Delete, .path = keyPath(one.first(), query)};
    };
    const auto outcomes = [](const QList<KeyId> &asked, const RemoteAnswer &) {
        return Outcomes{Outcome{.id = asked.first(), .done = true}};
    };
    return BulkRun::start(session, ids, {.mostAtOnce = 1, .request = request, .outcomes = outcomes});
}

} // namespace keywright
