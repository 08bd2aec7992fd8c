// The ids of all rows: sixteen bytes each where they are UUIDs, text in an arena where a server chose otherwise.
#pragma once

#include "core/index/byte_search.h"
#include "core/index/hex_scan.h"
#include "core/index/row_set.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keywright {

class IdColumn {
public:
    using Row = std::uint32_t;
    /// Words shorter than this are not looked for in ids: nearly every UUID holds them.
    static constexpr qsizetype shortestWord = 4;

    void reserve(std::size_t rows);
    /// The row that holds the id: `row`, which held none, if none did.
    Row findOrSet(const QString &id, Row row);
    void erase(Row row);
    std::optional<Row> find(const QString &id) const;
    QString text(Row row) const;
    struct Bits {
        std::uint64_t high = 0, low = 0;
        friend bool operator==(const Bits &, const Bits &) = default;
    };
    /// A folded word, made ready to be looked for in many ids; it must outlive this.
    class Word {
    public:
        explicit Word(QByteArrayView folded);

    private:
        friend class IdColumn;
        struct Place { // within a UUID
            Bits mask, value;
        };
        bool isIn(const Bits &id) const;

        QByteArrayView text_;
        Needle needle_;
        std::vector<Place> places_; ///< where its digits and hyphens fit
        std::optional<FourDigits> first_;
    };
    /// Adds to `hits` the rows whose id holds the word.
    void search(const Word &word, RowSet &hits) const;
    /// The same, of one row.
    bool holds(Row row, const Word &word) const;
    qsizetype memoryBytes() const;

private:
    static std::optional<Bits> uuidBits(QStringView id);

    /// An id as it is compared: the bits of a UUID, or the text of another one.
    struct Sought {
        explicit Sought(const QString &id);
        std::optional<Bits> bits;
        QByteArray text;
        std::size_t hash;
    };
    /// The slot of the id, or the empty one where it would go.
    std::size_t slotOf(const Sought &id) const;
    bool isAt(Row row, const Sought &id) const;
    void put(Row row, const Sought &id);
    void putOpaque(Row row, const QByteArray &text);
    void searchOpaque(const Word &word, RowSet &hits) const;
    std::string_view opaqueText(Row row) const;
    std::size_t hashOf(Row row) const;
    void grow();
    void link(Row row);

    std::vector<Bits> ids_; ///< of an opaque id: offset and length in the arena
    RowSet opaque_;
    std::string arena_;  ///< opaque ids, each with an end mark
    std::string folded_; ///< the same in small letters; end marks alone where an id is no ASCII, or erased
    std::vector<std::pair<std::size_t, Row>> starts_; ///< of opaque ids in the arena, ascending
    RowSet unfolded_;                                 ///< opaque ids that are no ASCII
    std::vector<Row> slots_;                          ///< open addressing; row + 1, 0 is empty
    std::size_t used_ = 0;
};

} // namespace keywright
