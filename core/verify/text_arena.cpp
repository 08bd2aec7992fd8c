#include "core/verify/text_arena.h"

#include <algorithm>
#include <cstring>

namespace keywright {

TextArena::Place TextArena::add(std::string_view text) {
    if (text.empty())
        return 0;
    const auto length = std::uint16_t(std::min(text.size(), longest));
    const std::size_t needed = sizeof length + length;
    if (used_ + needed > blockSize) {
        if (blockCount_ == mostBlocks)
            qFatal("The texts of the keys need more than 4 GB.");
        blocks_[blockCount_++] = std::make_unique_for_overwrite<char[]>(blockSize);
        used_ = blockCount_ == 1 ? 1 : 0; // place zero is the empty text
    }
    const auto place = Place(((blockCount_ - 1) << blockBits) + used_);
    char *to = blocks_[blockCount_ - 1].get() + used_;
    std::memcpy(to, &length, sizeof length);
    std::memcpy(to + sizeof length, text.data(), length);
    used_ += needed;
    return place;
}

TextArena::Place TextArena::addShared(std::string_view text) {
    const auto bytes = QByteArray::fromRawData(text.data(), qsizetype(text.size()));
    if (const auto known = shared_.constFind(bytes); known != shared_.cend())
        return *known;
    const Place place = add(text);
    if (shared_.size() < mostShared)
        shared_.insert(QByteArray(text.data(), qsizetype(text.size())), place);
    return place;
}

std::string_view TextArena::at(Place place) const {
    if (place == 0)
        return {};
    const char *from = blocks_[place >> blockBits].get() + (place & (blockSize - 1));
    std::uint16_t length = 0;
    std::memcpy(&length, from, sizeof length);
    return {from + sizeof length, length};
}

std::size_t TextArena::memoryBytes() const {
    return mostBlocks * sizeof(blocks_[0]) + blockCount_ * blockSize;
}

} // namespace keywright
