#include "core/keyring/local_keyring.h"

#include "core/keyring/key_listing.h"
#include "core/keyring/local_keyring_private.h"
#include "core/keyring/members.h"

namespace keywright {

namespace {

BulkWatch watchOf(QPromise<Result<Outcomes>> &promise, int count) {
    promise.setProgressRange(0, count);
    return {.progress = [&promise](int done) { promise.setProgressValue(done); },
            .cancelled = [&promise] { return promise.isCanceled(); }};
}

/// A bulk commits in steps, so that it can be stopped.
WriteQueue::Commit commitOf(const QList<KeyId> &ids) {
    return ids.size() == 1 ? WriteQueue::Commit::Together : WriteQueue::Commit::Alone;
}

} // namespace

LocalKeyring::LocalKeyring(QString path, Caller caller, const Clock &clock, QObject *parent)
    : Keyring(parent), owned_(std::make_unique<Private>(this, std::move(path), std::nullopt, std::move(caller), clock)),
      d(owned_.get()) {}

LocalKeyring::LocalKeyring(NewKeyring inMemory, Caller caller, const Clock &clock, QObject *parent)
    : Keyring(parent),
      owned_(std::make_unique<Private>(this, QString(), std::move(inMemory), std::move(caller), clock)),
      d(owned_.get()) {}

LocalKeyring::LocalKeyring(Private &shared, Caller caller) : d(&shared), as_(std::move(caller)) {}

LocalKeyring::~LocalKeyring() = default;

Reply<KeyringInfo> LocalKeyring::open() {
    return d->open();
}

void LocalKeyring::tellPositionsAlone() {
    d->telling = Telling::Positions;
}

void LocalKeyring::setCaller(Caller caller) {
    if (as_)
        as_ = std::move(caller);
    else
        d->setCaller(std::move(caller));
    Q_EMIT infoChanged();
}

std::unique_ptr<LocalKeyring> LocalKeyring::as(Caller caller) {
    return std::unique_ptr<LocalKeyring>(new LocalKeyring(*d, std::move(caller)));
}

Reply<KeyPage> LocalKeyring::list(KeyListing listing, Cursor from) {
    return d->read<KeyPage>(d->archive(), [=, store = d](Session &session, auto &) {
        return listKeys(session, listing, from, store->now());
    });
}

Reply<UsesDelta> LocalKeyring::changesWithUses(FeedSeq since, std::optional<qint64> usesSince) {
    return d->read<UsesDelta>(d->reader(), [=, store = d](Session &session, auto &) {
        return readChangesWithUses(session, since, usesSince, store->now());
    });
}

Reply<Outcomes> LocalKeyring::tryRevoke(QList<KeyId> ids, QString reason) {
    return d->write<Outcomes>(
        author(),
        [=](Session &session, const Author &author, auto &promise) {
            BulkWatch watch = watchOf(promise, int(ids.size()));
            watch.onlyTry = true;
            return Result<Outcomes>(revokeKeys(session, author, ids, reason, watch));
        },
        WriteQueue::Commit::Alone);
}

Reply<std::optional<Caller>> LocalKeyring::callerFor(Sha256 digest) {
    return d->read<std::optional<Caller>>(d->reader(), [=, store = d](Session &session, auto &) {
        const auto caller = callerOf(session, digest, store->now());
        if (caller && *caller && (*caller)->method == AuthMethod::Member)
            store->noteMember((*caller)->id);
        return caller;
    });
}

Author LocalKeyring::author() const {
    Author author = d->author();
    if (as_)
        author.caller = *as_;
    return author;
}

KeyringInfo LocalKeyring::info() const {
    KeyringInfo info = d->info();
    if (as_)
        info.caller = *as_;
    return info;
}

Reply<KeyPage> LocalKeyring::keys(Cursor from, int limit) {
    return d->read<KeyPage>(
        d->reader(), [=, store = d](Session &session, auto &) { return readKeys(session, from, limit, store->now()); });
}

Reply<Delta> LocalKeyring::changes(FeedSeq since) {
    return d->read<Delta>(d->reader(), [=, store = d](Session &session, auto &) {
        return readChangesSince(session, since, store->now());
    });
}

Reply<KeyDetails> LocalKeyring::details(KeyId id) {
    return d->read<KeyDetails>(
        d->reader(), [=, store = d](Session &session, auto &) { return readDetails(session, id, store->now()); });
}

Reply<Issued> LocalKeyring::create(Draft draft, RequestId request) {
    return d->write<Issued>(author(), [=](Session &session, const Author &author, auto &) {
        return createKey(session, author, draft, request);
    });
}

Reply<ApiKey> LocalKeyring::edit(KeyId id, Revision from, Changes changes) {
    return d->write<ApiKey>(author(), [=](Session &session, const Author &author, auto &) {
        return editKey(session, author, id, from, changes);
    });
}

Reply<Outcomes> LocalKeyring::revoke(QList<KeyId> ids, QString reason) {
    return d->write<Outcomes>(
        author(),
        [=](Session &session, const Author &author, QPromise<Result<Outcomes>> &promise) {
            return Result<Outcomes>(revokeKeys(session, author, ids, reason, watchOf(promise, int(ids.size()))));
        },
        commitOf(ids));
}

Reply<ApiKey> LocalKeyring::reactivate(KeyId id, Revision from) {
    return d->write<ApiKey>(author(), [=](Session &session, const Author &author, auto &) {
        return reactivateKey(session, author, id, from);
    });
}

Reply<Outcomes> LocalKeyring::erase(QList<KeyId> ids) {
    return d->write<Outcomes>(
        author(),
        [=](Session &session, const Author &author, QPromise<Result<Outcomes>> &promise) {
            return Result<Outcomes>(eraseKeys(session, author, ids, watchOf(promise, int(ids.size()))));
        },
        commitOf(ids));
}

Reply<Issued> LocalKeyring::rotate(KeyId id, Rotation rotation, RequestId request) {
    return d->write<Issued>(author(), [=](Session &session, const Author &author, auto &) {
        return rotateKey(session, author, id, rotation, request);
    });
}

Reply<ApiKey> LocalKeyring::markDelivered(KeyId id) {
    return d->write<ApiKey>(author(), [=](Session &session, const Author &author, auto &) {
        return markKeyDelivered(session, author, id);
    });
}

Reply<QList<Match>> LocalKeyring::identify(QList<Sha256> digests) {
    return d->read<QList<Match>>(
        d->reader(), [=, store = d](Session &session, auto &) { return identifyKeys(session, digests, store->now()); });
}

Reply<ActivityPage> LocalKeyring::activity(ActivityQuery query, Cursor from) {
    return d->read<ActivityPage>(d->archive(), [=, by = author()](Session &session, auto &) -> Result<ActivityPage> {
        if (auto done = requireNow(session, by, Action::ReadActivity); !done)
            return std::unexpected(done.error());
        return readActivityPage(session, query, from);
    });
}

Reply<ChainReport> LocalKeyring::checkActivity(std::optional<ChainHead> known) {
    return d->read<ChainReport>(
        d->archive(), [=, store = d, by = author()](Session &session, auto &promise) -> Result<ChainReport> {
            if (auto done = requireNow(session, by, Action::CheckActivity); !done)
                return std::unexpected(done.error());
            return checkChain(session, known, [&] { return promise.isCanceled() || store->closing; });
        });
}

Reply<void> LocalKeyring::recordUse(KeyId id, Use use) {
    return d->write<void>(author(), [=](Session &session, const Author &author, auto &) {
        return recordKeyUse(session, author, id, use);
    });
}

} // namespace keywright
