// Files that are written whole or not at all.
#pragma once

#include "core/model/result.h"

#include <QIODevice>

#include <functional>

namespace keywright {

/// Writes `path`, or what a link there leads to, as a ReplacingFile does it. What was there stays until the rename, and
/// stays for good when `write` or the disk fails. Blocks.
Done saveFile(const QString &path, const std::function<Done(QIODevice &)> &write);

} // namespace keywright
