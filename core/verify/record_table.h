// Records found by digest: open addressing, a place and a few bits of the digest for each.
#pragma once

#include "core/platform/large_memory.h"
#include "core/verify/key_record.h"

namespace keywright {

/// A key in a table; null: none.
struct FoundKey {
    const KeyRecord *record = nullptr;
    const KeyLabel *label = nullptr;
    explicit operator bool() const { return record != nullptr; }
    KeyEntry entry() const { return {*record, *label}; }
};

class RecordTable {
public:
    /// Room for so many records at first; more may come.
    explicit RecordTable(std::size_t expected = 0);

    /// Adds the key, or puts it in the place of the one with its digest.
    void put(const KeyEntry &entry);
    FoundKey find(const Sha256 &digest) const;
    FoundKey at(std::size_t place) const { return {&records_[place], &labels_[place]}; }
    std::size_t size() const { return records_.size(); }
    std::size_t memoryBytes() const;

private:
    /// `number` counts from one; zero is a free place.
    struct Mark {
        std::uint32_t number = 0;
        std::uint32_t bits = 0;
    };
    void resize(std::size_t marks);
    std::size_t placeOf(const Sha256 &digest) const;

    LargeVector<KeyRecord> records_;
    LargeVector<KeyLabel> labels_; ///< in the order of the records
    LargeVector<Mark> marks_;      ///< a power of two
};

} // namespace keywright
