#include "ui/keys/row_changes.h"

#include "core/index/row_set.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr std::size_t mostRanges = 8;

void extend(std::vector<RowRange> &ranges, std::size_t place) {
    if (!ranges.empty() && ranges.back().first + ranges.back().count == place)
        ++ranges.back().count;
    else
        ranges.push_back({.first = place, .count = 1});
}

RowSet setOf(const KeyIndex::Rows &rows, KeyIndex::Row endRow) {
    RowSet set(endRow);
    for (const KeyIndex::Row row : rows)
        set.insert(row);
    return set;
}

} // namespace

RowChanges changesBetween(const KeyIndex::Rows &before, const KeyIndex::Rows &after, KeyIndex::Row endRow) {
    const RowChanges startOver{.reset = true, .removed = {}, .inserted = {}};
    const RowSet old = setOf(before, endRow), fresh = setOf(after, endRow);
    RowChanges changes;
    for (std::size_t i = 0, j = 0; i < before.size() || j < after.size();) {
        if (i < before.size() && !fresh.contains(before[i]))
            extend(changes.removed, i++);
        else if (j < after.size() && !old.contains(after[j]))
            extend(changes.inserted, j++);
        else if (before[i++] != after[j++])
            return startOver;
        if (changes.removed.size() + changes.inserted.size() > mostRanges)
            return startOver;
    }
    std::ranges::reverse(changes.removed);
    return changes;
}

} // namespace keywright
