#include "core/remote/four_call_server.h"

#include "core/crypto/digest.h"
#include "core/keyring/reply.h"
#include "core/remote/answers.h"
#include "core/remote/bulk_run.h"
#include "core/remote/request_bodies.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

constexpr qsizetype fewKeys = 2'000;
constexpr auto intervalOfFew = 5s;
constexpr auto shortestOfMany = 60s;
constexpr int transfersBetween = 20; ///< the list is on its way a twentieth of the time at most
constexpr qint64 largestList = 128 * 1024 * 1024;

template<class T>
Reply<T> noSuchCall() {
    return readyReply<T>(
        failure(ErrorKind::Refused, Words::tr("The server of this keyring offers no way to do this.")));
}

QString namesOf(const QList<ApiKey> &keys) {
    QStringList names;
    for (const ApiKey &key : keys)
        names << displayName(key);
    return names.join(u", "_s);
}

} // namespace

FourCallServer::FourCallServer(RemoteSession &session, const QList<ApiKey> &keys, QByteArray json, QObject *parent)
    : RemoteServer(session, parent), json_(std::move(json)), every_(this) {
    adopt(keys, feed_);
    every_.setSingleShot(true);
    connect(&every_, &QTimer::timeout, this, [this] { look(); });
}

RemoteRequest FourCallServer::listRequest() {
    return {.path = "/v1/keys?include_revoked=true", .silence = 60s, .mostBytes = largestList};
}

void FourCallServer::follow() {
    session().noteSynced();
    every_.start(interval());
}

void FourCallServer::lookNow() {
    if (!looking_)
        look();
}

std::chrono::milliseconds FourCallServer::interval() const {
    if (order_.size() < fewKeys)
        return intervalOfFew;
    return std::max<std::chrono::milliseconds>(shortestOfMany,
                                               std::chrono::milliseconds(transfersBetween * lastTransfer_));
}

void FourCallServer::look(const std::function<void(const Result<QList<ApiKey>> &)> &then) {
    looking_ = true;
    every_.stop();
    QElapsedTimer time;
    time.start();
    session().http().read(listRequest(), [self = QPointer(this), time, asked = feed_, then](RemoteResult result) {
        if (self)
            self->take(std::move(result), asked, time.elapsed(), then);
    });
}

void FourCallServer::take(RemoteResult result, qint64 asked, qint64 milliseconds,
                          const std::function<void(const Result<QList<ApiKey>> &)> &then) {
    looking_ = false;
    lastTransfer_ = milliseconds;
    const bool same = !isBehind_ && result && result->status == 200 && result->body == json_;
    const QByteArray json = result ? result->body : QByteArray();
    const Pending<QList<ApiKey>> pending;
    whenDone(pending.reply(), this, [this, json, same, asked, then](const Result<QList<ApiKey>> &keys) {
        if (keys) {
            session().noteSynced();
            json_ = json;
            if (!same)
                tell(adopt(*keys, asked));
        } else {
            session().noteLost(keys.error());
        }
        every_.start(isBehind_ ? std::chrono::milliseconds(0) : interval());
        if (then)
            then(keys);
    });
    session().settle(pending, std::move(result), [same](const RemoteAnswer &answer) -> Result<QList<ApiKey>> {
        return same ? Result<QList<ApiKey>>(QList<ApiKey>()) : readKeyList(answer.body);
    });
}

Delta FourCallServer::adoptOne(const ApiKey &key) {
    Known &known = known_[key.id];
    if (known.changedAt == 0)
        order_ << key.id;
    else if (known.key == key)
        return {.next = {feed_}};
    known = {.key = key, .changedAt = ++feed_};
    gone_.remove(key.id);
    return {.upserts = {key}, .next = {feed_}};
}

/// What was learnt since the list was asked for is newer than the list.
Delta FourCallServer::adopt(const QList<ApiKey> &keys, qint64 asked) {
    Delta delta;
    QSet<KeyId> there;
    for (const KeyId &id : std::as_const(order_))
        if (known_.value(id).changedAt > asked)
            there.insert(id);
    isBehind_ = !there.isEmpty();
    for (const ApiKey &key : keys) {
        if (there.contains(key.id))
            continue;
        there.insert(key.id);
        delta.upserts += adoptOne(key).upserts;
    }
    for (const KeyId &id : std::as_const(order_)) {
        if (there.contains(id))
            continue;
        delta.removals << id;
        known_.remove(id);
        gone_.insert(id, ++feed_);
    }
    if (!delta.removals.isEmpty())
        order_.removeIf([&](const KeyId &id) { return !there.contains(id); });
    delta.next = {feed_};
    return delta;
}

void FourCallServer::tell(const Delta &delta) {
    if (delta.upserts.isEmpty() && delta.removals.isEmpty())
        return;
    Q_EMIT pageSeen(json_, true, true, feed_);
    Q_EMIT changed(delta);
}

/// The list is whole already; the cursor counts keys of it.
Reply<KeyPage> FourCallServer::keys(Cursor from, int limit) {
    const qsizetype start = std::min(from.value.toLongLong(), qint64(order_.size()));
    const qsizetype end = std::min(start + std::max(limit, 1), order_.size());
    if (start == 0)
        Q_EMIT pageSeen(json_, true, true, feed_);
    KeyPage page{.keys = {}, .next = {}, .feed = {feed_}, .total = order_.size()};
    for (qsizetype i = start; i < end; ++i)
        page.keys << known_.value(order_[i]).key;
    if (end < order_.size())
        page.next = {QString::number(end)};
    return readyReply<KeyPage>(page);
}

Reply<Delta> FourCallServer::changes(FeedSeq since) {
    Delta delta{.next = {feed_}};
    for (const KeyId &id : std::as_const(order_))
        if (const Known &known = *known_.constFind(id); known.changedAt > since.value)
            delta.upserts << known.key;
    for (auto it = gone_.constBegin(); it != gone_.constEnd(); ++it)
        if (it.value() > since.value)
            delta.removals << it.key();
    return readyReply<Delta>(delta);
}

Reply<KeyDetails> FourCallServer::details(KeyId id) {
    const auto known = known_.constFind(id);
    if (known == known_.constEnd())
        return readyReply<KeyDetails>(
            failure(ErrorKind::NotFound,
                    Words::tr("There is no such key in this keyring. It may have been deleted meanwhile.")));
    return readyReply<KeyDetails>(KeyDetails{.key = known->key, .lineage = {known->key}});
}

Reply<Issued> FourCallServer::create(Draft draft, RequestId) {
    return issue("/v1/keys", createBody(draft, Contract::FourCalls));
}

Reply<Issued> FourCallServer::rotate(KeyId id, Rotation rotation, RequestId) {
    return issue(keyPath(id, "/rotate"), rotateBody(rotation, Contract::FourCalls));
}

Reply<Issued> FourCallServer::issue(const QByteArray &path, const QByteArray &body) {
    const Pending<Issued> pending;
    const RemoteRequest request{
        .verb = RemoteRequest::Verb::Post, .path = path, .body = body, .mostBytes = 1024 * 1024, .secret = true};
    session().http().send(request, [self = QPointer(this), pending](RemoteResult result) {
        if (self)
            self->takeIssued(pending, std::move(result));
    });
    return pending.reply();
}

void FourCallServer::takeIssued(const Pending<Issued> &pending, RemoteResult result) {
    noteRole(result);
    const bool unknown = result ? result->status >= 500 : result.error().mayHaveArrived;
    if (const auto done = session().check(result); !done)
        return unknown ? tellWhatAppeared(pending, done.error()) : pending.fail(done.error());
    auto issued = readIssued(result->body);
    if (!issued || !issued->token)
        return tellWhatAppeared(pending, issued ? Error{.kind = ErrorKind::Network, .message = {}} : issued.error());
    tell(adoptOne(issued->key));
    pending.finish(std::move(*issued));
    lookNow(); // a rotation changed the old key, too
}

void FourCallServer::tellWhatAppeared(const Pending<Issued> &pending, const Error &lost) {
    const QList<KeyId> before = order_;
    look([this, pending, lost, before = QSet<KeyId>(before.begin(), before.end())](const Result<QList<ApiKey>> &keys) {
        Error error = lost;
        error.kind = ErrorKind::Refused; // a second try would be a second key: the person decides
        QList<ApiKey> appeared;
        for (const KeyId &id : std::as_const(order_))
            if (!before.contains(id))
                appeared << known_.value(id).key;
        if (!keys)
            error.message =
                Words::tr("The answer of the server got lost, and it can't be asked now whether it made the "
                          "key. Nothing is sent again by itself. Look into the list once it is there: a key "
                          "that you can't account for is to be revoked.");
        else if (appeared.isEmpty())
            error.message = Words::tr("The server made no key: none has appeared in its list. Try again. %1")
                                .arg(lost.message)
                                .trimmed();
        else
            error.message = Words::tr("The answer of the server got lost, and the new key with it. These appeared "
                                      "meanwhile: %1. Nothing was revoked. If one of them is yours, revoke it and try "
                                      "again.")
                                .arg(namesOf(appeared));
        pending.fail(error);
    });
}

Reply<Outcomes> FourCallServer::revoke(QList<KeyId> ids, QString) {
    const Reply<Outcomes> reply = deleteMany(session(), ids, {});
    whenDone(reply, this, [this](const Result<Outcomes> &) { lookNow(); });
    return reply;
}

/// Who may do what, such a server tells by its first refusal.
void FourCallServer::noteRole(const RemoteResult &result) {
    if (!result || result->status != 403)
        return;
    KeyringInfo info = session().info();
    info.caller.role = Role::Auditor;
    session().setInfo(std::move(info));
}

Reply<ApiKey> FourCallServer::edit(KeyId, Revision, Changes) {
    return noSuchCall<ApiKey>();
}

Reply<ApiKey> FourCallServer::reactivate(KeyId, Revision) {
    return noSuchCall<ApiKey>();
}

Reply<Outcomes> FourCallServer::erase(QList<KeyId>) {
    return noSuchCall<Outcomes>();
}

Reply<ApiKey> FourCallServer::markDelivered(KeyId) {
    return noSuchCall<ApiKey>();
}

Reply<QList<Match>> FourCallServer::identify(QList<Sha256>) {
    return noSuchCall<QList<Match>>();
}

Reply<ActivityPage> FourCallServer::activity(ActivityQuery, Cursor) {
    return noSuchCall<ActivityPage>();
}

Reply<ChainReport> FourCallServer::checkActivity(std::optional<ChainHead>) {
    return noSuchCall<ChainReport>();
}

} // namespace keywright
