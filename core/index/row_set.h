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
    /// Keeps the rows that are in `others`, too, a set of as many.
    void keepOnly(const RowSet &others) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] &= others.words_[i];
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
            eachOf(words_[i], i, f);
    }
    /// The same without the rows of `others`, a set of as many; `f` may insert the row there.
    template<class F>
    void forEachWithout(const RowSet &others, std::size_t from, std::size_t to, F f) const {
        for (std::size_t i = from / 64; i < (to + 63) / 64; ++i)
            eachOf(words_[i] & ~others.words_[i], i, f);
    }
    qsizetype memoryBytes() const { return qsizetype(words_.capacity()) * qsizetype(sizeof(std::uint64_t)); }

private:
    template<class F>
    static void eachOf(std::uint64_t word, std::size_t at, F &f) {
        for (; word != 0; word &= word - 1)
            f(std::uint32_t(at * 64 + std::size_t(std::countr_zero(word))));
    }
    static std::uint64_t bit(std::size_t row) { return std::uint64_t{1} << (row % 64); }
    std::vector<std::uint64_t> words_;
};

} // namespace keywright
