// A keyring in a database that several servers share.
#pragma once

#include "core/store/keyring_database.h"

namespace keywright {

/// Connects and asks whether it can be written. What lies there is not looked at.
Result<KeyringDatabase> connectShared(const QString &place, Access access);

/// Refuses a database that holds a keyring, or somebody else's tables.
Done isVacant(Connection &connection);

} // namespace keywright
