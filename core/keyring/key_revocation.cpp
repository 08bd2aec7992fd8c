#include "core/keyring/key_writes.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

/// Keys a transaction: short enough for other programs to get their turn, long enough to share the disk's sync.
constexpr qsizetype part = 100;
constexpr int longestReason = 255;

/// One id's change inside a mutation.
using Step = std::function<Result<Outcome>(Mutation &, const KeyId &)>;

Result<Outcomes> onePart(Session &session, const Author &author, const QList<KeyId> &ids, const Step &step, bool keep) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    Outcomes outcomes;
    for (const KeyId &id : ids) {
        auto outcome = step(*mutation, id);
        if (!outcome)
            return std::unexpected(outcome.error());
        outcomes << std::move(*outcome);
    }
    if (auto done = keep ? mutation->commit() : Done(); !done)
        return std::unexpected(done.error());
    return outcomes;
}

Outcomes inParts(Session &session, const Author &author, const QList<KeyId> &ids, const Step &step,
                 const BulkWatch &watch) {
    Outcomes outcomes;
    for (qsizetype from = 0; from < ids.size(); from += part) {
        const auto some = ids.mid(from, part);
        if (watch.cancelled()) {
            for (const KeyId &id : ids.mid(from))
                outcomes << Outcome{.id = id,
                                    .error = {.kind = ErrorKind::Cancelled, .message = Words::tr("Stopped.")}};
            break;
        }
        auto done = onePart(session, author, some, step, !watch.onlyTry);
        for (const KeyId &id : done ? QList<KeyId>() : some)
            outcomes << Outcome{.id = id, .error = done.error()};
        if (done)
            outcomes << *done;
        watch.progress(int(outcomes.size()));
    }
    return outcomes;
}

Outcomes allFailed(const QList<KeyId> &ids, const Error &error) {
    Outcomes outcomes;
    for (const KeyId &id : ids)
        outcomes << Outcome{.id = id, .error = error};
    return outcomes;
}

/// What concerns this one key alone is its outcome; what concerns the file stops the part.
Result<Outcome> failed(const KeyId &id, const Error &error) {
    if (error.kind == ErrorKind::Storage)
        return std::unexpected(error);
    return Outcome{.id = id, .error = error};
}

Result<QString> checkedReason(const QString &reason) {
    const auto known = revokeReasons();
    if (std::ranges::any_of(known, [&](const RevokeReason &offered) { return offered.id == reason; }))
        return reason;
    return checkedText(reason, longestReason, Words::tr("The reason"), u"reason"_s);
}

/// Entries of one bulk act share a batch id; a single act has none.
QString batchFor(const QList<KeyId> &ids) {
    return ids.size() > 1 ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
}

Result<Outcome> revokeOne(Mutation &mutation, const KeyId &id, const QString &reason, const QString &batch) {
    auto stored = mutation.key(id);
    if (!stored)
        return failed(id, stored.error());
    ApiKey &key = stored->key;
    if (key.revokedAt)
        return Outcome{.id = id, .done = true, .already = true, .key = key};
    if (auto done = require(Action::Revoke, mutation.situation(), &key); !done)
        return failed(id, done.error());
    key.revokedAt = mutation.now();
    key.revokedBy = mutation.author().caller.name;
    key.revokeReason = reason;
    ++key.revision.value;
    if (auto done = mutation.update(key); !done)
        return std::unexpected(done.error());
    QJsonObject detail{{u"reason"_s, reason}};
    if (!batch.isEmpty())
        detail[u"batch"_s] = batch;
    if (auto done = mutation.log(event::revoked, &key, detail); !done)
        return std::unexpected(done.error());
    return Outcome{.id = id, .done = true, .key = key};
}

Result<Outcome> eraseOne(Mutation &mutation, const KeyId &id, const QString &batch) {
    auto gone = mutation.connection().number(u"SELECT EXISTS (SELECT 1 FROM tombstone WHERE id = ?)"_s, {id.value});
    if (!gone)
        return std::unexpected(gone.error());
    auto stored = mutation.key(id);
    if (!stored && stored.error().kind == ErrorKind::NotFound && *gone != 0)
        return Outcome{.id = id, .done = true, .already = true};
    if (!stored)
        return failed(id, stored.error());
    if (auto done = require(Action::Delete, mutation.situation(), &stored->key); !done)
        return failed(id, done.error());
    if (auto done = mutation.erase(stored->key); !done)
        return std::unexpected(done.error());
    QJsonObject detail;
    if (!batch.isEmpty())
        detail[u"batch"_s] = batch;
    if (auto done = mutation.log(event::deleted, &stored->key, detail); !done)
        return std::unexpected(done.error());
    return Outcome{.id = id, .done = true, .key = stored->key};
}

} // namespace

Outcomes revokeKeys(Session &session, const Author &author, const QList<KeyId> &ids, const QString &reason,
                    const BulkWatch &watch) {
    const auto words = checkedReason(reason);
    if (!words)
        return allFailed(ids, words.error());
    const QString batch = batchFor(ids);
    return inParts(
        session, author, ids,
        [&](Mutation &mutation, const KeyId &id) { return revokeOne(mutation, id, *words, batch); }, watch);
}

Outcomes eraseKeys(Session &session, const Author &author, const QList<KeyId> &ids, const BulkWatch &watch) {
    const QString batch = batchFor(ids);
    auto outcomes = inParts(
        session, author, ids, [&](Mutation &mutation, const KeyId &id) { return eraseOne(mutation, id, batch); },
        watch);
    // The journal still holds what was deleted: emptied now if nobody reads from it, else by whoever closes last.
    const QString checkpoint = session.connection->dialect().checkpoint();
    if (author.writable && author.caller.role != Role::Auditor && !checkpoint.isEmpty())
        (void)session.connection->run(checkpoint);
    return outcomes;
}

} // namespace keywright
