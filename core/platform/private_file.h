// Files that hold a secret: for their owner alone from the first byte, replaced whole, never through a link.
#pragma once

#include "core/model/result.h"

#include <QByteArrayView>
#include <QString>

namespace keywright {

/// Puts `bytes` at `path` as a ReplacingFile does it. On failure what was there stays. Blocks.
Done writePrivateFile(const QString &path, QByteArrayView bytes);

} // namespace keywright
