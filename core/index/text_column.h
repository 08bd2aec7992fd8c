// Names and previews of all rows: the folded bytes in one arena that a search runs through, and beside it only what
// the folding lost (a bit a letter for plain text).
#pragma once

#include "core/index/byte_search.h"
#include "core/index/row_set.h"
#include "core/model/api_key.h"

#include <QHash>

#include <string>

namespace keywright {

class TextColumn {
public:
    using Row = std::uint32_t;

    /// Makes room for rows with names and previews of usual length.
    void reserve(std::size_t rows);
    /// Of a new row (the next one), or of one that was erased or is replaced.
    void set(Row row, const QString &name, const Preview &preview);
    void erase(Row row);

    QString name(Row row) const;
    Preview preview(Row row) const;
    QByteArrayView foldedName(Row row) const;
    /// First characters, a separator, last characters.
    QByteArrayView foldedPreview(Row row) const;

    /// Adds to `hits` the rows whose name or preview holds the folded word.
    void search(const Needle &word, RowSet &hits) const;
    /// The same, of one row.
    bool holds(Row row, const Needle &word) const;
    qsizetype memoryBytes() const;

private:
    struct Shape { // lengths of the folded parts
        std::uint16_t name = 0;
        std::uint8_t first = 0, last = 0;
    };
    struct Original {
        QByteArray name, first, last;
        friend bool operator==(const Original &, const Original &) = default;
    };
    static constexpr std::uint32_t whole = 1U << 31; ///< in originalAt_: kept as text, not as a mask

    bool appendPlain(const QString &name, const Preview &preview);
    void appendFolded(QStringView plain, char end, std::size_t &place, std::uint32_t mask);
    void searchRows(const Needle &word, std::size_t from, std::size_t to, RowSet &hits) const;
    std::string_view folded(Row row) const;
    Original original(Row row) const;
    std::uint32_t keepOriginal(const Original &text, std::string_view folded);
    void replace(Row row, const std::string &folded);
    void compactIfWorth();

    std::string arena_;                ///< name 0x1f first 0x1f last 0x1e, in the order of rows; erased ones are 0xff
    std::vector<std::uint32_t> start_; ///< of each row in the arena, ascending
    std::vector<Shape> shape_;         ///< of the text as it is now
    QHash<Row, std::string> moved_;    ///< text that no longer fits its place
    std::string originals_;            ///< masks of capitals, and texts that a mask cannot restore
    std::vector<std::uint32_t> originalAt_;
};

} // namespace keywright
