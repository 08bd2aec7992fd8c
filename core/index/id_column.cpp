#include "core/index/id_column.h"

#include "core/index/folded_text.h"
#include "core/index/row_chunks.h"

#include <QHashFunctions>

#include <algorithm>
#include <array>

namespace keywright {

namespace {

constexpr qsizetype uuidLength = 36;
constexpr char endMark = '\x1e';

constexpr bool isHyphenPlace(qsizetype place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

/// The value of a lower-case hex digit, or -1.
constexpr int nibble(char16_t c) {
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    return c >= u'a' && c <= u'f' ? c - u'a' + 10 : -1;
}

/// The digits that a word begins with, if hyphens leave it four: most ids are told apart by them.
std::optional<FourDigits> firstFour(QByteArrayView word) {
    int digits = 0;
    for (const char c : word.first(4)) {
        const int value = nibble(uchar(c));
        if (value < 0)
            return std::nullopt;
        digits = digits << 4 | value;
    }
    return FourDigits(std::uint16_t(digits));
}

std::size_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a ^ (b * 0x9e3779b97f4a7c15ULL);
    x ^= x >> 32;
    return std::size_t(x * 0xd6e8feb86659fd93ULL);
}

} // namespace

std::optional<IdColumn::Bits> IdColumn::uuidBits(QStringView id) {
    if (id.size() != uuidLength)
        return std::nullopt;
    Bits bits;
    for (qsizetype i = 0; i < uuidLength; ++i) {
        const char16_t c = id[i].unicode();
        if (isHyphenPlace(i)) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        const int value = nibble(c);
        if (value < 0)
            return std::nullopt;
        bits.high = (bits.high << 4) | (bits.low >> 60);
        bits.low = (bits.low << 4) | std::uint64_t(value);
    }
    return bits;
}

void IdColumn::reserve(std::size_t rows) {
    ids_.reserve(rows);
    while (slots_.size() < rows * 5 / 4)
        grow();
}

IdColumn::Sought::Sought(const QString &id) : bits(uuidBits(id)) {
    if (!bits)
        text = id.toUtf8();
    hash = bits ? mixed(bits->high, bits->low) : qHashBits(text.constData(), std::size_t(text.size()));
}

IdColumn::Row IdColumn::findOrSet(const QString &id, Row row) {
    if ((used_ + 1) * 5 / 4 > slots_.size())
        grow();
    const Sought sought(id);
    Row &slot = slots_[slotOf(sought)];
    if (slot != 0)
        return slot - 1;
    put(row, sought);
    slot = row + 1;
    ++used_;
    return row;
}

void IdColumn::put(Row row, const Sought &id) {
    if (row >= ids_.size()) {
        ids_.resize(row + 1);
        opaque_.resize(row + 1);
        unfolded_.resize(row + 1);
    }
    if (id.bits) {
        ids_[row] = *id.bits;
        opaque_.erase(row);
        return;
    }
    putOpaque(row, id.text);
}

void IdColumn::putOpaque(Row row, const QByteArray &text) {
    ids_[row] = {.high = arena_.size(), .low = std::uint64_t(text.size())};
    opaque_.insert(row);
    starts_.emplace_back(arena_.size(), row);
    arena_.append(text.constData(), std::size_t(text.size())) += endMark;
    if (std::ranges::any_of(text, [](char c) { return c <= 0; })) {
        unfolded_.insert(row);
        folded_.resize(arena_.size(), endMark);
        return;
    }
    for (const char c : text)
        folded_ += c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    folded_ += endMark;
}

void IdColumn::link(Row row) {
    std::size_t at = hashOf(row) & (slots_.size() - 1);
    while (slots_[at] != 0)
        at = (at + 1) & (slots_.size() - 1);
    slots_[at] = row + 1;
}

void IdColumn::grow() {
    const std::vector<Row> old = std::exchange(slots_, {});
    slots_.resize(old.empty() ? 64 : old.size() * 2);
    for (const Row slot : old)
        if (slot != 0)
            link(slot - 1);
}

void IdColumn::erase(Row row) {
    if (opaque_.contains(row)) {
        std::fill_n(folded_.begin() + std::ptrdiff_t(ids_[row].high), ids_[row].low, endMark);
        unfolded_.erase(row);
    }
    const std::size_t mask = slots_.size() - 1;
    std::size_t hole = hashOf(row) & mask;
    while (slots_[hole] != row + 1)
        hole = (hole + 1) & mask;
    // What follows in the run moves back, so that no probe ends early.
    for (std::size_t next = (hole + 1) & mask; slots_[next] != 0; next = (next + 1) & mask) {
        const std::size_t home = hashOf(slots_[next] - 1) & mask;
        if (((next - home) & mask) >= ((next - hole) & mask)) {
            slots_[hole] = slots_[next];
            hole = next;
        }
    }
    slots_[hole] = 0;
    --used_;
}

std::size_t IdColumn::slotOf(const Sought &id) const {
    std::size_t at = id.hash & (slots_.size() - 1);
    while (slots_[at] != 0 && !isAt(slots_[at] - 1, id))
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

std::optional<IdColumn::Row> IdColumn::find(const QString &id) const {
    if (slots_.empty())
        return std::nullopt;
    const Row slot = slots_[slotOf(Sought(id))];
    return slot == 0 ? std::nullopt : std::optional(slot - 1);
}

bool IdColumn::isAt(Row row, const Sought &id) const {
    if (opaque_.contains(row))
        return !id.bits && opaqueText(row) == std::string_view(id.text.constData(), std::size_t(id.text.size()));
    return id.bits && ids_[row] == *id.bits;
}

std::string_view IdColumn::opaqueText(Row row) const {
    return std::string_view(arena_).substr(ids_[row].high, ids_[row].low);
}

std::size_t IdColumn::hashOf(Row row) const {
    if (!opaque_.contains(row))
        return mixed(ids_[row].high, ids_[row].low);
    const std::string_view text = opaqueText(row);
    return qHashBits(text.data(), text.size());
}

QString IdColumn::text(Row row) const {
    if (opaque_.contains(row)) {
        const std::string_view id = opaqueText(row);
        return QString::fromUtf8(id.data(), qsizetype(id.size()));
    }
    std::array<char, uuidLength> text{};
    Bits bits = ids_[row];
    for (qsizetype i = uuidLength - 1; i >= 0; --i) {
        if (isHyphenPlace(i)) {
            text[std::size_t(i)] = '-';
            continue;
        }
        text[std::size_t(i)] = "0123456789abcdef"[bits.low & 15];
        bits.low = (bits.low >> 4) | (bits.high << 60);
        bits.high >>= 4;
    }
    return QString::fromLatin1(text.data(), uuidLength);
}

IdColumn::Word::Word(QByteArrayView folded) : text_(folded), needle_(folded) {
    if (folded.size() < shortestWord)
        return;
    first_ = firstFour(folded);
    for (qsizetype start = 0; start + folded.size() <= uuidLength; ++start) {
        Place place;
        bool fits = true;
        for (qsizetype i = 0; i < uuidLength && fits; ++i) {
            const bool inWord = i >= start && i < start + folded.size();
            const char c = inWord ? folded[i - start] : '-';
            if (isHyphenPlace(i)) {
                fits = !inWord || c == '-';
                continue;
            }
            const int value = inWord ? nibble(uchar(c)) : 0;
            fits = value >= 0;
            const auto shifted = [](Bits &bits, std::uint64_t next) {
                bits.high = (bits.high << 4) | (bits.low >> 60);
                bits.low = (bits.low << 4) | next;
            };
            shifted(place.mask, inWord ? 15 : 0);
            shifted(place.value, std::uint64_t(value & 15));
        }
        if (fits)
            places_.push_back(place);
    }
}

bool IdColumn::Word::isIn(const Bits &id) const {
    if (first_ && !first_->areIn(id.high, id.low))
        return false;
    return std::ranges::any_of(places_, [&](const Place &place) {
        return (((id.high & place.mask.high) ^ place.value.high) | ((id.low & place.mask.low) ^ place.value.low)) == 0;
    });
}

void IdColumn::search(const Word &word, RowSet &hits) const {
    if (word.text_.size() < shortestWord)
        return;
    if (!word.places_.empty())
        inChunks(ids_.size(), [&](std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row)
                if (word.isIn(ids_[row]) && !opaque_.contains(row))
                    hits.insert(row);
        });
    searchOpaque(word, hits);
}

void IdColumn::searchOpaque(const Word &word, RowSet &hits) const {
    const QByteArrayView folded(folded_.data(), qsizetype(folded_.size()));
    std::size_t each = 0;
    word.needle_.eachIn(folded, [&](qsizetype at) {
        while (each + 1 < starts_.size() && qsizetype(starts_[each + 1].first) <= at)
            ++each;
        hits.insert(starts_[each].second);
        return each + 1 == starts_.size() ? folded.size() : qsizetype(starts_[each + 1].first);
    });
    unfolded_.forEach([&](Row row) {
        if (holds(row, word))
            hits.insert(row);
    });
}

bool IdColumn::holds(Row row, const Word &word) const {
    if (word.text_.size() < shortestWord)
        return false;
    if (!opaque_.contains(row))
        return word.isIn(ids_[row]);
    if (unfolded_.contains(row))
        return foldedText(text(row)).contains(word.text_);
    return word.needle_.isIn({folded_.data() + ids_[row].high, qsizetype(ids_[row].low)});
}

qsizetype IdColumn::memoryBytes() const {
    return qsizetype(ids_.size() * sizeof(Bits) + slots_.size() * sizeof(Row) + arena_.size() + folded_.size() +
                     starts_.size() * sizeof(starts_.front())) +
           opaque_.memoryBytes() + unfolded_.memoryBytes();
}

} // namespace keywright
