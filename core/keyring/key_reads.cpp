#include "core/keyring/key_reads.h"

#include "core/keyring/chain_report.h"
#include "core/store/activity_table.h"
#include "core/store/sql_values.h"
#include "core/store/transaction.h"
#include "core/store/usage_table.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

constexpr qsizetype mostDigests = 1'000;

void settle(ApiKey &key, Instant now) {
    if (key.autoRevokeAt && !key.revokedAt)
        key = settled(std::move(key), now);
}

/// Where a paged reading stands: after which row, and what was true when its first page was read. Changes made while
/// the pages are read come after that feed position, so asking changes() from there misses none.
struct PagePosition {
    qint64 after = 0;
    FeedSeq feed;
    qint64 total = 0;

    static std::optional<PagePosition> fromCursor(const Cursor &cursor) {
        const QStringList parts = cursor.value.split(u':');
        if (parts.size() != 3)
            return std::nullopt;
        return PagePosition{parts.at(0).toLongLong(), {parts.at(1).toLongLong()}, parts.at(2).toLongLong()};
    }
    Cursor toCursor() const { return {u"%1:%2:%3"_s.arg(after).arg(feed.value).arg(total)}; }
};

Result<PagePosition> positionFor(Session &session, const Cursor &from) {
    if (!from.isEmpty()) {
        if (const auto position = PagePosition::fromCursor(from))
            return *position;
        return failure(ErrorKind::Invalid, Words::tr("The list can't go on from here. Load it again."));
    }
    PagePosition position;
    auto meta = readMeta(*session.connection);
    if (!meta)
        return std::unexpected(meta.error());
    position.feed = meta->feed;
    auto total = session.connection->number(u"SELECT count(*) FROM keys"_s);
    if (!total)
        return std::unexpected(total.error());
    position.total = *total;
    return position;
}

Result<QList<ApiKey>> keysWhere(Session &session, const QString &condition, const QVariantList &values, Instant now) {
    auto stored = session.keys.where(condition, values);
    if (!stored)
        return std::unexpected(stored.error());
    QList<ApiKey> keys;
    keys.reserve(stored->size());
    for (StoredKey &one : *stored) {
        settle(one.key, now);
        keys << std::move(one.key);
    }
    if (auto done = session.keys.addSpend(keys, now); !done)
        return std::unexpected(done.error());
    return keys;
}

Done readUse(Session &session, qint64 n, Instant now, KeyDetails &details) {
    auto clients = readClients(*session.connection, n);
    if (!clients)
        return std::unexpected(clients.error());
    auto days = readDays(*session.connection, n, now);
    if (!days)
        return std::unexpected(days.error());
    details.clients = std::move(*clients);
    details.days = std::move(*days);
    const QDate weekAgo = toUtc(now).date().addDays(-7);
    for (const DayUse &day : details.days) {
        if (day.day > weekAgo)
            details.requestsLast7Days += day.requests;
    }
    return {};
}

} // namespace

Result<KeyPage> readKeys(Session &session, const Cursor &from, int limit, Instant now) {
    auto transaction = Transaction::begin(*session.connection, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto position = positionFor(session, from);
    if (!position)
        return std::unexpected(position.error());
    limit = std::clamp(limit, 1, 100'000);
    auto keys = session.keys.page(position->after, limit, position->after);
    if (!keys)
        return std::unexpected(keys.error());
    for (ApiKey &key : *keys)
        settle(key, now);
    if (auto done = session.keys.addSpend(*keys, now); !done)
        return std::unexpected(done.error());
    const bool more = keys->size() == limit;
    return KeyPage{.keys = std::move(*keys),
                   .next = more ? position->toCursor() : Cursor{},
                   .feed = position->feed,
                   .total = position->total};
}

Result<KeyDetails> readDetails(Session &session, const KeyId &id, Instant now) {
    auto transaction = Transaction::begin(*session.connection, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto stored = session.keys.byId(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorKind::NotFound,
                       Words::tr("There is no such key in this keyring. It may have been deleted meanwhile."));
    KeyDetails details{.key = std::move((*stored)->key)};
    settle(details.key, now);
    if (auto done = session.keys.addSpend(details.key, now); !done)
        return std::unexpected(done.error());
    if (auto done = readUse(session, (*stored)->n, now, details); !done)
        return std::unexpected(done.error());
    const QString root = details.key.lineage;
    auto lineage = keysWhere(session, u"k.lineage = ? OR k.id = ? ORDER BY k.created_at, k.n"_s, {root, root}, now);
    if (!lineage)
        return std::unexpected(lineage.error());
    auto issued = keysWhere(session, u"k.issued_by = ? ORDER BY k.n"_s, {id.value}, now);
    if (!issued)
        return std::unexpected(issued.error());
    details.lineage = std::move(*lineage);
    issued->removeIf([&](const ApiKey &key) { return !isActive(key, now); });
    details.issued = std::move(*issued);
    return details;
}

Result<QList<Match>> identifyKeys(Session &session, const QList<Sha256> &digests, Instant now) {
    if (digests.size() > mostDigests)
        return failure(ErrorKind::Invalid, Words::tr("At most %Ln digest(s) at once.", nullptr, int(mostDigests)));
    QList<Match> matches;
    for (const Sha256 &digest : digests) {
        auto stored = session.keys.byDigest(digest);
        if (!stored)
            return std::unexpected(stored.error());
        if (!*stored)
            continue;
        Match match{.digest = digest, .key = std::move((*stored)->key)};
        settle(match.key, now);
        if (auto done = session.keys.addSpend(match.key, now); !done)
            return std::unexpected(done.error());
        matches << std::move(match);
    }
    return matches;
}

Result<ActivityPage> readActivityPage(Session &session, const ActivityQuery &query, const Cursor &from) {
    qint64 more = 0;
    auto entries = readActivity(*session.connection, query, from.value.toLongLong(), more);
    if (!entries)
        return std::unexpected(entries.error());
    return ActivityPage{.entries = std::move(*entries), .next = more > 0 ? Cursor{QString::number(more)} : Cursor{}};
}

Result<ChainReport> checkChain(Session &session, const std::optional<ChainHead> &known,
                               const std::function<bool()> &stop) {
    auto transaction = Transaction::begin(*session.connection, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto meta = readMeta(*session.connection);
    if (!meta)
        return std::unexpected(meta.error());
    auto walk = walkChain(*session.connection, meta->keyringId, known, stop);
    if (!walk)
        return std::unexpected(walk.error());
    if (walk->stopped)
        return failure(ErrorKind::Cancelled, Words::tr("The check was stopped."));
    return chainReport(
        {.entries = walk->entries, .head = walk->head, .firstBroken = walk->firstBroken, .knownSeen = walk->knownSeen},
        known);
}

} // namespace keywright
