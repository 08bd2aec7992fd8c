#include "core/store/key_table.h"

#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

const QString lastUseColumn = u"coalesce(r.last_at, u.last_used_at)"_s;

namespace {

// readList(), readRest() and readUse() read their columns by these places.
const QString listColumns = u"k.n, k.id, k.name, k.first_chars, k.last_chars, k.scopes, k.owner, k.kind, k.created_at, "
                            u"k.expires_at, k.revoked_at, k.revoke_reason, k.deprecated_at, k.auto_revoke_at, "
                            u"k.lineage, k.replaced_by, k.daily_limit, k.monthly_limit, k.delivered_at, k.revision"_s;
constexpr int listWidth = 20;
const QString useColumns =
    lastUseColumn + u", coalesce(u.requests, 0) + coalesce(r.requests, 0), coalesce(u.refused, 0)"_s;
constexpr int useWidth = 3;
const QString restColumns = u"k.note, k.created_by, k.issued_by, k.expires_on, k.revoked_by, k.rate_per_minute, "
                            u"k.reviewed_at, coalesce(r.address, u.last_address), coalesce(r.agent, u.last_agent), "
                            u"u.last_refused_at, u.last_refused_address"_s;

constexpr qsizetype mostSharedTexts = 50'000;

void readUse(const Row &row, int column, Usage &usage) {
    usage.lastUsedAt = optionalInstant(row, column++);
    usage.requests = row.integer(column++);
    usage.refused = row.integer(column);
}

} // namespace

const QString &KeyReader::shared(QByteArrayView text) {
    if (texts_.size() > mostSharedTexts)
        texts_.clear();
    auto it = texts_.find(QByteArray::fromRawData(text.data(), text.size()));
    if (it == texts_.end())
        it = texts_.insert(text.toByteArray(), QString::fromUtf8(text));
    return it.value();
}

const QStringList &KeyReader::scopes(QByteArrayView text) {
    auto it = scopes_.find(QByteArray::fromRawData(text.data(), text.size()));
    if (it == scopes_.end())
        it = scopes_.insert(text.toByteArray(), QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts));
    return it.value();
}

void KeyReader::readList(const Row &row, ApiKey &key) {
    key.id.value = row.text(1);
    key.name = row.text(2);
    key.preview = {row.text(3), row.text(4)};
    key.scopes = scopes(row.view(5));
    key.owner = shared(row.view(6));
    key.kind = row.integer(7) == 0 ? KeyKind::Standard : KeyKind::Test;
    key.createdAt = fromEpoch(row.integer(8));
    key.expiresAt = optionalInstant(row, 9);
    key.revokedAt = optionalInstant(row, 10);
    key.revokeReason = row.text(11);
    key.deprecatedAt = optionalInstant(row, 12);
    key.autoRevokeAt = optionalInstant(row, 13);
    key.lineage = row.isNull(14) ? key.id.value : row.text(14);
    key.replacedBy.value = row.text(15);
    key.dailyLimit = optionalUsd(row, 16);
    key.monthlyLimit = optionalUsd(row, 17);
    key.deliveredAt = optionalInstant(row, 18);
    key.revision.value = row.integer(19);
    if (key.dailyLimit || key.monthlyLimit)
        key.spend = Spend{};
}

void KeyReader::readRest(const Row &row, ApiKey &key) {
    int column = listWidth + useWidth;
    key.note = row.text(column++);
    key.createdBy = row.text(column++);
    key.issuedBy.value = row.text(column++);
    key.expiresOn = row.text(column++);
    key.revokedBy = row.text(column++);
    if (const auto rate = row.optionalInteger(column++))
        key.ratePerMinute = int(*rate);
    key.reviewedAt = optionalInstant(row, column++);
    key.usage.lastAddress = row.text(column++);
    key.usage.lastAgent = row.text(column++);
    key.usage.lastRefusedAt = optionalInstant(row, column++);
    key.usage.lastRefusedAddress = row.text(column++);
}

Result<QList<ApiKey>> KeyReader::page(qint64 after, int limit, qint64 &last) {
    static const QString sql = u"SELECT "_s + listColumns + u" FROM keys k WHERE k.n > ? ORDER BY k.n LIMIT ?"_s;
    QList<ApiKey> keys;
    std::vector<qint64> rows;
    keys.reserve(limit);
    rows.reserve(std::size_t(limit));
    auto done = connection_.forEach(sql, {after, limit}, [&](const Row &row) {
        rows.push_back(row.integer(0));
        readList(row, keys.emplaceBack());
    });
    if (done && !rows.empty()) {
        last = rows.back();
        done = addUse(keys, rows, after);
    }
    if (!done)
        return std::unexpected(done.error());
    return keys;
}

/// All these tables are in the order of n: running down them side by side costs a third of looking each row up.
Done KeyReader::addUse(QList<ApiKey> &keys, const std::vector<qint64> &rows, qint64 after) {
    const auto eachOf = [&](const QString &sql, auto read) {
        std::size_t at = 0;
        return connection_.forEach(sql, {after, rows.back()}, [&](const Row &row) {
            const qint64 n = row.integer(0);
            while (at < rows.size() && rows[at] < n)
                ++at;
            if (at < rows.size() && rows[at] == n)
                read(row, keys[qsizetype(at)].usage);
        });
    };
    auto done = eachOf(u"SELECT n, last_used_at, requests, refused FROM usage WHERE n > ? AND n <= ? ORDER BY n"_s,
                       [](const Row &row, Usage &usage) { readUse(row, 1, usage); });
    if (!done)
        return done;
    return eachOf(u"SELECT n, last_at, requests FROM recent_use WHERE n > ? AND n <= ? ORDER BY n"_s,
                  [](const Row &row, Usage &usage) {
                      usage.lastUsedAt = fromEpoch(row.integer(1));
                      usage.requests += row.integer(2);
                  });
}

Result<QList<StoredKey>> KeyReader::where(const QString &condition, const QVariantList &values) {
    QList<StoredKey> found;
    static const QString sql =
        u"SELECT "_s + listColumns + u", "_s + useColumns + u", "_s + restColumns +
        u" FROM keys k LEFT JOIN usage u ON u.n = k.n LEFT JOIN recent_use r ON r.n = k.n WHERE "_s;
    auto done = connection_.forEach(sql + condition, values, [&](const Row &row) {
        auto &stored = found.emplaceBack();
        stored.n = row.integer(0);
        readList(row, stored.key);
        readUse(row, listWidth, stored.key.usage);
        readRest(row, stored.key);
    });
    if (!done)
        return std::unexpected(done.error());
    return found;
}

Result<std::optional<StoredKey>> KeyReader::byId(const KeyId &id) {
    auto found = where(u"k.id = ?"_s, {sqlText(id.value)});
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->takeFirst());
}

Result<std::optional<StoredKey>> KeyReader::byDigest(const Sha256 &digest) {
    auto found = where(u"k.digest = ?"_s, {sqlDigest(digest)});
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->takeFirst());
}

Result<bool> isGraceOver(Connection &connection, Instant now) {
    auto over = connection.number(u"SELECT EXISTS (SELECT 1 FROM keys WHERE auto_revoke_at <= ? AND auto_revoke_at IS "
                                  u"NOT NULL AND revoked_at IS NULL)"_s,
                                  {toEpoch(now)});
    if (!over)
        return std::unexpected(over.error());
    return *over != 0;
}

Done KeyReader::addSpend(ApiKey &key, Instant now) {
    if (!key.dailyLimit && !key.monthlyLimit)
        return {};
    const QString day = toUtc(now).toString(u"yyyy-MM-dd"_s);
    Spend spend;
    auto done = connection_.forEach(u"SELECT period, micros FROM spend WHERE lineage = ? AND period IN (?, ?)"_s,
                                    {key.lineage, day, day.left(7)}, [&](const Row &row) {
                                        auto &part = row.text(0).size() > 7 ? spend.daily : spend.monthly;
                                        part = {row.integer(1)};
                                    });
    if (done)
        key.spend = spend;
    return done;
}

Done KeyReader::addSpend(QList<ApiKey> &keys, Instant now) {
    auto any = connection_.number(u"SELECT EXISTS (SELECT 1 FROM spend)"_s);
    if (!any)
        return std::unexpected(any.error());
    if (*any == 0)
        return {};
    for (ApiKey &key : keys) {
        if (auto done = addSpend(key, now); !done)
            return done;
    }
    return {};
}

} // namespace keywright
