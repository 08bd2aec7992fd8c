// A backup takes the place of a keyring that is gone or can't be read.
#pragma once

#include "core/keyring/mutation.h"

namespace keywright {

/// Makes the new file beside `path` from `backup`, revokes what was active in it ("restored") unless `revive`, logs it,
/// sets a damaged file aside and puts the new one in its place in one step.
Done salvage(Session &backup, const QString &path, const Author &author, bool revive);

} // namespace keywright
