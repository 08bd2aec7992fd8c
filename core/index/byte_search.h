// Finding bytes in a long arena: by the first and the last byte at once, sixteen places at a time.
#pragma once

#include <QByteArrayView>

namespace keywright {

/// The first position of `needle` (not empty) in `hay` at or after `from`; -1 when there is none.
qsizetype findBytes(QByteArrayView hay, QByteArrayView needle, qsizetype from = 0);

} // namespace keywright
