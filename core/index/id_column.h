// The ids of all rows: sixteen bytes each where they are UUIDs, text in an arena where a server chose otherwise.
#pragma once

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
    /// Adds to `hits` the rows whose id holds the folded word.
    void search(QByteArrayView word, RowSet &hits) const;
    /// The same, of one row.
    bool holds(Row row, QByteArrayView word) const;
    qsizetype memoryBytes() const;

private:
    struct Bits {
        std::uint64_t high = 0, low = 0;
        friend bool operator==(const Bits &, const Bits &) = default;
    };
    struct Place { // of a word within a UUID
        Bits mask, value;
    };
    static std::optional<Bits> uuidBits(QStringView id);
    static std::vector<Place> places(QByteArrayView word);

    /// An id as it is compared: the bits of a UUID, or the text of another one.
    struct Needle {
        explicit Needle(const QString &id);
        std::optional<Bits> bits;
        QByteArray text;
        std::size_t hash;
    };
    /// The slot of the id, or the empty one where it would go.
    std::size_t slotOf(const Needle &id) const;
    bool isAt(Row row, const Needle &id) const;
    void put(Row row, const Needle &id);
    std::string_view opaqueText(Row row) const;
    std::size_t hashOf(Row row) const;
    void grow();
    void link(Row row);

    std::vector<Bits> ids_; ///< of an opaque id: offset and length in the arena
    RowSet opaque_;
    std::string arena_;
    std::vector<Row> slots_; ///< open addressing; row + 1, 0 is empty
    std::size_t used_ = 0;
};

} // namespace keywright
