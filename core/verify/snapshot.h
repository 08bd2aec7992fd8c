// Everything that verification knows of a keyring at one moment. Immutable: a change makes the next one.
#pragma once

#include "core/model/ids.h"
#include "core/verify/record_table.h"

namespace keywright {

struct Snapshot {
    std::shared_ptr<const TextArena> texts;
    std::shared_ptr<const RecordTable> base;
    std::shared_ptr<const RecordTable> overlay; ///< what changed since the base was made
    std::shared_ptr<const KeyPolicy> policy;
    FeedSeq feed;

    FoundKey find(const Sha256 &digest) const {
        if (overlay->size() != 0) {
            if (const FoundKey changed = overlay->find(digest))
                return changed.record->is(KeyRecord::Removed) ? FoundKey{} : changed;
        }
        return base->find(digest);
    }
};

} // namespace keywright
