#include "core/store/key_table.h"

#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

// The list's columns. readList() reads them by these places.
const QString listColumns =
    u"k.n, k.id, k.name, k.first_chars, k.last_chars, k.scopes, k.owner, k.kind, k.created_at, k.expires_at, "
    u"k.revoked_at, k.revoke_reason, k.deprecated_at, k.auto_revoke_at, k.lineage, k.replaced_by, k.daily_limit, "
    u"k.monthly_limit, k.delivered_at, k.revision, u.last_used_at, u.requests, u.refused"_s;
constexpr int firstOfRest = 23;
const QString restColumns = u", k.note, k.created_by, k.issued_by, k.expires_on, k.revoked_by, k.rate_per_minute, "
                            u"k.reviewed_at, u.last_address, u.last_agent, u.last_refused_at, u.last_refused_address"_s;
const QString from = u" FROM keys k LEFT JOIN usage u ON u.n = k.n "_s;

constexpr qsizetype mostSharedTexts = 50'000;

} // namespace

const QString &KeyReader::shared(const QString &text) {
    if (texts_.size() > mostSharedTexts)
        texts_.clear();
    auto it = texts_.find(text);
    if (it == texts_.end())
        it = texts_.insert(text, text);
    return it.value();
}

const QStringList &KeyReader::scopes(const QString &text) {
    auto it = scopes_.find(text);
    if (it == scopes_.end())
        it = scopes_.insert(text, text.split(u' ', Qt::SkipEmptyParts));
    return it.value();
}

void KeyReader::readList(const Row &row, ApiKey &key) {
    key.id.value = row.text(1);
    key.name = row.text(2);
    key.preview = {row.text(3), row.text(4)};
    key.scopes = scopes(row.text(5));
    key.owner = shared(row.text(6));
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
    key.usage.lastUsedAt = optionalInstant(row, 20);
    key.usage.requests = row.integer(21);
    key.usage.refused = row.integer(22);
    if (key.dailyLimit || key.monthlyLimit)
        key.spend = Spend{};
}

void KeyReader::readRest(const Row &row, ApiKey &key) {
    int column = firstOfRest;
    key.note = row.text(column++);
    key.createdBy = shared(row.text(column++));
    key.issuedBy.value = row.text(column++);
    key.expiresOn = row.text(column++);
    key.revokedBy = shared(row.text(column++));
    if (const auto rate = row.optionalInteger(column++))
        key.ratePerMinute = int(*rate);
    key.reviewedAt = optionalInstant(row, column++);
    key.usage.lastAddress = row.text(column++);
    key.usage.lastAgent = shared(row.text(column++));
    key.usage.lastRefusedAt = optionalInstant(row, column++);
    key.usage.lastRefusedAddress = row.text(column++);
}

Result<QList<ApiKey>> KeyReader::page(qint64 after, int limit, qint64 &last) {
    static const QString sql = u"SELECT "_s + listColumns + from + u"WHERE k.n > ? ORDER BY k.n LIMIT ?"_s;
    QList<ApiKey> keys;
    keys.reserve(limit);
    auto done = connection_.forEach(sql, {after, limit}, [&](const Row &row) {
        last = row.integer(0);
        readList(row, keys.emplaceBack());
    });
    if (!done)
        return std::unexpected(done.error());
    return keys;
}

Result<QList<StoredKey>> KeyReader::where(const QString &condition, const QVariantList &values) {
    QList<StoredKey> found;
    auto done = connection_.forEach(u"SELECT "_s + listColumns + restColumns + from + u"WHERE "_s + condition, values,
                                    [&](const Row &row) {
                                        auto &stored = found.emplaceBack();
                                        stored.n = row.integer(0);
                                        readList(row, stored.key);
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
