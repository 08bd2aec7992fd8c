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

constexpr int longestInUtf8 = 3; ///< bytes of what takesOneColumn()

/// Writes characters that are no surrogates.
char *utf8(QStringView text, char *place) {
    for (const QChar each : text) {
        const char16_t c = each.unicode();
        if (c < 0x80) {
            *place++ = char(c);
            continue;
        }
        if (c < 0x800) {
            *place++ = char(0xc0 | c >> 6);
        } else {
            *place++ = char(0xe0 | c >> 12);
            *place++ = char(0x80 | (c >> 6 & 0x3f));
        }
        *place++ = char(0x80 | (c & 0x3f));
    }
    return place;
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

/// Appends the cell's bytes.
TextTable::Cell TextTable::append(QStringView cell) {
    const qsizetype from = bytes_.size();
    const bool plain = isPlainText(cell);
    if (plain || std::ranges::all_of(cell, takesOneColumn)) {
        bytes_.resize(from + cell.size() * (plain ? 1 : longestInUtf8));
        char *const start = bytes_.data() + from;
        char *const end = plain ? std::ranges::transform(cell, start, [](QChar c) { return char(c.unicode()); }).out
                                : utf8(cell, start);
        bytes_.truncate(from + (end - start));
        return {.from = from, .size = end - start, .columns = int(cell.size())};
    }
    QString text = printable(cell.toString());
    text.replace(u'\n', u'?');
    bytes_ += text.toUtf8();
    return {.from = from, .size = bytes_.size() - from, .columns = columnsOf(text)};
}

void TextTable::add(std::initializer_list<QStringView> cells) {
    for (const QStringView cell : cells)
        cells_.push_back(append(cell));
}

/// As it is written; row 0 is the header.
TextTable::Cell TextTable::cell(std::size_t row, std::size_t column) const {
    Cell cell = cells_[row * columns_ + column];
    if (column == 0 && row > 0 && cell.size == cell.columns && cell.columns > firstColumn_)
        cell.size = cell.columns = firstColumn_;
    return cell;
}

QByteArray TextTable::text() const {
    std::vector<std::size_t> all(rows());
    std::iota(all.begin(), all.end(), std::size_t(0));
    return text(all);
}

QByteArray TextTable::text(std::span<const std::size_t> rows) const {
    constexpr int gap = 2;
    std::vector<int> widths(columns_);
    qsizetype bytes = 0;
    const auto eachRow = [&](const auto &each) {
        each(std::size_t(0));
        for (const std::size_t row : rows)
            each(row + 1);
    };
    eachRow([&](std::size_t row) {
        for (std::size_t column = 0; column < columns_; ++column) {
            const Cell here = cell(row, column);
            widths[column] = std::max(widths[column], here.columns);
            bytes += here.size;
        }
    });
    const qsizetype gaps = std::accumulate(widths.begin(), widths.end(), gap * qsizetype(columns_));
    QByteArray out(bytes + qsizetype(rows.size() + 1) * (gaps + 1), Qt::Uninitialized);
    char *place = out.data();
    eachRow([&](std::size_t row) {
        for (std::size_t column = 0; column < columns_; ++column) {
            const Cell here = cell(row, column);
            place = std::copy_n(bytes_.constData() + here.from, here.size, place);
            if (column + 1 < columns_)
                place = std::fill_n(place, widths[column] - here.columns + gap, ' ');
        }
        while (place > out.constData() && place[-1] == ' ')
            --place;
        *place++ = '\n';
    });
    out.truncate(place - out.constData());
    return out;
}

} // namespace keywright
