// Who may read a file, as the system has it: modes on one, lists of rights on another.
#pragma once

#include <QString>

namespace keywright::test {

/// Whether the file or folder is there, and nobody but the user (and the system itself) may read or write it.
bool isForOwnerAlone(const QString &path);

/// Lets everybody read the file; false where that could not be done.
bool openToEverybody(const QString &path);

} // namespace keywright::test
