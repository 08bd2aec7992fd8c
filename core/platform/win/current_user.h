// Who runs the process, as Windows names him in lists of rights.
#pragma once

#include <cstddef>
#include <vector>

namespace keywright::platform {

/// A TOKEN_USER with what it points to; empty when Windows does not say.
std::vector<std::byte> currentUser();

} // namespace keywright::platform
