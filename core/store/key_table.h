// Keys as rows.
#pragma once

#include "core/model/api_key.h"
#include "core/store/connection.h"

namespace keywright {

struct StoredKey {
    qint64 n = 0; ///< the row's number: the order of insertion
    ApiKey key;
};

/// When a key was used last, in the words of KeyReader::where(); NULL: never.
extern const QString lastUseColumn;

/// Reads rows into keys; texts that repeat (owners, scopes) are shared between them.
class KeyReader {
public:
    explicit KeyReader(Connection &connection) : connection_(connection) {}

    /// At most `limit` keys after row `after`, with the columns of the list; sets `last` to the last row's number.
    Result<QList<ApiKey>> page(qint64 after, int limit, qint64 &last);
    /// Whole keys. `condition` speaks of `k` (keys), `u` (usage) and `r` (recent_use): everything after WHERE.
    Result<QList<StoredKey>> where(const QString &condition, const QVariantList &values);
    Result<std::optional<StoredKey>> byId(const KeyId &id);
    Result<std::optional<StoredKey>> byDigest(const Sha256 &digest);

    /// Fills `spend` of keys with a limit: what their lineage has spent on the UTC day and month of `now`.
    Done addSpend(QList<ApiKey> &keys, Instant now);
    Done addSpend(ApiKey &key, Instant now);

private:
    void readList(const Row &row, ApiKey &key);
    void readRest(const Row &row, ApiKey &key);
    const QString &shared(QByteArrayView text);
    const QStringList &scopes(QByteArrayView text);
    Done addUse(QList<ApiKey> &keys, const std::vector<qint64> &rows, qint64 after);

    Connection &connection_;
    QHash<QByteArray, QString> texts_;
    QHash<QByteArray, QStringList> scopes_;
};

/// Whether a key's grace has ended that nobody has revoked yet.
Result<bool> isGraceOver(Connection &connection, Instant now);

Done insertKey(Connection &connection, const ApiKey &key, const Sha256 &digest, FeedSeq change);
/// Writes everything that can change; the digest never does.
Done updateKey(Connection &connection, const ApiKey &key, FeedSeq change);
/// Takes the key with its digest, usage, clients, idempotency rows, and its spend unless the lineage lives on; leaves a
/// tombstone.
Done deleteKey(Connection &connection, const ApiKey &key, FeedSeq change);

} // namespace keywright
