#include "core/store/verify_rows.h"

#include "core/store/store_error.h"

#include <algorithm>
#include <span>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

// What few keys have comes as one column that is NULL for most of them: reading a value costs, reading a NULL little.
const QString columns =
    u"SELECT n, id, digest, name, scopes, owner, expires_at, CASE WHEN revoked_at IS NOT NULL THEN 1 END, "
    u"auto_revoke_at, CASE WHEN daily_limit IS NOT NULL OR monthly_limit IS NOT NULL OR rate_per_minute IS NOT NULL OR "
    u"lineage IS NOT NULL THEN 1 END, daily_limit, monthly_limit, rate_per_minute, lineage FROM keys "_s;

bool readDigest(const Row &row, int column, Sha256 &digest) {
    const QByteArrayView bytes = row.view(column);
    if (bytes.size() != qsizetype(digest.bytes.size()))
        return false;
    std::ranges::copy(std::as_bytes(std::span(bytes.data(), digest.bytes.size())), digest.bytes.begin());
    return true;
}

std::string_view textOf(const Row &row, int column) {
    const QByteArrayView text = row.view(column);
    return {text.data(), std::size_t(text.size())};
}

bool read(const Row &row, VerifyRow &into) {
    into.n = row.integer(0);
    into.id = textOf(row, 1);
    into.name = textOf(row, 3);
    into.scopes = textOf(row, 4);
    into.owner = textOf(row, 5);
    into.expiresAt = row.optionalInteger(6);
    into.revoked = row.optionalInteger(7).has_value();
    into.graceEndsAt = row.optionalInteger(8);
    into.dailyLimit = into.monthlyLimit = into.ratePerMinute = std::nullopt;
    into.lineage = {};
    if (row.optionalInteger(9)) {
        into.dailyLimit = row.optionalInteger(10);
        into.monthlyLimit = row.optionalInteger(11);
        into.ratePerMinute = row.optionalInteger(12);
        into.lineage = textOf(row, 13);
    }
    return readDigest(row, 2, into.digest);
}

} // namespace

Done forEachVerifyRow(Connection &connection, std::optional<FeedSeq> since,
                      const std::function<void(const VerifyRow &)> &each) {
    VerifyRow values;
    bool sound = true;
    const QString sql = since ? columns + u"WHERE change_seq > ?"_s : columns;
    auto done = connection.forEach(sql, since ? QVariantList{since->value} : QVariantList(), [&](const Row &row) {
        if (read(row, values))
            each(values);
        else
            sound = false;
    });
    if (done && !sound)
        return std::unexpected(damagedError(connection.place(), u"keys.digest"_s));
    return done;
}

Result<QStringList> deletedSince(Connection &connection, FeedSeq since) {
    QStringList ids;
    auto done = connection.forEach(u"SELECT id FROM tombstone WHERE change_seq > ?"_s, {since.value},
                                   [&](const Row &row) { ids << row.text(0); });
    if (!done)
        return std::unexpected(done.error());
    return ids;
}

} // namespace keywright
