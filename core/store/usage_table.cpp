#include "core/store/usage_table.h"

#include "core/store/recent_use_table.h"
#include "core/store/sql_values.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int clientsKept = 32;

QString dayText(Instant at) {
    return toUtc(at).toString(u"yyyy-MM-dd"_s);
}

/// What a tally says of the latest use, or NULLs where there was none of that kind.
QVariantList latest(const UseTally &tally) {
    QVariantList values;
    if (tally.requests > 0)
        values << toEpoch(tally.last.at) << sqlText(tally.last.address) << sqlText(tally.last.agent);
    else
        values << QVariant() << QVariant() << QVariant();
    if (tally.refused > 0)
        values << toEpoch(tally.lastRefused.at) << sqlText(tally.lastRefused.address);
    else
        values << QVariant() << QVariant();
    return values;
}

Done addCounters(Connection &connection, qint64 n, const UseTally &tally, qint64 usageFeed) {
    // What another program wrote of a later moment stays. Columns are read as they were before the update.
    static const QString sql =
        u"INSERT INTO usage (n, since, requests, refused, last_used_at, last_address, last_agent, last_refused_at, "
        u"last_refused_address, change_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET "
        u"requests = usage.requests + excluded.requests, refused = usage.refused + excluded.refused, "
        u"last_address = CASE WHEN excluded.last_used_at >= coalesce(usage.last_used_at, 0) THEN excluded.last_address "
        u"ELSE usage.last_address END, "
        u"last_agent = CASE WHEN excluded.last_used_at >= coalesce(usage.last_used_at, 0) THEN excluded.last_agent "
        u"ELSE "
        u"usage.last_agent END, "
        u"last_used_at = CASE WHEN excluded.last_used_at >= coalesce(usage.last_used_at, 0) THEN excluded.last_used_at "
        u"ELSE "
        u"usage.last_used_at END, "
        u"last_refused_address = CASE WHEN excluded.last_refused_at >= coalesce(usage.last_refused_at, 0) THEN "
        u"excluded.last_refused_address ELSE usage.last_refused_address END, "
        u"last_refused_at = CASE WHEN excluded.last_refused_at >= coalesce(usage.last_refused_at, 0) THEN "
        u"excluded.last_refused_at ELSE usage.last_refused_at END, change_seq = excluded.change_seq"_s;
    const Instant since = tally.requests > 0 ? tally.last.at : tally.lastRefused.at;
    return connection.run(sql, QVariantList{n, toEpoch(since), tally.requests, tally.refused} + latest(tally) +
                                   QVariantList{usageFeed});
}

Done addDays(Connection &connection, qint64 n, const UseTally &tally) {
    for (auto day = tally.days.cbegin(); day != tally.days.cend(); ++day) {
        auto done =
            connection.run(u"INSERT INTO usage_day (n, day, requests, refused) VALUES (?, ?, ?, ?) "
                           u"ON CONFLICT (n, day) DO UPDATE SET requests = usage_day.requests + excluded.requests, "
                           u"refused = usage_day.refused + excluded.refused"_s,
                           {n, dayText(fromEpoch(0) + Days(day.key())), day->first, day->second});
        if (!done)
            return done;
    }
    return {};
}

/// Whether the client is a new one.
Result<bool> addClient(Connection &connection, qint64 n, const ClientUse &client) {
    bool fresh = false;
    auto done = connection.forEach(
        u"INSERT INTO client (n, address, agent, first_at, last_at, requests) VALUES (?, ?, ?, ?, ?, ?) "
        u"ON CONFLICT (n, address, agent) DO UPDATE SET last_at = CASE WHEN excluded.last_at > "
        u"client.last_at THEN excluded.last_at ELSE client.last_at END, requests = client.requests + excluded.requests "
        u"RETURNING requests"_s,
        {n, sqlText(client.address), sqlText(client.agent), toEpoch(client.firstAt), toEpoch(client.lastAt),
         client.requests},
        [&](const Row &row) { fresh = row.integer(0) == client.requests; });
    if (!done)
        return std::unexpected(done.error());
    return fresh;
}

Done addClients(Connection &connection, qint64 n, const UseTally &tally) {
    bool more = false;
    for (const ClientUse &client : tally.clients) {
        const auto fresh = addClient(connection, n, client);
        if (!fresh)
            return std::unexpected(fresh.error());
        more = more || *fresh;
    }
    if (!more)
        return {};
    return connection.run(u"DELETE FROM client WHERE n = ? AND (address, agent) NOT IN (SELECT address, agent FROM "
                          u"client WHERE n = ? ORDER BY last_at DESC LIMIT ?)"_s,
                          {n, n, clientsKept});
}

Done addTally(Connection &connection, qint64 n, const UseTally &tally, qint64 usageFeed) {
    if (auto done = addCounters(connection, n, tally, usageFeed); !done)
        return done;
    if (auto done = addDays(connection, n, tally); !done)
        return done;
    return addClients(connection, n, tally);
}

/// Puts what was recent to the rest.
Done settleRecentUse(Connection &connection, qint64 n, qint64 usageFeed) {
    const auto recent = takeRecentUse(connection, n);
    if (!recent)
        return std::unexpected(recent.error());
    return *recent ? addTally(connection, n, **recent, usageFeed) : Done();
}

/// The row in which the key stands; zero: it was deleted, and its counters with it.
Result<qint64> rowOf(Connection &connection, const Sha256 &digest, qint64 likely) {
    auto n = connection.number(u"SELECT n FROM keys WHERE n = ? AND digest = ?"_s, {likely, sqlDigest(digest)});
    if (n && *n == 0) // a restore gives new rows
        n = connection.number(u"SELECT n FROM keys WHERE digest = ?"_s, {sqlDigest(digest)});
    return n;
}

} // namespace

Done addUse(Connection &connection, qint64 n, const UseTally &tally, qint64 usageFeed) {
    if (auto done = settleRecentUse(connection, n, usageFeed); !done)
        return done;
    return addTally(connection, n, tally, usageFeed);
}

Done addUse(Connection &connection, const Sha256 &digest, qint64 likelyRow, const UseTally &tally, qint64 usageFeed) {
    auto added = addToRecentUse(connection, likelyRow, digest, tally, usageFeed);
    if (!added || *added)
        return added ? Done() : std::unexpected(added.error());
    const auto n = rowOf(connection, digest, likelyRow);
    if (!n)
        return std::unexpected(n.error());
    if (*n == 0)
        return {};
    if (auto done = settleRecentUse(connection, *n, usageFeed); !done)
        return done;
    added = beginRecentUse(connection, *n, digest, tally, usageFeed);
    if (!added || *added)
        return added ? Done() : std::unexpected(added.error());
    return addTally(connection, *n, tally, usageFeed);
}

Done settleIdleUse(Connection &connection, Instant before, int most, qint64 usageFeed) {
    const auto rows = idleRecentUse(connection, before, most);
    if (!rows)
        return std::unexpected(rows.error());
    for (const qint64 n : *rows) {
        if (auto done = settleRecentUse(connection, n, usageFeed); !done)
            return done;
    }
    return {};
}

Done writeUsageFeed(Connection &connection, qint64 usageFeed) {
    return connection.run(u"UPDATE meta SET usage_seq = ?"_s, {usageFeed});
}

Result<QList<ClientUse>> readClients(Connection &connection, qint64 n) {
    const auto recent = readRecentUse(connection, n);
    if (!recent)
        return std::unexpected(recent.error());
    UseTally known;
    auto done = connection.forEach(u"SELECT address, agent, first_at, last_at, requests FROM client WHERE n = ?"_s, {n},
                                   [&](const Row &row) {
                                       known.addClient({.address = row.text(0),
                                                        .agent = row.text(1),
                                                        .firstAt = fromEpoch(row.integer(2)),
                                                        .lastAt = fromEpoch(row.integer(3)),
                                                        .requests = row.integer(4)});
                                   });
    if (!done)
        return std::unexpected(done.error());
    for (const ClientUse &client : *recent ? (*recent)->clients : decltype(known.clients)())
        known.addClient(client);
    QList<ClientUse> clients = known.clients.values();
    std::ranges::sort(clients, std::greater(), [](const ClientUse &client) {
        return std::tuple(client.lastAt, client.requests, client.address, client.agent);
    });
    return clients.first(std::min<qsizetype>(clients.size(), clientsKept));
}

Result<QList<DayUse>> readDays(Connection &connection, qint64 n, Instant now) {
    const auto recent = readRecentUse(connection, n);
    if (!recent)
        return std::unexpected(recent.error());
    const QString after = dayText(now - Days(30));
    QMap<QString, DayUse> days;
    const auto add = [&](const QString &day, qint64 requests, qint64 refused) {
        if (day <= after)
            return;
        DayUse &use = days[day];
        use.day = QDate::fromString(day, Qt::ISODate);
        use.requests += requests;
        use.refused += refused;
    };
    auto done =
        connection.forEach(u"SELECT day, requests, refused FROM usage_day WHERE n = ? AND day > ?"_s, {n, after},
                           [&](const Row &row) { add(row.text(0), row.integer(1), row.integer(2)); });
    if (!done)
        return std::unexpected(done.error());
    if (*recent) {
        for (auto day = (*recent)->days.cbegin(); day != (*recent)->days.cend(); ++day)
            add(dayText(fromEpoch(0) + Days(day.key())), day->first, day->second);
    }
    return days.values();
}

} // namespace keywright
