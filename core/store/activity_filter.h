// Whether an entry answers a search.
#pragma once

#include "core/model/activity.h"

namespace keywright {

/// Every field that is named must match one of its terms, every free word must occur somewhere. Case-insensitive.
bool matches(const ActivityTerms &terms, const Activity &entry);

} // namespace keywright
