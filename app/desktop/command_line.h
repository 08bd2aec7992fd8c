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

/// What the window is to open at its start: the file that was named; nothing where a keyring was open before, as the
/// window opens the last one by itself; else the default keyring, where the command line has made it.
QString placeToOpen(const QString &named, const QStringList &recent, const QString &defaultPlace);

} // namespace keywright
