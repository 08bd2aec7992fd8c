#include "core/remote/remote_session.h"

#include "core/model/instant_text.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

} // namespace

RemoteSession::RemoteSession(const ServerAddress &address, std::shared_ptr<const Secret> key, const Clock &clock,
                             QObject *parent)
    : QObject(parent), clock_(clock), http_(address, std::move(key)) {
    decoders_.setMaxThreadCount(1);
    info_.location = address.text();
    info_.name = host();
}

RemoteSession::~RemoteSession() {
    decoders_.waitForDone();
}

QString RemoteSession::host() const {
    const QUrl &url = http_.address().url;
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

void RemoteSession::setInfo(KeyringInfo info) {
    serverWritable_ = info.writable;
    serverReason_ = info.readOnlyReason;
    info.location = info_.location;
    info.link = info_.link;
    info.linkSince = info_.linkSince;
    info.linkReason = info_.linkReason;
    info.syncedAt = info_.syncedAt;
    info_ = std::move(info);
    applyLink();
    Q_EMIT infoChanged();
}

void RemoteSession::applyLink() {
    info_.writable = isLive() && serverWritable_;
    info_.readOnlyReason = serverReason_;
    if (isLive())
        return;
    const QString since = info_.syncedAt ? instantText(*info_.syncedAt) : QString();
    info_.readOnlyReason = since.isEmpty()
                               ? Words::tr("Offline: nothing can be changed now. %1").arg(info_.linkReason)
                               : Words::tr("Offline: what you see is as of %1, and nothing can be changed now. %2")
                                     .arg(since, info_.linkReason);
}

void RemoteSession::noteSynced() {
    info_.syncedAt = clock_.now();
    Q_EMIT synced();
    if (isLive())
        return;
    info_.link = Link::Live;
    info_.linkSince.reset();
    info_.linkReason.clear();
    applyLink();
    Q_EMIT infoChanged();
}

void RemoteSession::noteLost(const Error &error) {
    const bool news = isLive() || info_.linkReason != error.message;
    if (isLive()) {
        info_.link = Link::Offline;
        info_.linkSince = clock_.now();
    }
    info_.linkReason = error.message;
    applyLink();
    if (news)
        Q_EMIT infoChanged();
}

void RemoteSession::setCached(Instant syncedAt, const Error &error) {
    info_.link = Link::Cached;
    info_.linkSince = clock_.now();
    info_.syncedAt = syncedAt;
    info_.linkReason = error.message;
    applyLink();
    Q_EMIT infoChanged();
}

Done RemoteSession::check(const RemoteResult &result) {
    using Kind = RemoteFault::Kind;
    if (!result) {
        const Error error = errorOf(result.error());
        const Kind kind = result.error().kind;
        if (kind != Kind::Cancelled && kind != Kind::TooLarge && kind != Kind::CutOff && isLive())
            noteLost(error);
        return std::unexpected(error);
    }
    auto done = checkStatus(*result, host());
    if (!done && result->status == 401) {
        noteLost(done.error());
        Q_EMIT keyRefused();
    }
    if (result->status == 403)
        Q_EMIT forbidden();
    return done;
}

} // namespace keywright
