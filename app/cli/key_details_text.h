// `show`: all that is known of one key, for people and for scripts.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

QByteArray detailsText(const KeyDetails &details, Instant now);
/// The full key info with `clients`, `days`, `lineage` and `issued` beside it.
QByteArray detailsJson(const KeyDetails &details, Instant now);

} // namespace keywright
