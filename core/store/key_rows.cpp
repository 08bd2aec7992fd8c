// Writing keys: the other half of key_table.h.
#include "core/store/key_table.h"
#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QVariant lineageOf(const ApiKey &key) {
    return key.lineage == key.id.value ? QVariant() : sqlOptional(key.lineage);
}

/// What can change, in the order of insertKey() and updateKey().
QVariantList mutableValues(const ApiKey &key, FeedSeq change) {
    return {sqlText(key.name),
            sqlText(key.scopes.join(u' ')),
            sqlText(key.owner),
            sqlOptional(key.note),
            sqlOptional(key.expiresAt),
            sqlOptional(key.expiresOn),
            sqlOptional(key.revokedAt),
            sqlOptional(key.revokedBy),
            sqlOptional(key.revokeReason),
            sqlOptional(key.deprecatedAt),
            sqlOptional(key.autoRevokeAt),
            lineageOf(key),
            sqlOptional(key.replacedBy.value),
            sqlOptional(key.dailyLimit),
            sqlOptional(key.monthlyLimit),
            sqlOptional(key.ratePerMinute),
            sqlOptional(key.deliveredAt),
            sqlOptional(key.reviewedAt),
            key.revision.value,
            change.value};
}

} // namespace

Done insertKey(Connection &connection, const ApiKey &key, const Sha256 &digest, FeedSeq change) {
    const QVariantList fixed{key.id.value,
                             sqlDigest(digest),
                             sqlText(key.preview.first),
                             sqlText(key.preview.last),
                             key.kind == KeyKind::Test ? 1 : 0,
                             toEpoch(key.createdAt),
                             sqlText(key.createdBy),
                             sqlOptional(key.issuedBy.value)};
    return connection.run(
        u"INSERT INTO keys (id, digest, first_chars, last_chars, kind, created_at, created_by, issued_by, name, "
        u"scopes, owner, note, expires_at, expires_on, revoked_at, revoked_by, revoke_reason, deprecated_at, "
        u"auto_revoke_at, lineage, replaced_by, daily_limit, monthly_limit, rate_per_minute, delivered_at, "
        u"reviewed_at, revision, change_seq) "
        u"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        fixed + mutableValues(key, change));
}

Done updateKey(Connection &connection, const ApiKey &key, FeedSeq change) {
    return connection.run(
        u"UPDATE keys SET name = ?, scopes = ?, owner = ?, note = ?, expires_at = ?, expires_on = ?, revoked_at = ?, "
        u"revoked_by = ?, revoke_reason = ?, deprecated_at = ?, auto_revoke_at = ?, lineage = ?, replaced_by = ?, "
        u"daily_limit = ?, monthly_limit = ?, rate_per_minute = ?, delivered_at = ?, reviewed_at = ?, revision = ?, "
        u"change_seq = ? WHERE id = ?"_s,
        mutableValues(key, change) + QVariantList{key.id.value});
}

Done deleteKey(Connection &connection, const ApiKey &key, FeedSeq change) {
    // Usage, days and clients go with the row (ON DELETE CASCADE).
    if (auto done = connection.run(u"DELETE FROM keys WHERE id = ?"_s, {key.id.value}); !done)
        return done;
    if (auto done = connection.run(u"DELETE FROM idempotency WHERE key_id = ?"_s, {key.id.value}); !done)
        return done;
    for (const auto &table : {u"spend"_s, u"charge"_s}) {
        auto done = connection.run(
            u"DELETE FROM %1 WHERE lineage = ? AND NOT EXISTS (SELECT 1 FROM keys WHERE lineage = ? OR id = ?)"_s.arg(
                table),
            {key.lineage, key.lineage, key.lineage});
        if (!done)
            return done;
    }
    return connection.run(u"INSERT INTO tombstone (id, change_seq) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET "
                          u"change_seq = excluded.change_seq"_s,
                          {key.id.value, change.value});
}

} // namespace keywright
