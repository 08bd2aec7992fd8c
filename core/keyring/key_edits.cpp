#include "core/keyring/chain_report.h"
#include "core/keyring/key_writes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

QJsonObject beforeAfter(const QJsonValue &before, const QJsonValue &after) {
    return {{u"before"_s, before}, {u"after"_s, after}};
}

QJsonValue orNull(const std::optional<MicroUsd> &amount) {
    return amount ? QJsonValue(usdText(*amount)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<int> &number) {
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject changedLimits(const ApiKey &before, const ApiKey &after) {
    QJsonObject detail;
    if (before.dailyLimit != after.dailyLimit)
        detail[u"daily_spend_limit_usd"_s] = beforeAfter(orNull(before.dailyLimit), orNull(after.dailyLimit));
    if (before.monthlyLimit != after.monthlyLimit)
        detail[u"monthly_spend_limit_usd"_s] = beforeAfter(orNull(before.monthlyLimit), orNull(after.monthlyLimit));
    if (before.ratePerMinute != after.ratePerMinute)
        detail[u"rate_per_minute"_s] = beforeAfter(orNull(before.ratePerMinute), orNull(after.ratePerMinute));
    return detail;
}

QJsonObject changedOwner(const ApiKey &before, const ApiKey &after) {
    QJsonObject detail;
    if (before.owner != after.owner)
        detail[u"owner"_s] = beforeAfter(before.owner, after.owner);
    if (before.note != after.note)
        detail[u"note"_s] = beforeAfter(before.note, after.note);
    return detail;
}

/// One entry for each kind of change.
Done logChanges(Mutation &mutation, const ApiKey &before, const ApiKey &after) {
    Done done;
    if (before.name != after.name)
        done = mutation.log(event::renamed, &after, {{u"name"_s, beforeAfter(before.name, after.name)}});
    if (done && before.scopes != after.scopes)
        done = mutation.log(event::scopesChanged, &after,
                            {{u"scopes"_s, beforeAfter(QJsonArray::fromStringList(before.scopes),
                                                       QJsonArray::fromStringList(after.scopes))}});
    if (const auto limits = changedLimits(before, after); done && !limits.isEmpty())
        done = mutation.log(event::limitsChanged, &after, limits);
    if (const auto owner = changedOwner(before, after); done && !owner.isEmpty())
        done = mutation.log(event::ownerChanged, &after, owner);
    return done;
}

/// Sets spend again (limits may have come or gone) and commits.
Result<ApiKey> committed(Mutation &mutation, ApiKey key) {
    key.spend.reset();
    if (auto done = mutation.session().keys.addSpend(key, mutation.now()); !done)
        return std::unexpected(done.error());
    if (auto done = mutation.commit(); !done)
        return std::unexpected(done.error());
    return key;
}

} // namespace

Result<ApiKey> editKey(Session &session, const Author &author, const KeyId &id, Revision from, const Changes &changes) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    auto stored = mutation->key(id);
    if (!stored)
        return std::unexpected(stored.error());
    const ApiKey &before = stored->key;
    if (before.revision != from)
        return std::unexpected(conflictWith(before));
    auto after = check(mutation->situation(), before, changes);
    if (!after)
        return after;
    after->revision = before.revision;
    if (*after == before)
        return committed(*mutation, std::move(*after));
    ++after->revision.value;
    if (auto done = mutation->update(*after); !done)
        return std::unexpected(done.error());
    if (auto done = logChanges(*mutation, before, *after); !done)
        return std::unexpected(done.error());
    return committed(*mutation, std::move(*after));
}

Result<ApiKey> reactivateKey(Session &session, const Author &author, const KeyId &id, Revision from) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    auto stored = mutation->key(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (stored->key.revision != from)
        return std::unexpected(conflictWith(stored->key));
    if (auto done = require(Action::Reactivate, mutation->situation(), &stored->key); !done)
        return std::unexpected(done.error());
    ApiKey key = stored->key;
    const QJsonObject detail{{u"revoked_at"_s, key.revokedAt ? QJsonValue(toRfc3339(*key.revokedAt)) : QJsonValue()},
                             {u"revoke_reason"_s, key.revokeReason}};
    key.revokedAt.reset();
    key.revokedBy.clear();
    key.revokeReason.clear();
    key.deprecatedAt.reset();
    key.autoRevokeAt.reset();
    key.replacedBy = {}; // beside its successor, as one like any other: it can be rotated again
    ++key.revision.value;
    if (auto done = mutation->update(key); !done)
        return std::unexpected(done.error());
    if (auto done = mutation->log(event::reactivated, &key, detail); !done)
        return std::unexpected(done.error());
    return committed(*mutation, std::move(key));
}

Result<ApiKey> markKeyDelivered(Session &session, const Author &author, const KeyId &id) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    auto stored = mutation->key(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (auto done = require(Action::MarkDelivered, mutation->situation(), &stored->key); !done)
        return std::unexpected(done.error());
    ApiKey key = stored->key;
    if (!key.deliveredAt) {
        key.deliveredAt = mutation->now();
        if (auto done = mutation->update(key); !done)
            return std::unexpected(done.error());
    }
    return committed(*mutation, std::move(key));
}

Done endGraces(Session &session, const Author &author) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    return mutation->commit();
}

Done recordKeyUse(Session &session, const Author &author, const KeyId &id, const Use &use) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    auto stored = mutation->key(id);
    if (!stored)
        return std::unexpected(stored.error());
    UseTally tally;
    tally.add(use);
    const qint64 usageFeed = mutation->meta().usageFeed + 1;
    if (auto done = addUse(mutation->connection(), stored->n, tally, usageFeed); !done)
        return done;
    if (auto done = writeUsageFeed(mutation->connection(), usageFeed); !done)
        return done;
    return mutation->commitUse();
}

} // namespace keywright
