// The management key of a server, as a script hands it over: in a file, or on standard input.
#pragma once

#include "app/cli/console.h"
#include "core/keychain/secret_store.h"

namespace keywright {

/// `path`: a file that nobody else may read, or `-` for standard input. One trailing newline is dropped.
Result<KeptSecret> readKeyFile(const QString &path, Console &console);

} // namespace keywright
