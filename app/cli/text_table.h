// Text tables: columns as wide as their longest cell, two spaces between them.
#pragma once

#include <QByteArray>
#include <QStringView>

#include <initializer_list>
#include <vector>

namespace keywright {

class TextTable {
public:
    explicit TextTable(std::initializer_list<QStringView> header) : widths_(header.size()) { add(header); }
    /// Cells as many as the header has; what could steer a terminal is taken out.
    void add(std::initializer_list<QStringView> cells);
    bool isEmpty() const { return cells_.size() <= widths_.size(); }
    QByteArray text() const;

private:
    struct Cell {
        qsizetype end; ///< in bytes_
        int columns;
    };
    int append(QStringView cell);

    QByteArray bytes_; ///< UTF-8 of all cells, row by row
    std::vector<Cell> cells_;
    std::vector<int> widths_;
};

/// Columns that a terminal gives `text`: wide characters count two, combining ones none.
int columnsOf(QStringView text);

} // namespace keywright
