// Files that are written whole or not at all.
#pragma once

#include "core/model/result.h"

#include <QIODevice>

#include <functional>

namespace keywright {

/// Writes `path` through a temporary beside it, synced and renamed; readable by its owner alone (0600). What was there
/// stays until the rename, and stays for good when `write` or the disk fails. Blocks.
Done saveFile(const QString &path, const std::function<Done(QIODevice &)> &write);

} // namespace keywright
