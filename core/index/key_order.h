// How rows are put in order by each column.
#pragma once

#include "core/index/key_columns.h"
#include "core/index/row_sort.h"

namespace keywright {

/// Text follows the user's language up to so many rows; beyond, case-folded bytes, which are much faster.
inline constexpr std::size_t collatedRows = 20'000;

/// Sorts by the view's column; equal rows keep their order. Stops early, in no order, when cancelled.
void sortRows(const KeyColumns &columns, const KeyView &view, Rows &rows, const Cancelled &cancelled);

} // namespace keywright
