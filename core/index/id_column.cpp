#include "core/index/id_column.h"

#include "core/index/byte_search.h"
#include "core/index/folded_text.h"
#include "core/index/hex_scan.h"

#include <QHashFunctions>

#include <algorithm>
#include <array>

namespace keywright {

namespace {

constexpr qsizetype uuidLength = 36;

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

IdColumn::Needle::Needle(const QString &id) : bits(uuidBits(id)) {
    if (!bits)
        text = id.toUtf8();
    hash = bits ? mixed(bits->high, bits->low) : qHashBits(text.constData(), std::size_t(text.size()));
}

IdColumn::Row IdColumn::findOrSet(const QString &id, Row row) {
    if ((used_ + 1) * 5 / 4 > slots_.size())
        grow();
    const Needle needle(id);
    Row &slot = slots_[slotOf(needle)];
    if (slot != 0)
        return slot - 1;
    put(row, needle);
    slot = row + 1;
    ++used_;
    return row;
}

void IdColumn::put(Row row, const Needle &id) {
    if (row >= ids_.size()) {
        ids_.resize(row + 1);
        opaque_.resize(row + 1);
    }
    if (id.bits) {
        ids_[row] = *id.bits;
        opaque_.erase(row);
        return;
    }
    ids_[row] = {.high = arena_.size(), .low = std::uint64_t(id.text.size())};
    arena_.append(id.text.constData(), std::size_t(id.text.size()));
    opaque_.insert(row);
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

std::size_t IdColumn::slotOf(const Needle &id) const {
    std::size_t at = id.hash & (slots_.size() - 1);
    while (slots_[at] != 0 && !isAt(slots_[at] - 1, id))
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

std::optional<IdColumn::Row> IdColumn::find(const QString &id) const {
    if (slots_.empty())
        return std::nullopt;
    const Row slot = slots_[slotOf(Needle(id))];
    return slot == 0 ? std::nullopt : std::optional(slot - 1);
}

bool IdColumn::isAt(Row row, const Needle &id) const {
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

std::vector<IdColumn::Place> IdColumn::places(QByteArrayView word) {
    std::vector<Place> places;
    for (qsizetype start = 0; start + word.size() <= uuidLength; ++start) {
        Place place;
        bool fits = true;
        for (qsizetype i = 0; i < uuidLength && fits; ++i) {
            const bool inWord = i >= start && i < start + word.size();
            const char c = inWord ? word[i - start] : '-';
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
            places.push_back(place);
    }
    return places;
}

void IdColumn::search(QByteArrayView word, RowSet &hits) const {
    if (word.size() < shortestWord)
        return;
    const std::vector<Place> wanted = places(word);
    const auto isWanted = [&](const Bits &id) {
        return std::ranges::any_of(wanted, [&](const Place &place) {
            return (((id.high & place.mask.high) ^ place.value.high) | ((id.low & place.mask.low) ^ place.value.low)) ==
                   0;
        });
    };
    const auto first = firstFour(word);
    for (std::size_t row = 0; row < ids_.size() && !wanted.empty(); ++row) {
        const Bits id = ids_[row];
        if ((!first || first->areIn(id.high, id.low)) && isWanted(id) && !opaque_.contains(row))
            hits.insert(row);
    }
    opaque_.forEach([&](Row row) {
        if (holds(row, word))
            hits.insert(row);
    });
}

bool IdColumn::holds(Row row, QByteArrayView word) const {
    if (word.size() < shortestWord)
        return false;
    if (!opaque_.contains(row))
        return findBytes(text(row).toLatin1(), word) >= 0;
    QByteArray id(opaqueText(row).data(), qsizetype(opaqueText(row).size()));
    const bool ascii = std::ranges::all_of(id, [](char c) { return c > 0; });
    if (!ascii)
        return foldedText(QString::fromUtf8(id)).contains(word);
    for (char &c : id)
        c = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    return findBytes(id, word) >= 0;
}

qsizetype IdColumn::memoryBytes() const {
    return qsizetype(ids_.size() * sizeof(Bits) + slots_.size() * sizeof(Row) + arena_.size()) + opaque_.memoryBytes();
}

} // namespace keywright
