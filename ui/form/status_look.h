// How a key's status is shown: a shape, a word and a colour, the same everywhere.
#pragma once

#include "core/model/api_key.h"
#include "ui/theme/theme.h"

namespace keywright {

struct StatusLook {
    QString icon; ///< of the icon set
    QString word; ///< translated
    Tone tone;
};

StatusLook statusLook(KeyStatus status);
/// The key's own at `now`; an active test key says so.
StatusLook statusLook(const ApiKey &key, Instant now, Days expiringWithin = defaultExpiringWithin);
/// "Nobody has it": the token was never copied or saved.
StatusLook undeliveredLook();
/// Whether that is to be shown: the key lives, and its token was never copied or saved.
bool isUndelivered(const ApiKey &key, Instant now);

} // namespace keywright
