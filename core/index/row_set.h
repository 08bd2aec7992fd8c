// A set of rows, one bit a row.
#pragma once

#include <QtGlobal>

#include <bit>
#include <cstdint>
#include <vector>

namespace keywright {

class RowSet {
public:
    explicit RowSet(std::size_t rows = 0) : words_((rows + 63) / 64) {}

    void insert(std::size_t row) { words_[row / 64] |= bit(row); }
    void erase(std::size_t row) { words_[row / 64] &= ~bit(row); }
    bool contains(std::size_t row) const { return (words_[row / 64] & bit(row)) != 0; }
    /// All rows from `from` to the end of `rows`.
    static RowSet from(std::size_t from, std::size_t rows) {
        RowSet set(rows);
        for (std::size_t row = from; row < rows; ++row) {
            if (row % 64 != 0 || rows - row < 64) {
                set.insert(row);
                continue;
            }
            set.words_[row / 64] = ~std::uint64_t{0};
            row += 63;
        }
        return set;
    }
    /// Makes room; new rows are not in the set.
    void resize(std::size_t rows) { words_.resize((rows + 63) / 64); }

    std::size_t count() const {
        std::size_t n = 0;
        for (const std::uint64_t word : words_)
            n += std::size_t(std::popcount(word));
        return n;
    }
    /// Calls `f(row)` in ascending order; `f` may erase the row it is called with.
    template<class F>
    void forEach(F f) const {
        forEach(0, words_.size() * 64, f);
    }
    /// Of the rows from `from`, a multiple of 64, to before `to`, another one or the end.
    template<class F>
    void forEach(std::size_t from, std::size_t to, F f) const {
        for (std::size_t i = from / 64; i < (to + 63) / 64; ++i)
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
                f(std::uint32_t(i * 64 + std::size_t(std::countr_zero(word))));
    }
    qsizetype memoryBytes() const { return qsizetype(words_.capacity()) * qsizetype(sizeof(std::uint64_t)); }

private:
    static std::uint64_t bit(std::size_t row) { return std::uint64_t{1} << (row % 64); }
    std::vector<std::uint64_t> words_;
};

} // namespace keywright
