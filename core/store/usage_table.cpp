#include "core/store/usage_table.h"

#include "core/store/sql_values.h"

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

} // namespace

Done addUse(Connection &connection, qint64 n, const UseTally &tally, qint64 usageFeed) {
    if (auto done = addCounters(connection, n, tally, usageFeed); !done)
        return done;
    if (auto done = addDays(connection, n, tally); !done)
        return done;
    return addClients(connection, n, tally);
}

Done writeUsageFeed(Connection &connection, qint64 usageFeed) {
    return connection.run(u"UPDATE meta SET usage_seq = ?"_s, {usageFeed});
}

Result<QList<ClientUse>> readClients(Connection &connection, qint64 n) {
    QList<ClientUse> clients;
    auto done = connection.forEach(u"SELECT address, agent, first_at, last_at, requests FROM client WHERE n = ? "
                                   u"ORDER BY last_at DESC, requests DESC LIMIT ?"_s,
                                   {n, clientsKept}, [&](const Row &row) {
                                       clients << ClientUse{.address = row.text(0),
                                                            .agent = row.text(1),
                                                            .firstAt = fromEpoch(row.integer(2)),
                                                            .lastAt = fromEpoch(row.integer(3)),
                                                            .requests = row.integer(4)};
                                   });
    if (!done)
        return std::unexpected(done.error());
    return clients;
}

Result<QList<DayUse>> readDays(Connection &connection, qint64 n, Instant now) {
    QList<DayUse> days;
    auto done =
        connection.forEach(u"SELECT day, requests, refused FROM usage_day WHERE n = ? AND day > ? ORDER BY day"_s,
                           {n, dayText(now - Days(30))}, [&](const Row &row) {
                               days << DayUse{.day = QDate::fromString(row.text(0), Qt::ISODate),
                                              .requests = row.integer(1),
                                              .refused = row.integer(2)};
                           });
    if (!done)
        return std::unexpected(done.error());
    return days;
}

} // namespace keywright
