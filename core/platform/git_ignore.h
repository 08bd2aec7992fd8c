// Whether git might carry a file with a secret away.
#pragma once

#include <QString>

namespace keywright {

/// A sentence when `path` lies in a git work tree and is not ignored there; empty when there is nothing to warn of.
/// Blocks: asks the program git (2 s at most) and, where there is none, looks for the work tree alone.
QString gitWarning(const QString &path);

} // namespace keywright
