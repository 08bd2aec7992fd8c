#include "core/keyring/mutation.h"

#include "core/store/activity_table.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

const QString systemActor = u"system"_s;

Activity entryFor(const ApiKey *key, QStringView event, Instant at, const QJsonObject &detail) {
    Activity entry;
    entry.at = at;
    entry.event = event.toString();
    entry.detail = detail;
    if (key) {
        entry.keyId = key->id.value;
        entry.keyName = key->name;
        entry.keyPreview = previewText(key->preview);
    }
    return entry;
}

} // namespace

Situation situationOf(const Author &author, const Meta &meta, const KeyPolicy &policy) {
    return {.policy = &policy,
            .caller = author.caller,
            .developerApi = meta.developerApi,
            .can = {},
            .now = author.now,
            .writable = author.writable,
            .readOnlyReason = author.readOnlyReason};
}

Done requireNow(Session &session, const Author &author, Action action) {
    auto meta = readMeta(*session.connection);
    if (!meta)
        return std::unexpected(meta.error());
    auto policy = session.policies.policy(*session.connection, *meta);
    if (!policy)
        return std::unexpected(policy.error());
    return require(action, situationOf(author, *meta, **policy));
}

Result<Mutation> Mutation::begin(Session &session, const Author &author) {
    // An auditor's connection, or a read-only file, can't take the write lock; the gate says why.
    // A key that manages has no role: its scope says what it may.
    const bool readsOnly = author.caller.role == Role::Auditor && author.caller.method != AuthMethod::ApiKey;
    const bool mayWrite = author.writable && !readsOnly;
    auto transaction =
        Transaction::begin(*session.connection, mayWrite ? Transaction::Kind::Write : Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    Mutation mutation(session, author, std::move(*transaction));
    if (auto done = mutation.read(); !done)
        return std::unexpected(done.error());
    if (mayWrite) {
        if (auto done = mutation.endGraces(); !done)
            return std::unexpected(done.error());
    }
    return mutation;
}

Done Mutation::read() {
    auto meta = readMeta(connection());
    if (!meta)
        return std::unexpected(meta.error());
    meta_ = std::move(*meta);
    auto policy = session_->policies.policy(connection(), meta_);
    if (!policy)
        return std::unexpected(policy.error());
    policy_ = std::move(*policy);
    situation_ = situationOf(author_, meta_, *policy_);
    return {};
}

Done Mutation::endGraces() {
    const auto any = isGraceOver(connection(), author_.now);
    if (!any)
        return std::unexpected(any.error());
    if (!*any)
        return {};
    auto over = session_->keys.where(u"k.auto_revoke_at <= ? AND k.auto_revoke_at IS NOT NULL AND k.revoked_at IS NULL "
                                     u"ORDER BY k.auto_revoke_at, k.n"_s,
                                     {toEpoch(author_.now)});
    if (!over)
        return std::unexpected(over.error());
    for (const StoredKey &stored : *over) {
        ApiKey key = settled(stored.key, author_.now);
        ++key.revision.value;
        if (auto done = update(key); !done)
            return done;
        auto entry = entryFor(&key, event::revoked, author_.now,
                              {{u"reason"_s, key.revokeReason}, {u"revoked_at"_s, toRfc3339(*key.revokedAt)}});
        entry.actor = systemActor;
        entry.authMethod = authMethodId(AuthMethod::System);
        if (auto done = append(std::move(entry)); !done)
            return done;
    }
    return {};
}

Result<StoredKey> Mutation::key(const KeyId &id) {
    auto found = session_->keys.byId(id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return failure(ErrorKind::NotFound,
                       Words::tr("There is no such key in this keyring. It may have been deleted meanwhile."));
    StoredKey stored = std::move(**found);
    stored.key = settled(std::move(stored.key), author_.now);
    return stored;
}

Done Mutation::insert(const ApiKey &key, const Sha256 &digest) {
    changed_ = true;
    return insertKey(connection(), key, digest, nextFeed());
}

Done Mutation::update(const ApiKey &key) {
    changed_ = true;
    return updateKey(connection(), key, nextFeed());
}

Done Mutation::erase(const ApiKey &key) {
    changed_ = true;
    return deleteKey(connection(), key, nextFeed());
}

Done Mutation::append(Activity entry) {
    changed_ = true;
    if (!head_) {
        auto head = chainHead(connection(), meta_.keyringId);
        if (!head)
            return std::unexpected(head.error());
        head_ = *head;
    }
    return appendActivity(connection(), std::move(entry), *head_);
}

Done Mutation::log(QStringView event, const ApiKey *key, const QJsonObject &detail) {
    return logBy(author_.caller, author_.now, event, key, detail);
}

Done Mutation::logBy(const Caller &who, Instant at, QStringView event, const ApiKey *key, const QJsonObject &detail) {
    auto entry = entryFor(key, event, at, detail);
    entry.actor = who.name;
    entry.authMethod = authMethodId(who.method);
    entry.address = who.address;
    return append(std::move(entry));
}

Done Mutation::startEpoch() {
    changed_ = true;
    return writeEpoch(connection(), nextFeed());
}

Done Mutation::commit() {
    if (!changed_)
        return {};
    if (auto done = writeFeed(connection(), nextFeed()); !done)
        return done;
    return transaction_.commit();
}

Done Mutation::commitUse() {
    return changed_ ? commit() : transaction_.commit();
}

} // namespace keywright
