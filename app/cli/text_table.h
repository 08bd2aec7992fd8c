// Text tables: columns as wide as their longest cell, two spaces between them.
#pragma once

#include <QByteArray>
#include <QStringView>

#include <initializer_list>
#include <limits>
#include <span>
#include <vector>

namespace keywright {

class TextTable {
public:
    explicit TextTable(std::initializer_list<QStringView> header) : columns_(header.size()) { add(header); }
    /// Cells as many as the header has; what could steer a terminal is taken out.
    void add(std::initializer_list<QStringView> cells);
    bool isEmpty() const { return rows() == 0; }
    std::size_t rows() const { return cells_.size() / columns_ - 1; }
    /// Cells of plain letters in the first column are cut to so many, when the table is written.
    void cutFirstColumn(int length) { firstColumn_ = length; }
    /// The header and every row.
    QByteArray text() const;
    /// The header and these rows, by their places.
    QByteArray text(std::span<const std::size_t> rows) const;

private:
    struct Cell {
        qsizetype from, size; ///< in bytes_
        int columns;
    };
    Cell append(QStringView cell);
    Cell cell(std::size_t row, std::size_t column) const;

    QByteArray bytes_; ///< UTF-8 of all cells, row by row
    std::vector<Cell> cells_;
    std::size_t columns_;
    int firstColumn_ = std::numeric_limits<int>::max();
};

/// Columns that a terminal gives `text`: wide characters count two, combining ones none.
int columnsOf(QStringView text);

} // namespace keywright
