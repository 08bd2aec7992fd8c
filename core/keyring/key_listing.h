// Keys as a server's client asks for them: filtered, sorted, a page at a time, answered by the database alone.
#pragma once

#include "core/keyring/keyring.h"
#include "core/keyring/session.h"

namespace keywright {

enum class KeySort { Created, Name, ExpiresAt, LastUsedAt };

struct KeyListing {
    bool revoked = true;                 ///< with keys that are revoked
    std::optional<KeyStatus> state = {}; ///< Active: neither revoked nor expired (expiring and in grace, too)
    QString search = {}; ///< words, each of which stands in id, name, preview, scopes, owner or note; capitals of A to
                         ///< Z don't matter
    std::optional<Instant> expiresBefore = {};
    std::optional<Instant> lastUsedBefore = {}; ///< also keys that were never used and are older than that
    KeySort sort = KeySort::Created;
    bool descending = false;
    int limit = 100;
};

/// One page; `total` counts all keys, filtered or not. `from` goes on only in a listing that sorts alike;
/// ErrorKind::Invalid where it is none of ours.
Result<KeyPage> listKeys(Session &session, const KeyListing &listing, const Cursor &from, Instant now);

} // namespace keywright
