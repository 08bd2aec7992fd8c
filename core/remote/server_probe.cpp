#include "core/remote/server_probe.h"

#include "core/keyring/reply.h"
#include "core/remote/four_call_server.h"
#include "core/remote/remote_keyring.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

/// What a server of four calls can do; its keys' other settings are fixed when they are made.
constexpr Capabilities fourCalls{.rename = false,
                                 .editScopes = false,
                                 .editLimits = false,
                                 .metadata = false,
                                 .reactivate = false,
                                 .erase = false,
                                 .testKeys = false,
                                 .activity = false,
                                 .usage = false,
                                 .backup = false,
                                 .delivered = false,
                                 .expiryInstant = false};

/// The rules as such a server can keep them: it counts days, and has no other values.
std::shared_ptr<const KeyPolicy> withinFourCalls(KeyPolicy policy) {
    if (policy.expiry)
        policy.expiry->date = false;
    policy.testKey.reset();
    policy.rateLimit.reset();
    return std::make_shared<const KeyPolicy>(std::move(policy));
}

} // namespace

Result<KeyringInfo> fullServerInfo(const QByteArray &about, const QByteArray &policy, const QString &host,
                                   Instant now) {
    auto rules = parsePolicy(policy, host);
    if (!rules) {
        rules.error().kind = ErrorKind::Network;
        return std::unexpected(rules.error());
    }
    const auto self = readSelf(about, *rules, now);
    if (!self)
        return std::unexpected(self.error());
    KeyringInfo info;
    info.id = self->keyringId;
    info.name = self->keyringName.isEmpty() ? host : self->keyringName;
    info.policy = std::make_shared<const KeyPolicy>(std::move(*rules));
    info.caller = self->caller;
    info.can = self->can;
    info.developerApi = self->developerApi;
    info.writable = self->readOnlyReason.isEmpty();
    info.readOnlyReason = self->readOnlyReason;
    info.apiBaseUrl = self->apiBaseUrl;
    info.feed = self->feed;
    return info;
}

Reply<ServerFound> ServerProbe::start(RemoteSession &session) {
    auto *probe = new ServerProbe(session);
    probe->askWho();
    return probe->pending_.reply();
}

ServerProbe::ServerProbe(RemoteSession &session) : QObject(&session), session_(session) {}

void ServerProbe::askWho() {
    session_.http().read({.path = "/v1/me"}, [self = QPointer(this)](const RemoteResult &result) {
        if (self)
            self->takeWho(result);
    });
}

/// A server without this route may still know the four calls.
void ServerProbe::takeWho(const RemoteResult &result) {
    const bool other =
        result && result->status != 200 && result->status != 401 && result->status != 429 && result->status < 500;
    if (other)
        return askList();
    if (const auto done = session_.check(result); !done)
        return end(std::unexpected(done.error()));
    found_.about = result->body;
    askPolicy();
}

void ServerProbe::askPolicy() {
    session_.http().read({.path = "/v1/policy"}, [self = QPointer(this)](const RemoteResult &result) {
        if (!self)
            return;
        if (const auto done = self->session_.check(result); !done)
            return self->end(std::unexpected(done.error()));
        self->found_.policy = result->body;
        self->askFeed();
    });
}

void ServerProbe::askFeed() {
    auto info = fullServerInfo(found_.about, found_.policy, session_.host(), session_.clock().now());
    if (!info)
        return end(std::unexpected(info.error()));
    found_.info = std::move(*info);
    if (const auto may = require(Action::Export, found_.info.situation(session_.clock().now())); !may)
        return end(std::unexpected(may.error()));
    session_.http().read({.path = "/v1/changes"}, [self = QPointer(this)](const RemoteResult &result) {
        if (!self)
            return;
        if (const auto done = self->session_.check(result); !done)
            return self->end(std::unexpected(done.error()));
        const auto position = readDelta(result->body);
        if (!position)
            return self->end(std::unexpected(position.error()));
        self->found_.info.feed = position->delta.next;
        self->found_.usesFrom = position->usesNext.value_or(0);
        self->end(std::move(self->found_));
    });
}

void ServerProbe::askList() {
    const Pending<QList<ApiKey>> pending;
    whenDone(pending.reply(), this, [this](const Result<QList<ApiKey>> &keys) { takeList(keys); });
    session_.http().read(FourCallServer::listRequest(), [self = QPointer(this), pending](RemoteResult result) {
        if (!self)
            return;
        if (result)
            self->found_.list = result->body;
        if (result && (result->status == 404 || result->status == 405))
            return pending.fail(Error{
                .kind = ErrorKind::Network,
                .message = Words::tr("What answers at %1 is no server for keys: it has no list of them. Check the "
                                     "address.")
                               .arg(self->session_.host()),
                .technical = u"HTTP %1"_s.arg(result->status)});
        self->session_.settle(pending, std::move(result),
                              [](const RemoteAnswer &answer) { return readKeyList(answer.body); });
    });
}

void ServerProbe::takeList(const Result<QList<ApiKey>> &keys) {
    if (!keys)
        return end(std::unexpected(keys.error()));
    const ServerAddress &address = session_.http().address();
    auto policy = findPolicy(address.policy.isEmpty() ? RemoteKeyring::usualPolicy() : address.policy);
    if (!policy)
        return end(std::unexpected(policy.error()));
    found_.fourCalls = true;
    found_.keys = *keys;
    found_.info.id = serverId(address.url);
    found_.info.name = session_.host();
    found_.info.policy = withinFourCalls(std::move(*policy));
    found_.info.caller = {.role = Role::Admin, .name = {}, .method = AuthMethod::Member};
    found_.info.can = fourCalls;
    found_.info.developerApi = true;
    found_.info.feed = {1};
    end(std::move(found_));
}

void ServerProbe::end(Result<ServerFound> found) {
    pending_.finish(std::move(found));
    deleteLater();
}

} // namespace keywright
