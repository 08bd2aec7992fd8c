#include "core/store/usage_table.h"

#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int clientsKept = 32;

QString dayText(Instant at) {
    return toUtc(at).toString(u"yyyy-MM-dd"_s);
}

Done countUse(Connection &connection, qint64 n, const Use &use, qint64 usageFeed) {
    const QString sql =
        use.refused
            ? u"INSERT INTO usage (n, since, requests, refused, last_refused_at, last_refused_address, change_seq) "
              u"VALUES (?, ?, 0, 1, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET refused = refused + 1, last_refused_at = "
              u"excluded.last_refused_at, last_refused_address = excluded.last_refused_address, change_seq = "
              u"excluded.change_seq"_s
            : u"INSERT INTO usage (n, since, requests, refused, last_used_at, last_address, last_agent, change_seq) "
              u"VALUES (?, ?, 1, 0, ?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET requests = requests + 1, last_used_at = "
              u"excluded.last_used_at, last_address = excluded.last_address, last_agent = excluded.last_agent, "
              u"change_seq = excluded.change_seq"_s;
    QVariantList values{n, toEpoch(use.at), toEpoch(use.at), sqlText(use.address)};
    if (!use.refused)
        values << sqlText(use.agent);
    return connection.run(sql, values << usageFeed);
}

Done countClient(Connection &connection, qint64 n, const Use &use) {
    auto done = connection.run(
        u"INSERT INTO client (n, address, agent, first_at, last_at, requests) VALUES (?, ?, ?, ?, ?, 1) "
        u"ON CONFLICT (n, address, agent) DO UPDATE SET last_at = excluded.last_at, requests = requests + 1"_s,
        {n, sqlText(use.address), sqlText(use.agent), toEpoch(use.at), toEpoch(use.at)});
    if (!done)
        return done;
    return connection.run(u"DELETE FROM client WHERE n = ? AND (address, agent) NOT IN (SELECT address, agent FROM "
                          u"client WHERE n = ? ORDER BY last_at DESC LIMIT ?)"_s,
                          {n, n, clientsKept});
}

} // namespace

Done recordUse(Connection &connection, qint64 n, const Use &use, qint64 usageFeed) {
    if (auto done = countUse(connection, n, use, usageFeed); !done)
        return done;
    auto done = connection.run(u"INSERT INTO usage_day (n, day, requests, refused) VALUES (?, ?, ?, ?) "
                               u"ON CONFLICT (n, day) DO UPDATE SET requests = requests + excluded.requests, "
                               u"refused = refused + excluded.refused"_s,
                               {n, dayText(use.at), use.refused ? 0 : 1, use.refused ? 1 : 0});
    if (!done)
        return done;
    if (!use.refused)
        done = countClient(connection, n, use);
    if (!done)
        return done;
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
