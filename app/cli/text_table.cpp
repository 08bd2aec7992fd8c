#include "app/cli/text_table.h"

#include "app/cli/console.h"
#include "core/index/folded_text.h"

#include <algorithm>
#include <numeric>

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

/// Surely, and steers no terminal: Latin letters, and the dashes, quotes and dots of print.
bool takesOneColumn(QChar c) {
    const char16_t code = c.unicode();
    return (code >= 0x20 && code < 0x7f) || (code >= 0xa1 && code < 0x300 && code != 0xad) ||
           (code >= 0x2010 && code <= 0x2027);
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

/// Appends the cell's bytes and gives the columns it takes.
int TextTable::append(QStringView cell) {
    if (isPlainText(cell)) {
        const qsizetype from = bytes_.size();
        bytes_.resize(from + cell.size());
        std::ranges::transform(cell, bytes_.begin() + from, [](QChar c) { return char(c.unicode()); });
        return int(cell.size());
    }
    if (std::ranges::all_of(cell, takesOneColumn)) {
        bytes_ += cell.toUtf8();
        return int(cell.size());
    }
    QString text = printable(cell.toString());
    text.replace(u'\n', u'?');
    bytes_ += text.toUtf8();
    return columnsOf(text);
}

void TextTable::add(std::initializer_list<QStringView> cells) {
    auto width = widths_.begin();
    for (const QStringView cell : cells) {
        const int columns = append(cell);
        cells_.push_back({.end = bytes_.size(), .columns = columns});
        *width = std::max(*width, columns);
        ++width;
    }
}

QByteArray TextTable::text() const {
    constexpr int gap = 2;
    const auto rows = qsizetype(cells_.size() / widths_.size());
    const qsizetype gaps = std::accumulate(widths_.begin(), widths_.end(), 0) + gap * qsizetype(widths_.size());
    QByteArray out(bytes_.size() + rows * (gaps + 1), Qt::Uninitialized);
    char *place = out.data();
    const char *from = bytes_.constData();
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
        const std::size_t column = cell % widths_.size();
        const char *const end = bytes_.constData() + cells_[cell].end;
        place = std::copy(from, end, place);
        from = end;
        if (column + 1 < widths_.size()) {
            place = std::fill_n(place, widths_[column] - cells_[cell].columns + gap, ' ');
            continue;
        }
        while (place > out.constData() && place[-1] == ' ')
            --place;
        *place++ = '\n';
    }
    out.truncate(place - out.constData());
    return out;
}

} // namespace keywright
