// What turns one list of rows into another, in as few steps as a view can follow without losing its place.
#pragma once

#include "core/index/key_index.h"

namespace keywright {

struct RowRange {
    std::size_t first = 0, count = 0;
    friend bool operator==(const RowRange &, const RowRange &) = default;
};

struct RowChanges {
    bool reset = false;             ///< too much changed, or the order did: start over
    std::vector<RowRange> removed;  ///< places in the old list, the last range first
    std::vector<RowRange> inserted; ///< places in the new list, the first range first
    bool isEmpty() const { return !reset && removed.empty() && inserted.empty(); }
};

/// Rows are below `endRow`, and none stands twice in a list.
RowChanges changesBetween(const KeyIndex::Rows &before, const KeyIndex::Rows &after, KeyIndex::Row endRow);

} // namespace keywright
