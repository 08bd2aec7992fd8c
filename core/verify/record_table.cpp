#include "core/verify/record_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace keywright {

namespace {

constexpr std::size_t fewest = 16;

/// Digests are random; mixed all the same, so that samples that are not do no harm.
std::uint64_t mixed(const Sha256 &digest) {
    std::array<std::uint64_t, 4> bits{};
    std::memcpy(bits.data(), digest.bytes.data(), sizeof bits);
    return (bits[0] ^ std::rotl(bits[1], 32) ^ std::rotl(bits[2], 16) ^ std::rotl(bits[3], 48)) *
           0x9e37'79b9'7f4a'7c15U;
}

std::uint8_t tagOf(const Sha256 &digest) {
    return std::max<std::uint8_t>(1, std::to_integer<std::uint8_t>(digest.bytes.back()));
}

/// At most 70 in a hundred are taken.
std::size_t placesFor(std::size_t records) {
    return std::max(fewest, records + records * 3 / 7 + 1);
}

} // namespace

RecordTable::RecordTable(std::size_t expected)
    : tags_(placesFor(expected)), records_(tags_.size()), labels_(tags_.size()) {}

std::size_t RecordTable::placeOf(const Sha256 &digest) const {
    const Tag tag = tagOf(digest);
    std::size_t at = std::size_t((mixed(digest) >> 32) * tags_.size() >> 32);
    while (tags_[at] != 0 && (tags_[at] != tag || records_[at].digest != digest))
        at = at + 1 == tags_.size() ? 0 : at + 1;
    return at;
}

FoundKey RecordTable::find(const Sha256 &digest) const {
    const std::size_t place = placeOf(digest);
    return tags_[place] == 0 ? FoundKey{} : at(place);
}

void RecordTable::put(const KeyEntry &entry) {
    std::size_t place = placeOf(entry.record.digest);
    if (tags_[place] == 0) {
        if (placesFor(size_ + 1) > tags_.size()) {
            grow();
            place = placeOf(entry.record.digest);
        }
        ++size_;
        tags_[place] = tagOf(entry.record.digest);
    }
    records_[place] = entry.record;
    labels_[place] = entry.label;
}

void RecordTable::grow() {
    RecordTable larger(size_ * 2);
    forEach([&](const FoundKey &key) { larger.put(key.entry()); });
    *this = std::move(larger);
}

std::size_t RecordTable::memoryBytes() const {
    return records_.capacity() * sizeof(KeyRecord) + labels_.capacity() * sizeof(KeyLabel) + tags_.capacity();
}

} // namespace keywright
