// The policies a new keyring can have: those that ship, and the user's own.
#pragma once

#include "app/cli/cli_session.h"

namespace keywright {

/// All of them; what is wrong with a file in the user's folder is said on standard error.
std::vector<KeyPolicy> knownPolicies(CliSession &session);

/// By id, or from a file when `id` ends in `.json`. NotFound names those there are.
Result<KeyPolicy> findPolicy(CliSession &session, const QString &id);

} // namespace keywright
