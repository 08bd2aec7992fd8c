// What somebody else changed of a key, in words, next to what was typed here.
#pragma once

#include "core/model/draft.h"

namespace keywright {

/// A line for each value that differs between `before` and `newer`; where `mine` changes it too, both are told.
/// Empty where nothing that a person edits differs.
QString differencesText(const ApiKey &before, const ApiKey &newer, const Changes &mine);

} // namespace keywright
