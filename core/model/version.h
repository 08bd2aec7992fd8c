#pragma once

#include <QString>

namespace keywright {

/// The version of the programs, as `1.2.3`; written in the topmost CMakeLists.txt and nowhere else.
[[nodiscard]] QString version();

} // namespace keywright
