#include "core/model/activity.h"

#include "core/crypto/digest.h"

namespace keywright {

QByteArray canonicalEntry(const Activity &entry) {
    return canonicalEntry(entry, canonicalJson(entry.detail));
}

Sha256 entryHash(const Activity &entry, QByteArrayView detail) {
    return sha256({entry.prev.toByteArray(), canonicalEntry(entry, detail)});
}

Sha256 entryHash(const Activity &entry) {
    return entryHash(entry, canonicalJson(entry.detail));
}

} // namespace keywright
