// Money as the window shows it. What travels and is stored is written by usdText() of draft.h.
#pragma once

#include "core/model/ids.h"

namespace keywright {

/// With a sign and at least two decimals: `$5.00`, `$0.000001`.
QString shownUsd(MicroUsd amount);

} // namespace keywright
