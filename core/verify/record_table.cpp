#include "core/verify/record_table.h"

#include <bit>
#include <cstring>

namespace keywright {

namespace {

constexpr std::size_t fewest = 16;

/// Digests are random; mixed all the same, so that samples that are not do no harm.
std::uint64_t startOf(const Sha256 &digest) {
    std::array<std::uint64_t, 2> bits{};
    std::memcpy(bits.data(), digest.bytes.data(), sizeof bits);
    return ((bits[0] ^ std::rotl(bits[1], 32)) * 0x9e37'79b9'7f4a'7c15U) >> 16;
}

std::uint32_t bitsOf(const Sha256 &digest) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, digest.bytes.data() + digest.bytes.size() - sizeof bits, sizeof bits);
    return bits;
}

/// At most two thirds full.
std::size_t marksFor(std::size_t records) {
    return std::max(fewest, std::bit_ceil(records + records / 2));
}

} // namespace

RecordTable::RecordTable(std::size_t expected) : marks_(marksFor(expected)) {
    records_.reserve(expected);
    labels_.reserve(expected);
}

std::size_t RecordTable::placeOf(const Sha256 &digest) const {
    const std::size_t mask = marks_.size() - 1;
    const std::uint32_t bits = bitsOf(digest);
    std::size_t at = std::size_t(startOf(digest)) & mask;
    while (marks_[at].number != 0 && (marks_[at].bits != bits || records_[marks_[at].number - 1].digest != digest))
        at = (at + 1) & mask;
    return at;
}

FoundKey RecordTable::find(const Sha256 &digest) const {
    const Mark mark = marks_[placeOf(digest)];
    return mark.number == 0 ? FoundKey{} : at(mark.number - 1);
}

void RecordTable::put(const KeyEntry &entry) {
    Mark &mark = marks_[placeOf(entry.record.digest)];
    if (mark.number != 0) {
        records_[mark.number - 1] = entry.record;
        labels_[mark.number - 1] = entry.label;
        return;
    }
    records_.push_back(entry.record);
    labels_.push_back(entry.label);
    mark = {std::uint32_t(records_.size()), bitsOf(entry.record.digest)};
    if (marksFor(records_.size()) > marks_.size())
        resize(marksFor(records_.size()));
}

void RecordTable::resize(std::size_t marks) {
    marks_.assign(marks, {});
    for (std::size_t i = 0; i < records_.size(); ++i)
        marks_[placeOf(records_[i].digest)] = {std::uint32_t(i + 1), bitsOf(records_[i].digest)};
}

std::size_t RecordTable::memoryBytes() const {
    return records_.capacity() * sizeof(KeyRecord) + labels_.capacity() * sizeof(KeyLabel) +
           marks_.capacity() * sizeof(Mark);
}

} // namespace keywright
