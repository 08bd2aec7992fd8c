// A restore, key by key: what the backup holds against what the live keyring knows.
#pragma once

#include "core/keyring/session.h"

#include <functional>

namespace keywright {

/// What a restore makes of one key.
struct RestoreStep {
    enum class Kind {
        ComeBack,  ///< only the backup has it
        Change,    ///< both have it; `key` is what it becomes
        GoAway,    ///< made after the backup
        StayDead,  ///< the backup has it, the live keyring deleted it
        Unchanged, ///< both have it alike
    };
    Kind kind = Kind::Unchanged;
    ApiKey key;
    qint64 backupRow = 0;      ///< its row's number in the backup
    bool heldDead = false;     ///< active in the backup, dead now
    bool newlyRevoked = false; ///< revoked by the backup alone
};

/// The key as a restore leaves it: the backup's values, the live keyring's revocation and grace.
ApiKey restored(const ApiKey &backup, const ApiKey &live);

/// Calls `step` for every key of either side. Both stand in a transaction.
Done forEachStep(Session &live, Session &backup, Instant now, const std::function<Done(const RestoreStep &)> &step);

} // namespace keywright
