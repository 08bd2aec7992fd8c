// The whole program but its main(): a line of arguments in, an exit code out.
#pragma once

#include "app/cli/exit_code.h"

#include <QStringList>

namespace keywright {

class Clock;
class Console;

/// `arguments` without the program's name. Writes to the console; never echoes what looks like a token.
ExitCode runCommandLine(const QStringList &arguments, Console &console, const Clock &clock);

} // namespace keywright
