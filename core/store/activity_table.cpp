#include "core/store/activity_table.h"

#include "core/store/activity_filter.h"
#include "core/store/sql_values.h"
#include "core/store/store_error.h"

#include <QJsonDocument>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"seq, at, event, actor, auth_method, key_id, key_name, key_preview, address, detail, prev, "
                        u"hash"_s;

/// False where the row cannot be what was written (its detail is no canonical JSON).
bool readEntry(const Row &row, Activity &entry) {
    const QByteArray detail = row.text(9).toUtf8();
    entry = Activity{.seq = row.integer(0),
                     .at = fromEpoch(row.integer(1)),
                     .event = row.text(2),
                     .actor = row.text(3),
                     .authMethod = row.text(4),
                     .keyId = row.text(5),
                     .keyName = row.text(6),
                     .keyPreview = row.text(7),
                     .address = row.text(8),
                     .detail = QJsonDocument::fromJson(detail).object(),
                     .prev = sha256FromBytes(row.bytes(10)).value_or(Sha256{}),
                     .hash = sha256FromBytes(row.bytes(11)).value_or(Sha256{})};
    return canonicalJson(entry.detail) == detail;
}

constexpr int batch = 2'000;

} // namespace

Result<ChainHead> chainHead(Connection &connection, const QString &keyringId) {
    ChainHead head{0, sha256(keyringId.toUtf8())};
    bool sound = true;
    auto done =
        connection.forEach(u"SELECT seq, hash FROM activity ORDER BY seq DESC LIMIT 1"_s, {}, [&](const Row &row) {
            const auto hash = sha256FromBytes(row.bytes(1));
            sound = hash.has_value();
            head = {row.integer(0), hash.value_or(Sha256{})};
        });
    if (!done)
        return std::unexpected(done.error());
    if (!sound)
        return std::unexpected(damagedError(connection.place(), u"activity"_s));
    return head;
}

Done appendActivity(Connection &connection, Activity entry, ChainHead &head) {
    entry.seq = head.seq + 1;
    entry.prev = head.hash;
    const QByteArray detail = canonicalJson(entry.detail);
    entry.hash = entryHash(entry, detail);
    auto done = connection.run(
        u"INSERT INTO activity ("_s + columns + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.seq, toEpoch(entry.at), sqlText(entry.event), sqlText(entry.actor), sqlText(entry.authMethod),
         sqlText(entry.keyId), sqlText(entry.keyName), sqlText(entry.keyPreview), sqlText(entry.address),
         QString::fromUtf8(detail), sqlDigest(entry.prev), sqlDigest(entry.hash)});
    if (done)
        head = {entry.seq, entry.hash};
    return done;
}

Result<QList<Activity>> readActivity(Connection &connection, const ActivityQuery &query, qint64 before, qint64 &more) {
    const ActivityTerms terms = parseActivitySearch(query.text);
    QString condition = u"seq < ?"_s;
    QVariantList values{before > 0 ? before : std::numeric_limits<qint64>::max()};
    if (!query.key.isEmpty()) {
        condition += u" AND key_id = ?"_s;
        values << query.key.value;
    }
    const QString sql =
        u"SELECT "_s + columns + u" FROM activity WHERE "_s + condition + u" ORDER BY seq DESC LIMIT ?"_s;
    QList<Activity> entries;
    more = 0;
    bool last = false;
    while (!last && entries.size() < query.limit) {
        int read = 0;
        auto done = connection.forEach(sql, QVariantList(values) << batch, [&](const Row &row) {
            ++read;
            if (entries.size() >= query.limit)
                return;
            Activity entry;
            readEntry(row, entry);
            values[0] = entry.seq;
            if (matches(terms, entry))
                entries << entry;
        });
        if (!done)
            return std::unexpected(done.error());
        last = read < batch;
    }
    if (!last || (entries.size() >= query.limit && query.limit > 0))
        more = values.at(0).toLongLong();
    if (more == 1)
        more = 0;
    return entries;
}

Result<ChainWalk> walkChain(Connection &connection, const QString &keyringId, const std::optional<ChainHead> &known,
                            const std::function<bool()> &stop) {
    ChainWalk walk{.head = {0, sha256(keyringId.toUtf8())}};
    const ChainHead first = walk.head;
    walk.knownSeen = !known || *known == first;
    const QString sql = u"SELECT "_s + columns + u" FROM activity WHERE seq > ? ORDER BY seq LIMIT ?"_s;
    qint64 last = std::numeric_limits<qint64>::min();
    int read = batch;
    while (read == batch && !walk.firstBroken) {
        if (stop && stop()) {
            walk.stopped = true;
            return walk;
        }
        read = 0;
        auto done = connection.forEach(sql, {last, batch}, [&](const Row &row) {
            ++read;
            Activity entry;
            const bool readable = readEntry(row, entry);
            last = entry.seq;
            ++walk.entries;
            if (walk.firstBroken)
                return;
            const bool fits = readable && entry.seq == walk.head.seq + 1 && entry.prev == walk.head.hash &&
                              entry.hash == entryHash(entry);
            if (!fits) {
                walk.firstBroken = entry.seq;
                return;
            }
            walk.head = {entry.seq, entry.hash};
            walk.knownSeen = walk.knownSeen || *known == walk.head;
        });
        if (!done)
            return std::unexpected(done.error());
    }
    return walk;
}

} // namespace keywright
