// What keyrings of every kind tell alike: what a check of the log found, and that somebody else was quicker.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

/// What a walk along the chain came to.
struct ChainFinding {
    qint64 entries = 0;
    ChainHead head;
    std::optional<qint64> firstBroken = {};
    bool knownSeen = true; ///< the remembered head is an entry of this log
};
/// The finding in words.
ChainReport chainReport(const ChainFinding &finding, const std::optional<ChainHead> &known);

/// ErrorKind::Conflict with the key as it is now.
Error conflictWith(ApiKey newer);

} // namespace keywright
