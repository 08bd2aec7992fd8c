#include "core/remote/full_server.h"

#include "core/keyring/chain_report.h"
#include "core/keyring/reply.h"
#include "core/remote/answers.h"
#include "core/remote/bulk_run.h"
#include "core/remote/chain_walk.h"
#include "core/remote/issue_call.h"
#include "core/remote/request_bodies.h"

#include <QRegularExpression>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 1'000;
constexpr qsizetype mostDigests = 500; ///< of one request: its body has a limit
constexpr auto listRoute = "/v1/keys"_L1;

RemoteRequest get(QByteArray path) {
    return {.path = std::move(path), .mostBytes = 128 * 1024 * 1024};
}

RemoteRequest post(QByteArray path, QByteArray body = {}) {
    return {.verb = RemoteRequest::Verb::Post, .path = std::move(path), .body = std::move(body)};
}

RemoteRequest::Header ifMatch(Revision revision) {
    return {"If-Match", '"' + QByteArray::number(revision.value) + '"'};
}

template<class T, class F>
auto bodyWith(F decode) {
    return [decode](const RemoteAnswer &answer) -> Result<T> { return decode(answer.body); };
}

} // namespace

FullServer::FullServer(RemoteSession &session, qint64 usesFrom, QObject *parent)
    : RemoteServer(session, parent), poll_(session, usesFrom, this) {
    connect(&poll_, &FeedPoll::delta, this, [this](const Delta &delta, const QByteArray &json) {
        Q_EMIT deltaSeen(json);
        Q_EMIT changed(delta);
    });
    connect(&poll_, &FeedPoll::otherChange, this, &FullServer::otherChange);
}

FullServer::~FullServer() = default;

void FullServer::follow() {
    poll_.start(session().info().feed);
}

void FullServer::lookNow() {
    poll_.hurry();
}

Reply<KeyPage> FullServer::keys(Cursor from, int limit) {
    if (!from.isEmpty() && from.value == nextPath_ && nextPage_) {
        Reply<KeyPage> page = *std::exchange(nextPage_, {});
        if (const QString further = std::exchange(afterNext_, {}); !further.isEmpty())
            prefetch(further);
        return page;
    }
    nextPage_.reset();
    afterNext_.clear();
    if (!from.isEmpty())
        return readPage(from.value);
    return readPage(u"/v1/keys?include_revoked=true&limit=%1"_s.arg(std::clamp(limit, 1, largestPage)));
}

/// Where the policy takes revoked keys out of the list, they come in pages of their own after the others.
QString FullServer::pathAfter(const QString &path, const RemoteAnswer &answer) const {
    static const QRegularExpression limit(u"([?&]limit=)[0-9]+"_s);
    QString next = nextPath(answer, listRoute);
    if (!next.isEmpty())
        return next.replace(limit, u"\\1%1"_s.arg(largestPage));
    const bool apart = session().info().policy->revoke.list == KeyPolicy::RevokedShown::Never;
    return apart && !path.contains(u"state=revoked"_s) ? u"/v1/keys?state=revoked&limit=%1"_s.arg(largestPage)
                                                       : QString();
}

Reply<KeyPage> FullServer::readPage(const QString &path) {
    const Pending<KeyPage> pending;
    const bool first = !path.contains(u"cursor="_s) && !path.contains(u"state=revoked"_s);
    const auto exchange =
        session().http().read(get(path.toLatin1()), [this, pending, path, first](RemoteResult result) {
            const QString next = result && result->status == 200 ? pathAfter(path, *result) : QString();
            if (!next.isEmpty() && !pending.isCancelled())
                arrived(path, next);
            if (result && result->status == 200)
                Q_EMIT pageSeen(result->body, first, next.isEmpty(), result->header("x-keywright-feed").toLongLong());
            session().settle(pending, std::move(result), [next](const RemoteAnswer &answer) -> Result<KeyPage> {
                auto keys = readKeyList(answer.body);
                if (!keys)
                    return std::unexpected(keys.error());
                return KeyPage{.keys = std::move(*keys),
                               .next = {next},
                               .feed = {answer.header("x-keywright-feed").toLongLong()},
                               .total = answer.header("x-keywright-total").toLongLong()};
            });
        });
    pending.onCancel(this, [exchange] {
        if (exchange)
            exchange->cancel();
    });
    return pending.reply();
}

/// One page ahead, and no more: a page that nobody has asked for yet brings no further one.
void FullServer::arrived(const QString &path, const QString &next) {
    if (nextPage_ && path == nextPath_)
        afterNext_ = next;
    else
        prefetch(next);
}

/// The next page is on its way while this one is read.
void FullServer::prefetch(const QString &path) {
    nextPath_ = path;
    nextPage_ = readPage(path);
}

Reply<Delta> FullServer::changes(FeedSeq since) {
    return session().read<Delta>(get("/v1/changes?since=" + QByteArray::number(since.value)),
                                 [](const RemoteAnswer &answer) -> Result<Delta> {
                                     auto read = readDelta(answer.body);
                                     if (!read)
                                         return std::unexpected(read.error());
                                     return std::move(read->delta);
                                 });
}

Reply<KeyDetails> FullServer::details(KeyId id) {
    return session().read<KeyDetails>(get(keyPath(id, "/details")), bodyWith<KeyDetails>(readDetailsAnswer));
}

Reply<Issued> FullServer::create(Draft draft, RequestId request) {
    const QByteArray path = draft.test ? "/v1/keys/test"_ba : "/v1/keys"_ba;
    return IssueCall::start(session(), {.path = path, .body = createBody(draft, Contract::Full)}, request);
}

Reply<Issued> FullServer::rotate(KeyId id, Rotation rotation, RequestId request) {
    return IssueCall::start(
        session(), {.path = keyPath(id, "/rotate"), .body = rotateBody(rotation, Contract::Full), .rotates = true},
        request);
}

/// A change of one key. Where somebody else was quicker, the error holds the key as it is now.
Reply<ApiKey> FullServer::change(const RemoteRequest &request, const KeyId &id) {
    const Pending<ApiKey> pending;
    session().http().send(request, [this, pending, id](RemoteResult result) {
        if (!result || result->status != 412)
            return session().settle(pending, std::move(result), bodyWith<ApiKey>(readKeyAnswer));
        const auto newer = session().read<ApiKey>(get(keyPath(id)), bodyWith<ApiKey>(readKeyAnswer));
        whenDone(newer, this, [pending](const Result<ApiKey> &key) {
            if (key)
                pending.fail(conflictWith(*key));
            else
                pending.fail(key.error());
        });
    });
    return pending.reply();
}

Reply<ApiKey> FullServer::edit(KeyId id, Revision from, Changes changes) {
    return change({.verb = RemoteRequest::Verb::Patch,
                   .path = keyPath(id),
                   .body = changesBody(changes),
                   .headers = {ifMatch(from)}},
                  id);
}

Reply<ApiKey> FullServer::reactivate(KeyId id, Revision from) {
    RemoteRequest request = post(keyPath(id, "/reactivate"));
    request.headers.append(ifMatch(from));
    return change(request, id);
}

Reply<ApiKey> FullServer::markDelivered(KeyId id) {
    return change(post(keyPath(id, "/delivered")), id);
}

Reply<Outcomes> FullServer::revoke(QList<KeyId> ids, QString reason) {
    return revokeMany(session(), ids, reason);
}

Reply<Outcomes> FullServer::erase(QList<KeyId> ids) {
    return deleteMany(session(), ids, "?permanent=true");
}

Reply<QList<Match>> FullServer::identify(QList<Sha256> digests) {
    if (digests.size() <= mostDigests)
        return session().read<QList<Match>>(post("/v1/keys/identify", identifyBody(digests)),
                                            bodyWith<QList<Match>>(readMatches));
    const Pending<QList<Match>> pending;
    const auto rest = identify(digests.sliced(mostDigests));
    whenDone(identify(digests.first(mostDigests)), this, [this, pending, rest](const Result<QList<Match>> &first) {
        if (!first)
            return pending.fail(first.error());
        whenDone(rest, this, [pending, first = *first](const Result<QList<Match>> &more) {
            if (more)
                pending.finish(first + *more);
            else
                pending.fail(more.error());
        });
    });
    return pending.reply();
}

Reply<ActivityPage> FullServer::activity(ActivityQuery query, Cursor from) {
    return fetchActivity(session(), query, from);
}

Reply<ChainReport> FullServer::checkActivity(std::optional<ChainHead> known) {
    return ChainWalk::start(session(), known);
}

} // namespace keywright
