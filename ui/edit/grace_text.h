// Whether a rotated key is still in use during its grace, so that a person knows when it is safe to revoke (O3).
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

struct GraceState {
    bool stillUsed = false; ///< since its rotation, and within the last day
    QString text;           ///< by whom, or for how long it has been idle
};

/// Of a key in grace; nothing for any other.
std::optional<GraceState> graceState(const KeyDetails &details, Instant now);

} // namespace keywright
