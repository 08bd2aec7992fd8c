// One key in plain text for a support ticket, without its secret.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

/// Everything that helps to say why a key doesn't work; times in UTC.
QString supportReport(const KeyDetails &details, const KeyringInfo &keyring, Instant now);

} // namespace keywright
