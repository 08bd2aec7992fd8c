// Which filters a row stands under: by the one rule of status, asked a million times in a row.
#pragma once

#include "core/index/key_columns.h"

#include <bitset>

namespace keywright {

using FilterSet = std::bitset<std::size_t(keyFilterCount)>;

class FilterTest {
public:
    using Row = KeyIndex::Row;

    FilterTest(const KeyColumns &columns, const KeyView &view) : d_(columns), view_(view) {}

    FilterSet filtersOf(Row row) const { return filtersOf(row, d_.lifetimeOf(row)); }
    FilterSet filtersOf(Row row, const Lifetime &life) const;
    KeyStatus statusOf(Row row) const;
    /// The next instant at which the row changes its status or its filters by itself.
    std::optional<Instant> nextBoundary(Row row, const Lifetime &life) const;

private:
    /// When the key counts as unused: so long after its last use, or after its creation.
    Instant unusedFrom(Row row) const;

    const KeyColumns &d_;
    const KeyView &view_;
};

} // namespace keywright
