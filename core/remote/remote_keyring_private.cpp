#include "core/remote/remote_keyring_private.h"

#include "core/keyring/reply.h"
#include "core/remote/four_call_server.h"
#include "core/remote/full_server.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace keywright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

constexpr std::array pauses{1'000ms, 2'000ms, 5'000ms, 10'000ms, 30'000ms};
const QString copyCursor = u"copy:"_s;

} // namespace

RemoteKeyring::Private::Private(RemoteKeyring *q, const RemoteOptions &options, const Clock &clock)
    : session(options.address, options.key, clock, nullptr), q_(q),
      cachePath_(ListCache::pathFor(options.cacheFolder, serverId(options.address.url))), cache_(cachePath_),
      again_(this) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Private::probeAgain);
    connect(&session, &RemoteSession::infoChanged, q_, &Keyring::infoChanged);
    connect(&session, &RemoteSession::keyRefused, this, [this] { cache_.wipe(); });
    connect(&session, &RemoteSession::forbidden, this, &Private::refreshInfo);
    connect(&session, &RemoteSession::synced, this, [this] { cache_.noteTime(session.clock().now()); });
}

RemoteKeyring::Private::~Private() = default;

Reply<KeyringInfo> RemoteKeyring::Private::open() {
    const Pending<KeyringInfo> pending;
    whenDone(ServerProbe::start(session), this,
             [this, pending](const Result<ServerFound> &found) { takeProbe(found, pending); });
    return pending.reply();
}

void RemoteKeyring::Private::takeProbe(const Result<ServerFound> &found, const Pending<KeyringInfo> &pending) {
    if (found) {
        adopt(*found);
        return pending.finish(session.info());
    }
    if (found.error().kind == ErrorKind::Network)
        return openCopy(found.error(), pending);
    cache_.wipe();
    pending.fail(found.error());
}

void RemoteKeyring::Private::adopt(const ServerFound &found) {
    fourCalls = found.fourCalls;
    about_ = fourCalls ? aboutFourCalls(found.info) : found.about;
    policy_ = fourCalls ? found.info.policy->json : found.policy;
    if (fourCalls)
        server_ = std::make_unique<FourCallServer>(session, found.keys, found.list, nullptr);
    else
        server_ = std::make_unique<FullServer>(session, found.usesFrom, nullptr);
    copy_.reset();
    follow();
    session.setInfo(found.info);
    session.noteSynced();
    server_->follow();
}

void RemoteKeyring::Private::follow() {
    connect(server_.get(), &RemoteServer::changed, q_, &Keyring::changed);
    connect(server_.get(), &RemoteServer::otherChange, this, &Private::refreshInfo);
    connect(server_.get(), &RemoteServer::pageSeen, this,
            [this](const QByteArray &json, bool first, bool last) { keepPage(json, first, last); });
    connect(server_.get(), &RemoteServer::deltaSeen, this,
            [this](const QByteArray &json) { cache_.add(CacheRecord::Delta, json); });
}

void RemoteKeyring::Private::keepPage(const QByteArray &json, bool first, bool last) {
    if (first)
        cache_.begin(about_, policy_);
    cache_.add(CacheRecord::Page, json);
    if (last)
        cache_.commit(session.clock().now());
}

/// The server can't be asked: its last list stands in for it.
void RemoteKeyring::Private::openCopy(const Error &why, const Pending<KeyringInfo> &pending) {
    const auto read = [path = cachePath_, host = session.host(), now = session.clock().now()] {
        auto list = readCachedList(path, host, now);
        return list ? Result<CachedList>(std::move(*list)) : Result<CachedList>(failure(ErrorKind::NotFound, {}));
    };
    whenDone(QtConcurrent::run(read), this, [this, why, pending](const Result<CachedList> &copy) {
        if (!copy)
            return pending.fail(why);
        copy_ = *copy;
        session.setInfo(copy->info);
        session.setCached(copy->syncedAt, why);
        again_.start(pauses.front());
        pending.finish(session.info());
    });
}

void RemoteKeyring::Private::probeAgain() {
    whenDone(ServerProbe::start(session), this, [this](const Result<ServerFound> &found) {
        if (found) {
            adopt(*found);
            Q_EMIT q_->changed({.next = found->info.feed, .reload = true});
            return;
        }
        session.noteLost(found.error());
        if (found.error().kind == ErrorKind::Refused)
            cache_.wipe();
        again_.start(pauses[std::min(std::size_t(++failures_), pauses.size() - 1)]);
    });
}

/// The role, the flag, the policy may be others than before.
void RemoteKeyring::Private::refreshInfo() {
    if (fourCalls || refreshing_)
        return;
    refreshing_ = true;
    const auto over = [this](const RemoteResult &result) {
        refreshing_ = false;
        return !result || result->status != 200;
    };
    session.http().read({.path = "/v1/me"}, [this, over](const RemoteResult &me) {
        if (over(me))
            return;
        refreshing_ = true;
        session.http().read({.path = "/v1/policy"}, [this, over, about = me->body](const RemoteResult &policy) {
            if (over(policy))
                return;
            const auto info = fullServerInfo(about, policy->body, session.host(), session.clock().now());
            if (!info)
                return session.noteLost(info.error());
            about_ = about;
            policy_ = policy->body;
            session.setInfo(*info);
        });
    });
}

Result<RemoteServer *> RemoteKeyring::Private::server() const {
    if (server_)
        return server_.get();
    return failure(ErrorKind::Network, session.info().readOnlyReason.isEmpty()
                                           ? Words::tr("There is no connection to the server yet.")
                                           : session.info().readOnlyReason);
}

Result<RemoteServer *> RemoteKeyring::Private::serverFor(Action action) const {
    if (const auto may = require(action, session.situation()); !may)
        return std::unexpected(may.error());
    return server();
}

Reply<KeyPage> RemoteKeyring::Private::keys(const Cursor &from, int limit) {
    if (session.isLive() && server_ && !from.value.startsWith(copyCursor))
        return server_->keys(from, limit);
    return cachedPage(from, limit);
}

Reply<KeyPage> RemoteKeyring::Private::cachedPage(const Cursor &from, int limit) {
    if (copy_)
        return readyReply<KeyPage>(pageOfCopy(from, limit));
    const Pending<KeyPage> pending;
    const auto read = [path = cachePath_, host = session.host(), now = session.clock().now()] {
        auto list = readCachedList(path, host, now);
        return list ? Result<CachedList>(std::move(*list)) : Result<CachedList>(failure(ErrorKind::NotFound, {}));
    };
    whenDone(QtConcurrent::run(read), this, [this, pending, from, limit](const Result<CachedList> &copy) {
        if (!copy)
            return pending.fail(Error{.kind = ErrorKind::Network, .message = session.info().readOnlyReason});
        copy_ = *copy;
        pending.finish(pageOfCopy(from, limit));
    });
    return pending.reply();
}

KeyPage RemoteKeyring::Private::pageOfCopy(const Cursor &from, int limit) const {
    const QList<ApiKey> &keys = copy_->keys;
    const qsizetype start = std::min(from.value.mid(copyCursor.size()).toLongLong(), qint64(keys.size()));
    const qsizetype end = std::min(start + std::max(limit, 1), keys.size());
    KeyPage page{.keys = keys.sliced(start, end - start), .next = {}, .feed = copy_->info.feed, .total = keys.size()};
    for (ApiKey &key : page.keys)
        key = settled(std::move(key), session.clock().now());
    if (end < keys.size())
        page.next = {copyCursor + QString::number(end)};
    return page;
}

void RemoteKeyring::Private::forgetCopy() {
    cache_.wipe();
}

} // namespace keywright
