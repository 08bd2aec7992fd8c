// What the window's program understands on its command line: a keyring file, and the usual two questions.
#pragma once

#include <QString>
#include <QStringList>

namespace keywright {

struct CommandLine {
    QString file;       ///< absolute; empty: the last keyring
    QString answer;     ///< to be printed instead of opening the window (--help, --version); or what is wrong
    bool wrong = false; ///< the command line is not understood
};

/// `arguments` with the program's name first, as QCoreApplication::arguments().
CommandLine readCommandLine(const QStringList &arguments);

} // namespace keywright
