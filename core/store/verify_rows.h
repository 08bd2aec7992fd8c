// What verification needs to know of keys, read in one go.
#pragma once

#include "core/model/ids.h"
#include "core/store/connection.h"

#include <functional>
#include <string_view>

namespace keywright {

/// Instants in seconds since 1970, money in micro-dollars; texts in UTF-8 as they lie in the database, gone with the
/// row: a million of them are read at every start.
struct VerifyRow {
    qint64 n = 0;
    std::string_view id;
    Sha256 digest;
    std::string_view name, scopes, owner; ///< scopes separated by spaces
    bool revoked = false;
    std::optional<qint64> expiresAt, graceEndsAt;
    std::optional<qint64> dailyLimit, monthlyLimit, ratePerMinute;
    std::string_view lineage; ///< empty: its own
};

/// Every key, or those whose row changed after `since`.
Done forEachVerifyRow(Connection &connection, std::optional<FeedSeq> since,
                      const std::function<void(const VerifyRow &)> &each);
/// The ids of keys deleted after `since`.
Result<QStringList> deletedSince(Connection &connection, FeedSeq since);

} // namespace keywright
