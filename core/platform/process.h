// What an operating system does differently with the process itself.
#pragma once

#include <QString>

namespace keywright::platform {

/// No core dumps, not to be read by other processes of the user, a write beyond a size limit fails instead of killing.
void hardenProcess();

/// For a program that runs once and ends: the heap grows in large steps, as asking the system for every page of a long
/// list costs more than the list.
void growHeapInLargeSteps();

/// Lets the process open as many files and sockets as the system grants it at all.
void allowManyFiles();

/// The calling thread gives way to others where there are more of them than processors, as far as the system can tell
/// threads apart: for what may be done a little later.
void giveWayToOtherThreads();

/// What main() returns with, once everything of its own is gone. On Windows the process ends in here, its output
/// flushed: the libraries' own farewells can wait for threads that have ended, for ever.
int leave(int code);

/// The name of the user who runs the program, as the activity log calls a local actor.
QString userName();

/// Where keyrings live by default: `$XDG_DATA_HOME/keywright` and its like elsewhere.
QString dataFolder();

} // namespace keywright::platform
