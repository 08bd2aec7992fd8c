// What a new keyring begins with.
#pragma once

#include "core/keyring/local_keyring.h"
#include "core/store/connection.h"

namespace keywright {

/// Writes the keyring's own row and the log's first entry into a blank database.
Done fillNewKeyring(Connection &connection, const NewKeyring &keyring, const Caller &caller, Instant now);

} // namespace keywright
