#include "core/index/text_column.h"

#include "core/index/folded_text.h"
#include "core/index/row_chunks.h"

#include <algorithm>
#include <cstring>

namespace keywright {

namespace {

constexpr char partEnd = '\x1f';
constexpr char rowEnd = '\x1e';
constexpr char erased = '\xff';
constexpr std::size_t usualText = 40; ///< bytes of a row: a name of 22, a preview of 15

QByteArrayView bytesOf(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Whether a bit a letter is enough to get `text` back from `folded`.
bool differsInCapitalsOnly(QByteArrayView text, std::string_view folded) {
    return text.size() == qsizetype(folded.size()) &&
           std::equal(text.begin(), text.end(), folded.begin(),
                      [](char a, char b) { return a == b || (isCapital(a) && b == char(a + ('a' - 'A'))); });
}

QByteArray part(const std::string &bytes, std::size_t &at) {
    std::uint32_t size = 0;
    std::memcpy(&size, bytes.data() + at, sizeof size);
    at += sizeof size;
    QByteArray text(bytes.data() + at, qsizetype(size));
    at += size;
    return text;
}

void addPart(std::string &bytes, const QByteArray &text) {
    const auto size = std::uint32_t(text.size());
    bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    bytes.append(text.constData(), std::size_t(text.size()));
}

} // namespace

void TextColumn::reserve(std::size_t rows) {
    start_.reserve(rows);
    shape_.reserve(rows);
    originalAt_.reserve(rows);
    arena_.reserve(rows * usualText);
    originals_.reserve(rows * (usualText / 8 + 1));
}

void TextColumn::appendFolded(QStringView plain, char end, std::size_t &place, std::uint32_t mask) {
    char *const folded = arena_.data() + start_.back();
    for (const QChar each : plain) {
        const char c = char(each.unicode());
        folded[place] = isCapital(c) ? char(c + ('a' - 'A')) : c;
        if (isCapital(c))
            originals_[mask + place / 8] = char(originals_[mask + place / 8] | (1 << (place % 8)));
        ++place;
    }
    folded[place++] = end;
}

/// Nearly all text that comes is plain and new: it is folded straight into its place.
bool TextColumn::appendPlain(const QString &name, const Preview &preview) {
    if (name.size() > UINT16_MAX || preview.first.size() > UINT8_MAX || preview.last.size() > UINT8_MAX ||
        !isPlainText(name) || !isPlainText(preview.first) || !isPlainText(preview.last))
        return false;
    const auto size = std::size_t(name.size() + preview.first.size() + preview.last.size() + 3);
    start_.push_back(std::uint32_t(arena_.size()));
    shape_.push_back({.name = std::uint16_t(name.size()),
                      .first = std::uint8_t(preview.first.size()),
                      .last = std::uint8_t(preview.last.size())});
    const auto mask = std::uint32_t(originals_.size());
    originalAt_.push_back(mask);
    arena_.resize(arena_.size() + size);
    originals_.resize(originals_.size() + size / 8 + 1);
    std::size_t place = 0;
    appendFolded(name, partEnd, place, mask);
    appendFolded(preview.first, partEnd, place, mask);
    appendFolded(preview.last, rowEnd, place, mask);
    return true;
}

void TextColumn::set(Row row, const QString &name, const Preview &preview) {
    if (row == start_.size() && appendPlain(name, preview))
        return;
    const QByteArray foldedName = foldedText(name).left(UINT16_MAX);
    const QByteArray first = foldedText(preview.first).left(UINT8_MAX);
    const QByteArray last = foldedText(preview.last).left(UINT8_MAX);
    std::string text;
    text.reserve(std::size_t(foldedName.size() + first.size() + last.size() + 3));
    text.append(foldedName.constData(), std::size_t(foldedName.size())) += partEnd;
    text.append(first.constData(), std::size_t(first.size())) += partEnd;
    text.append(last.constData(), std::size_t(last.size())) += rowEnd;

    const Original original{name.toUtf8(), preview.first.toUtf8(), preview.last.toUtf8()};
    if (row < start_.size() && folded(row) == text && this->original(row) == original)
        return;
    const Shape shape{.name = std::uint16_t(foldedName.size()),
                      .first = std::uint8_t(first.size()),
                      .last = std::uint8_t(last.size())};
    const std::uint32_t originalAt = keepOriginal(original, text);
    if (row < start_.size()) {
        shape_[row] = shape;
        originalAt_[row] = originalAt;
        replace(row, text);
        compactIfWorth();
        return;
    }
    start_.push_back(std::uint32_t(arena_.size()));
    shape_.push_back(shape);
    originalAt_.push_back(originalAt);
    arena_ += text;
}

std::uint32_t TextColumn::keepOriginal(const Original &text, std::string_view folded) {
    const auto at = std::uint32_t(originals_.size());
    const QByteArray joined = text.name + partEnd + text.first + partEnd + text.last + rowEnd;
    if (!differsInCapitalsOnly(joined, folded)) {
        addPart(originals_, text.name);
        addPart(originals_, text.first);
        addPart(originals_, text.last);
        return at | whole;
    }
    originals_.resize(originals_.size() + folded.size() / 8 + 1);
    for (std::size_t i = 0; i < folded.size(); ++i)
        if (isCapital(joined[qsizetype(i)]))
            originals_[at + i / 8] = char(originals_[at + i / 8] | (1 << (i % 8)));
    return at;
}

void TextColumn::replace(Row row, const std::string &folded) {
    const std::size_t end = row + 1 < start_.size() ? start_[row + 1] : arena_.size();
    const std::size_t room = end - start_[row];
    char *place = arena_.data() + start_[row];
    if (folded.size() == room) {
        std::copy(folded.begin(), folded.end(), place);
        moved_.remove(row);
        return;
    }
    std::fill_n(place, room, erased);
    moved_.insert(row, folded);
}

void TextColumn::erase(Row row) {
    const std::size_t end = row + 1 < start_.size() ? start_[row + 1] : arena_.size();
    std::fill(arena_.begin() + std::ptrdiff_t(start_[row]), arena_.begin() + std::ptrdiff_t(end), erased);
    moved_.remove(row);
    shape_[row] = {};
}

/// Text that moved costs a look-up each; once there is much of it, the arenas are written anew, in order.
void TextColumn::compactIfWorth() {
    if (std::size_t(moved_.size()) < 1024 + start_.size() / 16)
        return;
    std::string arena, originals;
    arena.reserve(arena_.size());
    std::vector<std::uint32_t> start(start_.size()), originalAt(start_.size());
    for (Row row = 0; row < start_.size(); ++row) {
        const std::string text(folded(row));
        const Original kept = original(row);
        start[row] = std::uint32_t(arena.size());
        arena += text;
        std::swap(originals, originals_);
        originalAt[row] = keepOriginal(kept, text);
        std::swap(originals, originals_);
    }
    arena_ = std::move(arena);
    originals_ = std::move(originals);
    start_ = std::move(start);
    originalAt_ = std::move(originalAt);
    moved_.clear();
}

std::string_view TextColumn::folded(Row row) const {
    if (!moved_.isEmpty()) {
        const auto moved = moved_.constFind(row);
        if (moved != moved_.constEnd())
            return *moved;
    }
    const Shape shape = shape_[row];
    return std::string_view(arena_).substr(start_[row], std::size_t(shape.name + shape.first + shape.last + 3));
}

TextColumn::Original TextColumn::original(Row row) const {
    const std::uint32_t kept = originalAt_[row];
    std::size_t at = kept & ~whole;
    if ((kept & whole) != 0) {
        QByteArray name = part(originals_, at), first = part(originals_, at);
        return {std::move(name), std::move(first), part(originals_, at)};
    }
    const std::string_view text = folded(row);
    QByteArray joined(text.data(), qsizetype(text.size()));
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((originals_[at + i / 8] >> (i % 8) & 1) != 0)
            joined[qsizetype(i)] = char(text[i] - ('a' - 'A'));
    const Shape shape = shape_[row];
    return {joined.left(shape.name), joined.mid(shape.name + 1, shape.first),
            joined.mid(shape.name + shape.first + 2, shape.last)};
}

QString TextColumn::name(Row row) const {
    return QString::fromUtf8(original(row).name);
}

Preview TextColumn::preview(Row row) const {
    const Original text = original(row);
    return {QString::fromUtf8(text.first), QString::fromUtf8(text.last)};
}

QByteArrayView TextColumn::foldedName(Row row) const {
    return bytesOf(folded(row)).first(shape_[row].name);
}

QByteArrayView TextColumn::foldedPreview(Row row) const {
    const Shape shape = shape_[row];
    return bytesOf(folded(row)).sliced(shape.name + 1, shape.first + 1 + shape.last);
}

bool TextColumn::holds(Row row, const Needle &word) const {
    return word.isIn(bytesOf(folded(row)));
}

void TextColumn::search(const Needle &word, RowSet &hits) const {
    inChunks(start_.size(), [&](std::size_t from, std::size_t to) { searchRows(word, from, to, hits); });
    for (auto moved = moved_.constBegin(); moved != moved_.constEnd(); ++moved)
        if (holds(moved.key(), word))
            hits.insert(moved.key());
}

void TextColumn::searchRows(const Needle &word, std::size_t from, std::size_t to, RowSet &hits) const {
    if (from == to)
        return;
    const auto endOf = [this](std::size_t row) { return row + 1 < start_.size() ? start_[row + 1] : arena_.size(); };
    const std::size_t begin = start_[from];
    const QByteArrayView arena(arena_.data() + begin, qsizetype(endOf(to - 1) - begin));
    std::size_t row = from;
    word.eachIn(arena, [&](qsizetype at) {
        while (endOf(row) - begin <= std::size_t(at))
            ++row;
        hits.insert(row);
        return qsizetype(endOf(row) - begin);
    });
}

qsizetype TextColumn::memoryBytes() const {
    const std::size_t perRow = sizeof(std::uint32_t) * 2 + sizeof(Shape);
    return qsizetype(arena_.size() + originals_.size() + start_.size() * perRow) +
           moved_.capacity() * qsizetype(sizeof(std::string) + sizeof(Row));
}

} // namespace keywright
