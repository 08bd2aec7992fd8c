// Sorting rows by one column: radix over packed numbers, eight bytes at a time over text. Ties keep the order they had.
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <functional>
#include <vector>

namespace keywright {

using SortRow = std::uint32_t;
using Rows = std::vector<SortRow>;
using Cancelled = std::function<bool()>;

/// A row with what it is sorted by.
struct RankedRow {
    std::uint64_t rank = 0;
    SortRow row = 0;
};

/// By `rank`, ascending, stable. Stops early (in no order) when cancelled.
void sortByRank(std::vector<RankedRow> &rows, const Cancelled &cancelled);

/// By the bytes that `text` gives for a row; descending where asked, ties in the order they had.
void sortByText(Rows &rows, const std::function<QByteArrayView(SortRow)> &text, bool descending,
                const Cancelled &cancelled);

} // namespace keywright
