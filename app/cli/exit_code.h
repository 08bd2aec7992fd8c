// How the program ends, for scripts.
#pragma once

#include "core/model/result.h"

namespace keywright {

enum class ExitCode {
    Success = 0,
    Refused = 1,  ///< a rule, the gate or a conflict says no
    Usage = 2,    ///< the line cannot be parsed
    NotFound = 3, ///< no such key, file or entry
    Storage = 4,  ///< file, database, disk or network
};

ExitCode exitCodeOf(ErrorKind kind);
/// "invalid", "refused", "conflict", "not_found", "storage", "network", "cancelled": the kind in `--json` errors.
QLatin1StringView errorKindId(ErrorKind kind);

} // namespace keywright
