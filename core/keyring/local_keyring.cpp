#include "core/keyring/local_keyring.h"

#include "core/keyring/local_keyring_private.h"

namespace keywright {

namespace {

BulkWatch watchOf(QPromise<Result<Outcomes>> &promise, int count) {
    promise.setProgressRange(0, count);
    return {.progress = [&promise](int done) { promise.setProgressValue(done); },
            .cancelled = [&promise] { return promise.isCanceled(); }};
}

} // namespace

LocalKeyring::LocalKeyring(QString path, Caller caller, const Clock &clock, QObject *parent)
    : Keyring(parent), d(std::make_unique<Private>(this, std::move(path), std::nullopt, std::move(caller), clock)) {}

LocalKeyring::LocalKeyring(NewKeyring inMemory, Caller caller, const Clock &clock, QObject *parent)
    : Keyring(parent), d(std::make_unique<Private>(this, QString(), std::move(inMemory), std::move(caller), clock)) {}

LocalKeyring::~LocalKeyring() = default;

Reply<KeyringInfo> LocalKeyring::open() {
    return d->open();
}

void LocalKeyring::setCaller(Caller caller) {
    d->setCaller(std::move(caller));
    Q_EMIT infoChanged();
}

KeyringInfo LocalKeyring::info() const {
    return d->info();
}

Reply<KeyPage> LocalKeyring::keys(Cursor from, int limit) {
    return d->read<KeyPage>(d->reader(),
                            [=, this](Session &session, auto &) { return readKeys(session, from, limit, d->now()); });
}

Reply<Delta> LocalKeyring::changes(FeedSeq since) {
    return d->read<Delta>(d->reader(),
                          [=, this](Session &session, auto &) { return readChangesSince(session, since, d->now()); });
}

Reply<KeyDetails> LocalKeyring::details(KeyId id) {
    return d->read<KeyDetails>(d->reader(),
                               [=, this](Session &session, auto &) { return readDetails(session, id, d->now()); });
}

Reply<Issued> LocalKeyring::create(Draft draft, RequestId request) {
    return d->write<Issued>(
        [=](Session &session, const Author &author, auto &) { return createKey(session, author, draft, request); });
}

Reply<ApiKey> LocalKeyring::edit(KeyId id, Revision from, Changes changes) {
    return d->write<ApiKey>(
        [=](Session &session, const Author &author, auto &) { return editKey(session, author, id, from, changes); });
}

Reply<Outcomes> LocalKeyring::revoke(QList<KeyId> ids, QString reason) {
    return d->write<Outcomes>([=](Session &session, const Author &author, QPromise<Result<Outcomes>> &promise) {
        return Result<Outcomes>(revokeKeys(session, author, ids, reason, watchOf(promise, int(ids.size()))));
    });
}

Reply<ApiKey> LocalKeyring::reactivate(KeyId id, Revision from) {
    return d->write<ApiKey>(
        [=](Session &session, const Author &author, auto &) { return reactivateKey(session, author, id, from); });
}

Reply<Outcomes> LocalKeyring::erase(QList<KeyId> ids) {
    return d->write<Outcomes>([=](Session &session, const Author &author, QPromise<Result<Outcomes>> &promise) {
        return Result<Outcomes>(eraseKeys(session, author, ids, watchOf(promise, int(ids.size()))));
    });
}

Reply<Issued> LocalKeyring::rotate(KeyId id, Rotation rotation, RequestId request) {
    return d->write<Issued>([=](Session &session, const Author &author, auto &) {
        return rotateKey(session, author, id, rotation, request);
    });
}

Reply<ApiKey> LocalKeyring::markDelivered(KeyId id) {
    return d->write<ApiKey>(
        [=](Session &session, const Author &author, auto &) { return markKeyDelivered(session, author, id); });
}

Reply<QList<Match>> LocalKeyring::identify(QList<Sha256> digests) {
    return d->read<QList<Match>>(
        d->reader(), [=, this](Session &session, auto &) { return identifyKeys(session, digests, d->now()); });
}

Reply<ActivityPage> LocalKeyring::activity(ActivityQuery query, Cursor from) {
    return d->read<ActivityPage>(d->archive(), [=, by = d->author()](Session &session, auto &) -> Result<ActivityPage> {
        if (auto done = requireNow(session, by, Action::ReadActivity); !done)
            return std::unexpected(done.error());
        return readActivityPage(session, query, from);
    });
}

Reply<ChainReport> LocalKeyring::checkActivity(std::optional<ChainHead> known) {
    return d->read<ChainReport>(
        d->archive(), [=, this, by = d->author()](Session &session, auto &promise) -> Result<ChainReport> {
            if (auto done = requireNow(session, by, Action::CheckActivity); !done)
                return std::unexpected(done.error());
            return checkChain(session, known, [&] { return promise.isCanceled() || d->closing; });
        });
}

Reply<void> LocalKeyring::recordUse(KeyId id, Use use) {
    return d->write<void>(
        [=](Session &session, const Author &author, auto &) { return recordKeyUse(session, author, id, use); });
}

} // namespace keywright
