#include "core/index/row_sort.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

namespace keywright {

namespace {

constexpr std::size_t radixPays = 4096; ///< below, std::stable_sort is as fast
constexpr qsizetype slice = sizeof(std::uint64_t);

bool rankLess(const RankedRow &a, const RankedRow &b) {
    return a.rank < b.rank;
}

/// One stable pass over the byte at `shift`; false when all rows share that byte and nothing moved.
bool scatter(std::span<const RankedRow> from, std::span<RankedRow> to, int shift) {
    std::array<std::size_t, 256> at{};
    for (const RankedRow &row : from)
        ++at[row.rank >> shift & 255];
    if (std::ranges::find(at, from.size()) != at.end())
        return false;
    std::size_t sum = 0;
    for (std::size_t &count : at)
        sum += std::exchange(count, sum);
    for (const RankedRow &row : from)
        to[at[row.rank >> shift & 255]++] = row;
    return true;
}

void sortSpan(std::span<RankedRow> rows, std::vector<RankedRow> &spare, const Cancelled &cancelled) {
    if (std::ranges::is_sorted(rows, rankLess))
        return;
    if (rows.size() < radixPays) {
        std::ranges::stable_sort(rows, rankLess);
        return;
    }
    spare.resize(std::max(spare.size(), rows.size()));
    std::span<RankedRow> from = rows;
    std::span<RankedRow> to(spare.data(), rows.size());
    for (int shift = 0; shift < 64; shift += 8) {
        if (cancelled && cancelled())
            return;
        if (scatter(from, to, shift))
            std::swap(from, to);
    }
    if (from.data() != rows.data())
        std::ranges::copy(from, rows.begin());
}

/// Eight bytes of `text` from `depth` as a number that sorts like them; short text is padded with zeros.
std::uint64_t sliceOf(QByteArrayView text, qsizetype depth) {
    std::uint64_t bytes = 0;
    const qsizetype size = std::clamp<qsizetype>(text.size() - depth, 0, slice);
    if (size > 0)
        std::memcpy(&bytes, text.data() + depth, std::size_t(size));
    return qFromBigEndian(bytes);
}

struct TextSort {
    const std::function<QByteArrayView(SortRow)> &text;
    const Cancelled &cancelled;
    std::uint64_t flip; ///< all ones for a descending order
    std::vector<RankedRow> spare = {};

    void sort(std::span<RankedRow> rows, qsizetype depth) {
        for (RankedRow &row : rows)
            row.rank = sliceOf(text(row.row), depth) ^ flip;
        sortSpan(rows, spare, cancelled);
        for (std::size_t begin = 0; begin < rows.size();) {
            std::size_t end = begin + 1;
            while (end < rows.size() && rows[end].rank == rows[begin].rank)
                ++end;
            if (cancelled && end - begin > radixPays && cancelled())
                return;
            // A slice that ends in a zero has shown the whole text: what is equal so far is equal.
            if (end - begin > 1 && ((rows[begin].rank ^ flip) & 255) != 0)
                sort(rows.subspan(begin, end - begin), depth + slice);
            begin = end;
        }
    }
};

} // namespace

void sortByRank(std::vector<RankedRow> &rows, const Cancelled &cancelled) {
    std::vector<RankedRow> spare;
    sortSpan(rows, spare, cancelled);
}

void sortByText(Rows &rows, const std::function<QByteArrayView(SortRow)> &text, bool descending,
                const Cancelled &cancelled) {
    std::vector<RankedRow> ranked(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        ranked[i].row = rows[i];
    TextSort{.text = text, .cancelled = cancelled, .flip = descending ? ~std::uint64_t{0} : 0}.sort(ranked, 0);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = ranked[i].row;
}

} // namespace keywright
