#include "core/store/recent_use_table.h"

#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QVariant markOf(const Sha256 &digest) {
    constexpr qsizetype length = 8;
    return QByteArray(reinterpret_cast<const char *>(digest.bytes.data()), length);
}

/// The client of all that was counted, if it is one, on one day, and nothing was refused. Nobody in particular is one,
/// too.
std::optional<ClientUse> onlyClient(const UseTally &tally) {
    if (tally.refused > 0 || tally.days.size() != 1 || tally.clients.size() > 1)
        return {};
    if (!tally.clients.isEmpty())
        return tally.clients.begin()->requests == tally.requests ? std::optional(*tally.clients.begin()) : std::nullopt;
    return ClientUse{
        .address = {}, .agent = {}, .firstAt = tally.last.at, .lastAt = tally.last.at, .requests = tally.requests};
}

UseTally tallyIn(const Row &row) {
    const ClientUse client{.address = row.text(1),
                           .agent = row.text(2),
                           .firstAt = fromEpoch(row.integer(3)),
                           .lastAt = fromEpoch(row.integer(4)),
                           .requests = row.integer(5)};
    UseTally tally{.requests = client.requests,
                   .last = {.at = client.lastAt, .address = client.address, .agent = client.agent},
                   .days = {{row.integer(0), {client.requests, 0}}}};
    if (!client.address.isEmpty() || !client.agent.isEmpty())
        tally.addClient(client);
    return tally;
}

const QString tallyColumns = u"day, address, agent, first_at, last_at, requests"_s;

Result<std::optional<UseTally>> tallyOf(Connection &connection, const QString &sql, qint64 n) {
    std::optional<UseTally> tally;
    auto done = connection.forEach(sql, {n}, [&](const Row &row) { tally = tallyIn(row); });
    if (!done)
        return std::unexpected(done.error());
    return tally;
}

Result<bool> changesOne(Connection &connection, const QString &sql, const QVariantList &values) {
    const auto rows = connection.change(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    return *rows == 1;
}

} // namespace

Result<bool> addToRecentUse(Connection &connection, qint64 n, const Sha256 &digest, const UseTally &tally,
                            qint64 usageFeed) {
    const auto client = onlyClient(tally);
    if (!client)
        return false;
    static const QString sql =
        u"UPDATE recent_use SET requests = requests + ?, last_at = CASE WHEN last_at < ? THEN ? ELSE last_at END, "
        u"change_seq = ? WHERE n = ? AND key_mark = ? AND day = ? AND address = ? AND agent = ?"_s;
    const qint64 lastAt = toEpoch(client->lastAt);
    return changesOne(connection, sql,
                      {client->requests, lastAt, lastAt, usageFeed, n, markOf(digest), tally.days.firstKey(),
                       sqlText(client->address), sqlText(client->agent)});
}

Result<bool> beginRecentUse(Connection &connection, qint64 n, const Sha256 &digest, const UseTally &tally,
                            qint64 usageFeed) {
    const auto client = onlyClient(tally);
    if (!client)
        return false;
    static const QString sql =
        u"INSERT INTO recent_use (n, key_mark, day, address, agent, first_at, last_at, requests, change_seq) "
        u"SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM usage WHERE n = ? AND last_used_at > ?)"_s;
    const qint64 lastAt = toEpoch(client->lastAt);
    return changesOne(connection, sql,
                      {n, markOf(digest), tally.days.firstKey(), sqlText(client->address), sqlText(client->agent),
                       toEpoch(client->firstAt), lastAt, client->requests, usageFeed, n, lastAt});
}

Result<std::optional<UseTally>> takeRecentUse(Connection &connection, qint64 n) {
    static const QString sql = u"DELETE FROM recent_use WHERE n = ? RETURNING "_s + tallyColumns;
    return tallyOf(connection, sql, n);
}

Result<std::optional<UseTally>> readRecentUse(Connection &connection, qint64 n) {
    static const QString sql = u"SELECT "_s + tallyColumns + u" FROM recent_use WHERE n = ?"_s;
    return tallyOf(connection, sql, n);
}

Result<QList<qint64>> idleRecentUse(Connection &connection, Instant before, int most) {
    QList<qint64> rows;
    auto done = connection.forEach(
        u"SELECT n FROM (SELECT n, last_at FROM recent_use ORDER BY change_seq LIMIT ?) AS oldest WHERE last_at < ?"_s,
        {most, toEpoch(before)}, [&](const Row &row) { rows << row.integer(0); });
    if (!done)
        return std::unexpected(done.error());
    return rows;
}

} // namespace keywright
