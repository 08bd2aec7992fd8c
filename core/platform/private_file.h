// Files that hold a secret: for their owner alone from the first byte, replaced whole, never through a link.
#pragma once

#include "core/model/result.h"

#include <QByteArrayView>
#include <QFile>

namespace keywright {

/// Puts `bytes` at `path` through a temporary beside it that is 0600 from its creation, synced and renamed. A link at
/// `path` is replaced, not followed. On failure what was there stays. Blocks.
Done writePrivateFile(const QString &path, QByteArrayView bytes);

/// Hands an open file's bytes to the disk; false when the disk refused.
bool syncToDisk(QFile &file);

} // namespace keywright
