#include "core/keyring/keyring.h"

namespace keywright {

Situation KeyringInfo::situation(Instant now) const {
    return {.policy = policy.get(),
            .caller = caller,
            .developerApi = developerApi,
            .can = can,
            .now = now,
            .writable = writable,
            .readOnlyReason = readOnlyReason};
}

} // namespace keywright
