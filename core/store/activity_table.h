// The activity log as rows: append, read, follow the chain.
#pragma once

#include "core/model/activity.h"
#include "core/store/connection.h"

#include <functional>

namespace keywright {

/// The newest entry's position and hash; for an empty log seq 0 and the first prev, SHA-256(keyring_id).
Result<ChainHead> chainHead(Connection &connection, const QString &keyringId);

/// Chains `entry` to `head`, writes it and moves `head` on.
Done appendActivity(Connection &connection, Activity entry, ChainHead &head);

/// Entries before `before` (0: from the newest), newest first, that `query` lets through. `more` says where to go on
/// (0: nowhere).
Result<QList<Activity>> readActivity(Connection &connection, const ActivityQuery &query, qint64 before, qint64 &more);

/// What following the chain found so far.
struct ChainWalk {
    ChainHead head;                         ///< the last entry that fits
    qint64 entries = 0;                     ///< entries seen
    std::optional<qint64> firstBroken = {}; ///< seq of the first that does not fit
    bool knownSeen = false;                 ///< the remembered head is an ancestor
    bool stopped = false;
};

/// Follows the chain from its first entry. `stop` is asked now and then.
Result<ChainWalk> walkChain(Connection &connection, const QString &keyringId, const std::optional<ChainHead> &known,
                            const std::function<bool()> &stop = {});

} // namespace keywright
