// Records found by digest: open addressing, with a byte of each place's digest kept apart, so that looking for a key
// reads one record from memory, and mostly none for what is no key.
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
    /// Calls `each(FoundKey)` for every key, in no order.
    template<class F>
    void forEach(F each) const {
        for (std::size_t place = 0; place < tags_.size(); ++place) {
            if (tags_[place] != 0)
                each(at(place));
        }
    }
    std::size_t size() const { return size_; }
    std::size_t memoryBytes() const;

private:
    using Tag = std::uint8_t; ///< of a digest; zero: the place is free
    std::size_t placeOf(const Sha256 &digest) const;
    FoundKey at(std::size_t place) const { return {&records_[place], &labels_[place]}; }
    void grow();

    std::size_t size_ = 0;
    LargeVector<Tag> tags_;
    LargeVector<KeyRecord> records_; ///< by the tags' places
    LargeVector<KeyLabel> labels_;   ///< by the tags' places
};

} // namespace keywright
