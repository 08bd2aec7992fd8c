// Texts of many keys in few blocks of memory: added by one thread, read by any once they were published.
#pragma once

#include <QByteArray>
#include <QHash>

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace keywright {

class TextArena {
public:
    /// Where a text lies. Zero is the empty text.
    using Place = std::uint32_t;
    static constexpr std::size_t longest = 0xffff; ///< bytes; what is longer is cut

    TextArena() = default;
    TextArena(const TextArena &) = delete;
    TextArena &operator=(const TextArena &) = delete;

    Place add(std::string_view text);
    /// The same place for the same text, as long as there are not too many different ones (owners, sets of scopes).
    Place addShared(std::string_view text);
    std::string_view at(Place place) const;

    std::size_t memoryBytes() const;

private:
    static constexpr int blockBits = 18;
    static constexpr std::size_t blockSize = std::size_t(1) << blockBits;
    static constexpr std::size_t mostBlocks = std::size_t(1) << (32 - blockBits);
    static constexpr qsizetype mostShared = 65'536;

    /// A fixed table, so that adding moves nothing that another thread reads.
    std::unique_ptr<std::unique_ptr<char[]>[]> blocks_ = std::make_unique<std::unique_ptr<char[]>[]>(mostBlocks);
    std::size_t blockCount_ = 0;
    std::size_t used_ = blockSize; ///< of the last block
    QHash<QByteArray, Place> shared_;
};

} // namespace keywright
