// Who uses a key: counters, days, clients. A feed of its own.
#pragma once

#include "core/keyring/keyring.h"
#include "core/store/connection.h"

namespace keywright {

/// One use of a known key, allowed or refused.
struct Use {
    Instant at{};
    QString address = {};
    QString agent = {};
    bool refused = false;
};

/// Counts one use and moves the usage feed. Inside a write transaction.
Done recordUse(Connection &connection, qint64 n, const Use &use, qint64 usageFeed);

/// The clients that used the key, newest first, at most 32.
Result<QList<ClientUse>> readClients(Connection &connection, qint64 n);
/// The last 30 UTC days with use up to `now`, oldest first.
Result<QList<DayUse>> readDays(Connection &connection, qint64 n, Instant now);

} // namespace keywright
