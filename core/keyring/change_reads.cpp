// The change feed's question: the other half of key_reads.h.
#include "core/keyring/key_reads.h"
#include "core/keyring/local_keyring.h"
#include "core/store/sql_values.h"
#include "core/store/transaction.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Beyond this, reading the pages again is quicker than a list of changes.
constexpr qint64 mostChanges = 50'000;

Result<qint64> countChanges(Connection &connection, const FeedPosition &since, bool withUsage) {
    auto keys =
        connection.number(u"SELECT count(*) FROM (SELECT 1 FROM keys WHERE change_seq > ? LIMIT ?) AS changed"_s,
                          {since.feed.value, mostChanges + 1});
    if (!keys || !withUsage)
        return keys;
    auto used = connection.number(u"SELECT count(*) FROM (SELECT 1 FROM usage WHERE change_seq > ? UNION ALL SELECT 1 "
                                  u"FROM recent_use WHERE change_seq > ? LIMIT ?) AS changed"_s,
                                  {since.usageFeed, since.usageFeed, mostChanges + 1});
    if (!used)
        return used;
    return *keys + *used;
}

Done readUpserts(Session &session, const QString &condition, const QVariantList &values, Instant now, Delta &delta) {
    auto stored = session.keys.where(condition, values);
    if (!stored)
        return std::unexpected(stored.error());
    for (StoredKey &one : *stored)
        delta.upserts << settled(std::move(one.key), now);
    return {};
}

} // namespace

Result<Delta> readChanges(Session &session, const FeedPosition &since, const Meta &meta, bool withUsage, Instant now) {
    Delta delta{.next = meta.feed};
    auto changes = countChanges(*session.connection, since, withUsage);
    if (!changes)
        return std::unexpected(changes.error());
    delta.reload = since.feed < meta.epoch || *changes > mostChanges;
    if (delta.reload)
        return delta;
    // In `+k.n` the sign keeps the planner from walking all keys in their order instead of the few by their change.
    if (auto done = readUpserts(session, u"k.change_seq > ? ORDER BY +k.n"_s, {since.feed.value}, now, delta); !done)
        return std::unexpected(done.error());
    if (withUsage) {
        const QString used = u"u.change_seq > ? AND +k.change_seq <= ? ORDER BY +k.n"_s;
        if (auto done = readUpserts(session, used, {since.usageFeed, since.feed.value}, now, delta); !done)
            return std::unexpected(done.error());
        const QString usedLately = u"r.change_seq > ? AND +coalesce(u.change_seq, 0) <= ? AND +k.change_seq <= ? "
                                   u"ORDER BY +k.n"_s;
        const QVariantList since3{since.usageFeed, since.usageFeed, since.feed.value};
        if (auto done = readUpserts(session, usedLately, since3, now, delta); !done)
            return std::unexpected(done.error());
    }
    if (auto done = session.keys.addSpend(delta.upserts, now); !done)
        return std::unexpected(done.error());
    auto done = session.connection->forEach(u"SELECT id FROM tombstone WHERE change_seq > ?"_s, {since.feed.value},
                                            [&](const Row &row) { delta.removals << KeyId{row.text(0)}; });
    if (!done)
        return std::unexpected(done.error());
    return delta;
}

Result<UsesDelta> readChangesWithUses(Session &session, FeedSeq since, std::optional<qint64> usesSince, Instant now) {
    auto transaction = Transaction::begin(*session.connection, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto meta = readMeta(*session.connection);
    if (!meta)
        return std::unexpected(meta.error());
    auto delta = readChanges(session, {since, usesSince.value_or(0)}, *meta, usesSince.has_value(), now);
    if (!delta)
        return std::unexpected(delta.error());
    return UsesDelta{.delta = std::move(*delta), .usesNext = meta->usageFeed};
}

Result<Delta> readChangesSince(Session &session, FeedSeq since, Instant now) {
    auto read = readChangesWithUses(session, since, std::nullopt, now);
    if (!read)
        return std::unexpected(read.error());
    return std::move(read->delta);
}

} // namespace keywright
