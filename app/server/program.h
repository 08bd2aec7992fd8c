// The program as a whole: its command line read, then served, or a keyring made, or its members kept.
#pragma once

#include <QStringList>

namespace keywright {

/// Needs a QCoreApplication. Returns the exit code: 0 done, 1 refused by a rule, 2 wrong usage, 3 not found, 4 storage
/// or network.
int runServerProgram(const QStringList &arguments);

} // namespace keywright
