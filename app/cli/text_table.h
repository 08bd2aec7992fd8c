// Text tables: columns as wide as their longest cell, two spaces between them.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace keywright {

class TextTable {
public:
    explicit TextTable(QStringList header) { add(std::move(header)); }
    /// Cells as many as the header has; what could steer a terminal is taken out.
    void add(QStringList cells);
    bool isEmpty() const { return rows_.size() < 2; }
    QByteArray text() const;

private:
    std::vector<QStringList> rows_;
    std::vector<int> widths_;
};

/// Columns that a terminal gives `text`: wide characters count two, combining ones none.
int columnsOf(QStringView text);

} // namespace keywright
