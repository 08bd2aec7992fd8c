// What one client does with a key on one day: the part of its use that grows every second, in few pages. The rest of
// usage_table.h takes it in when another client or day comes.
#pragma once

#include "core/model/ids.h"
#include "core/model/key_use.h"
#include "core/store/connection.h"

namespace keywright {

/// Adds the tally to what the key's client did lately. False: another client, another day or another key stands in row
/// `n`, or none, or the tally is of more than one client or day. Inside a write transaction, as are all of these.
Result<bool> addToRecentUse(Connection &connection, qint64 n, const Sha256 &digest, const UseTally &tally,
                            qint64 usageFeed);
/// Begins with the tally, where nothing stands in row `n`. False: it is of more than one client or day, or a later use
/// is known.
Result<bool> beginRecentUse(Connection &connection, qint64 n, const Sha256 &digest, const UseTally &tally,
                            qint64 usageFeed);
/// Takes the row away; nothing where there is none.
Result<std::optional<UseTally>> takeRecentUse(Connection &connection, qint64 n);
Result<std::optional<UseTally>> readRecentUse(Connection &connection, qint64 n);
/// The rows that nobody has added to since `before`, at most so many, those that wait longest first.
Result<QList<qint64>> idleRecentUse(Connection &connection, Instant before, int most);

} // namespace keywright
