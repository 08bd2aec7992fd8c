// What verification needs to know of keys, read in one go.
#pragma once

#include "core/model/ids.h"
#include "core/store/connection.h"

#include <functional>

namespace keywright {

/// Instants in seconds since 1970, money in micro-dollars; texts of the row at hand.
struct VerifyRow {
    qint64 n = 0;
    QString id;
    Sha256 digest;
    QString name, scopes, owner; ///< scopes separated by spaces
    bool revoked = false;
    std::optional<qint64> expiresAt, graceEndsAt;
    std::optional<qint64> dailyLimit, monthlyLimit, ratePerMinute;
    QString lineage; ///< empty: its own
};

/// Every key, or those whose row changed after `since`.
Done forEachVerifyRow(Connection &connection, std::optional<FeedSeq> since,
                      const std::function<void(const VerifyRow &)> &each);
/// The ids of keys deleted after `since`.
Result<QStringList> deletedSince(Connection &connection, FeedSeq since);

} // namespace keywright
