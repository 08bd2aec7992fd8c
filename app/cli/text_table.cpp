#include "app/cli/text_table.h"

#include "app/cli/console.h"

#include <algorithm>

namespace keywright {
namespace {

bool isWide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

bool takesNoColumn(char32_t c) {
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format;
}

} // namespace

int columnsOf(QStringView text) {
    const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x300; });
    if (plain)
        return int(text.size());
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += takesNoColumn(c) ? 0 : (isWide(c) ? 2 : 1);
    return columns;
}

void TextTable::add(QStringList cells) {
    widths_.resize(std::max(widths_.size(), std::size_t(cells.size())));
    for (qsizetype i = 0; i < cells.size(); ++i) {
        cells[i] = printable(cells[i]);
        if (cells[i].contains(u'\n'))
            cells[i].replace(u'\n', u'?');
        widths_[std::size_t(i)] = std::max(widths_[std::size_t(i)], columnsOf(cells[i]));
    }
    rows_.push_back(std::move(cells));
}

QByteArray TextTable::text() const {
    QByteArray out;
    for (const QStringList &row : rows_) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += QString(widths_[std::size_t(i)] - columnsOf(row[i]) + 2, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        out += line.toUtf8() + '\n';
    }
    return out;
}

} // namespace keywright
