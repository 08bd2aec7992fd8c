#include "core/remote/remote_keyring.h"

#include "core/keyring/reply.h"
#include "core/remote/remote_keyring_private.h"

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// The first of the changes that the gate refuses.
Done requireChanges(const Changes &changes, const Situation &situation) {
    const std::pair<bool, Action> parts[] = {
        {changes.name.has_value(), Action::Rename},
        {changes.scopes.has_value(), Action::EditScopes},
        {changes.dailyLimit || changes.monthlyLimit, Action::EditLimits},
        {changes.ratePerMinute.has_value(), Action::EditRate},
        {changes.owner || changes.note, Action::EditOwner},
    };
    for (const auto &[wanted, action] : parts)
        if (auto may = require(action, situation); wanted && !may)
            return may;
    return {};
}

} // namespace

RemoteKeyring::RemoteKeyring(const RemoteOptions &options, const Clock &clock, QObject *parent)
    : Keyring(parent), d(std::make_unique<Private>(this, options, clock)) {}

RemoteKeyring::~RemoteKeyring() = default;

QString RemoteKeyring::usualPolicy() {
    const auto &shipped = shippedPolicies();
    const auto found = std::ranges::find_if(
        shipped, [](const KeyPolicy &policy) { return policy.revoke.list == KeyPolicy::RevokedShown::OnRequest; });
    return found == shipped.end() ? shipped.front().id : found->id;
}

Reply<KeyringInfo> RemoteKeyring::open() {
    return d->open();
}

bool RemoteKeyring::hasFourCalls() const {
    return d->fourCalls;
}

void RemoteKeyring::forgetCopy() {
    d->forgetCopy();
}

KeyringInfo RemoteKeyring::info() const {
    return d->session.info();
}

Reply<KeyPage> RemoteKeyring::keys(Cursor from, int limit) {
    return d->keys(from, limit);
}

Reply<Delta> RemoteKeyring::changes(FeedSeq since) {
    if (!d->session.isLive()) // what comes with the server is told by changed()
        return readyReply<Delta>(Delta{.next = since});
    const auto server = d->server();
    return server ? (*server)->changes(since) : readyReply<Delta>(std::unexpected(server.error()));
}

Reply<KeyDetails> RemoteKeyring::details(KeyId id) {
    const auto server = d->server();
    return server ? (*server)->details(id) : readyReply<KeyDetails>(std::unexpected(server.error()));
}

Reply<Issued> RemoteKeyring::create(Draft draft, RequestId request) {
    const auto server = d->serverFor(draft.test ? Action::CreateTest : Action::Create);
    if (!server)
        return readyReply<Issued>(std::unexpected(server.error()));
    if (const auto checked = check(d->session.situation(), draft); !checked)
        return readyReply<Issued>(std::unexpected(checked.error()));
    return (*server)->create(std::move(draft), std::move(request));
}

Reply<ApiKey> RemoteKeyring::edit(KeyId id, Revision from, Changes changes) {
    if (const auto may = requireChanges(changes, d->session.situation()); !may)
        return readyReply<ApiKey>(std::unexpected(may.error()));
    const auto server = d->server();
    return server ? (*server)->edit(id, from, std::move(changes)) : readyReply<ApiKey>(std::unexpected(server.error()));
}

Reply<Outcomes> RemoteKeyring::revoke(QList<KeyId> ids, QString reason) {
    const auto server = d->serverFor(Action::Revoke);
    return server ? (*server)->revoke(ids, reason) : readyReply<Outcomes>(std::unexpected(server.error()));
}

Reply<ApiKey> RemoteKeyring::reactivate(KeyId id, Revision from) {
    const auto server = d->serverFor(Action::Reactivate);
    return server ? (*server)->reactivate(id, from) : readyReply<ApiKey>(std::unexpected(server.error()));
}

Reply<Outcomes> RemoteKeyring::erase(QList<KeyId> ids) {
    const auto server = d->serverFor(Action::Delete);
    return server ? (*server)->erase(ids) : readyReply<Outcomes>(std::unexpected(server.error()));
}

Reply<Issued> RemoteKeyring::rotate(KeyId id, Rotation rotation, RequestId request) {
    const auto server = d->serverFor(Action::Rotate);
    return server ? (*server)->rotate(id, std::move(rotation), std::move(request))
                  : readyReply<Issued>(std::unexpected(server.error()));
}

Reply<ApiKey> RemoteKeyring::markDelivered(KeyId id) {
    const auto server = d->serverFor(Action::MarkDelivered);
    return server ? (*server)->markDelivered(id) : readyReply<ApiKey>(std::unexpected(server.error()));
}

Reply<QList<Match>> RemoteKeyring::identify(QList<Sha256> digests) {
    const auto server = d->serverFor(Action::Export);
    return server ? (*server)->identify(digests) : readyReply<QList<Match>>(std::unexpected(server.error()));
}

Reply<ActivityPage> RemoteKeyring::activity(ActivityQuery query, Cursor from) {
    const auto server = d->serverFor(Action::ReadActivity);
    return server ? (*server)->activity(std::move(query), from)
                  : readyReply<ActivityPage>(std::unexpected(server.error()));
}

Reply<ChainReport> RemoteKeyring::checkActivity(std::optional<ChainHead> known) {
    const auto server = d->serverFor(Action::CheckActivity);
    return server ? (*server)->checkActivity(known) : readyReply<ChainReport>(std::unexpected(server.error()));
}

} // namespace keywright
