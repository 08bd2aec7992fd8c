// Who uses a key: counters, days, clients. A feed of its own. Several programs add up: each adds what came to pass to
// what stands there, while no other writes.
#pragma once

#include "core/model/ids.h"
#include "core/model/key_use.h"
#include "core/store/connection.h"

namespace keywright {

/// Adds a tally to the counters of the key in row `n` and stamps them with the usage feed's next position; the feed is
/// moved by writeUsageFeed(). Last uses never go back. Inside a write transaction.
Done addUse(Connection &connection, qint64 n, const UseTally &tally, qint64 usageFeed);
/// The same for the key with this digest, which stands in `likelyRow` unless the keyring was restored; nothing happens
/// if it was deleted.
Done addUse(Connection &connection, const Sha256 &digest, qint64 likelyRow, const UseTally &tally, qint64 usageFeed);
/// Puts what nobody has added to since `before` out of the way of what is in use, at most so many keys of it.
Done settleIdleUse(Connection &connection, Instant before, int most, qint64 usageFeed);
Done writeUsageFeed(Connection &connection, qint64 usageFeed);

/// The clients that used the key, newest first, at most 32.
Result<QList<ClientUse>> readClients(Connection &connection, qint64 n);
/// The last 30 UTC days with use up to `now`, oldest first.
Result<QList<DayUse>> readDays(Connection &connection, qint64 n, Instant now);

} // namespace keywright
