// Everything that verification knows of a keyring at one moment. Immutable: a change makes the next one.
#pragma once

#include "core/model/member.h"
#include "core/verify/digest_hash.h"
#include "core/verify/record_table.h"

#include <unordered_map>

namespace keywright {

/// By the digests of their tokens.
using MemberTable = std::unordered_map<Sha256, Member, DigestHash>;

struct Snapshot {
    std::shared_ptr<const TextArena> texts;
    std::shared_ptr<const RecordTable> base;
    std::shared_ptr<const RecordTable> overlay; ///< what changed since the base was made
    std::shared_ptr<const KeyPolicy> policy;
    std::shared_ptr<const MemberTable> members;
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
