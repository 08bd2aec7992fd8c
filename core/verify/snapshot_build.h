// Making snapshots: from all rows, from what changed, and one table of two.
#pragma once

#include "core/store/meta_table.h"
#include "core/verify/rate_slots.h"
#include "core/verify/snapshot.h"

namespace keywright {

/// What the newest snapshot is made of; owned by the thread that makes the next one.
struct SnapshotParts {
    std::shared_ptr<TextArena> texts;
    std::shared_ptr<const RecordTable> base;
    std::shared_ptr<const RecordTable> overlay;
    std::shared_ptr<const KeyPolicy> policy;
    std::shared_ptr<const MemberTable> members;
    FeedSeq feed;

    std::unique_ptr<const Snapshot> snapshot() const;
};

/// Reads every key. `before` (or nullptr): the parts whose rate slots live on.
Result<SnapshotParts> readParts(Connection &connection, const Meta &meta, std::shared_ptr<const KeyPolicy> policy,
                                RateSlots &slots, const SnapshotParts *before);

/// Reads what changed after parts.feed into a new overlay.
Done readChangedParts(Connection &connection, const Meta &meta, RateSlots &slots, SnapshotParts &parts);

Done readMembersOf(Connection &connection, SnapshotParts &parts);

/// Base and overlay in one table, with texts of its own: takes as long as reading all records.
SnapshotParts compacted(const SnapshotParts &parts);
/// What changed in `now` since `before` was taken, put over the `compact` form of `before`.
SnapshotParts carriedOver(const SnapshotParts &compact, const SnapshotParts &before, const SnapshotParts &now);

} // namespace keywright
