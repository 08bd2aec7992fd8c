// Uses added up by key, client and day, until they are written down. Flat tables: a use costs no memory of its own.
#pragma once

#include "core/model/ids.h"
#include "core/model/key_use.h"
#include "core/verify/client_names.h"

#include <span>
#include <vector>

namespace keywright {

class UseCounts {
public:
    /// What one client did with a key in one UTC day.
    struct Cell {
        std::uint32_t day = 0; ///< since 1970
        ClientNames::Number client = 0;
        std::uint64_t allowed = 0, refused = 0;
        std::uint32_t firstAt = 0, lastAt = 0; ///< of those that were allowed
        std::uint32_t next = 0;                ///< the key's next cell, counted from one
    };
    struct KeyUses {
        Sha256 digest;
        std::int64_t n = 0; ///< the key's row, if the digest still stands there
        std::uint32_t lastAt = 0, lastRefusedAt = 0;
        ClientNames::Number lastClient = 0, lastRefusedClient = 0;
        // Which of them the watch over spikes has not been told: so many of that minute.
        std::uint32_t minute = 0, ofMinute = 0;
        Cell first;
    };
    struct Use {
        std::uint32_t at = 0;
        ClientNames::Number client = 0;
        bool refused = false;
        std::uint64_t times = 1;
    };

    UseCounts();

    /// Who used keys. More clients than it has numbers for are nobody in particular.
    ClientNames::Number client(std::string_view address, std::string_view agent) {
        return names_.number(address, agent).value_or(0);
    }
    /// Has the processor fetch the key's place.
    void fetch(const Sha256 &digest) const;
    KeyUses &key(const Sha256 &digest, std::int64_t n);
    void add(KeyUses &key, const Use &use);
    /// Takes in what `key` of `other` counted.
    void add(const KeyUses &key, const UseCounts &other);

    bool isEmpty() const { return keys_.empty(); }
    std::span<KeyUses> keys() { return keys_; }
    std::span<const KeyUses> keys() const { return keys_; }
    UseTally tally(const KeyUses &key) const;
    /// Forgets all; keeps its memory, if that is not much or was in use.
    void clear();

private:
    static constexpr std::size_t mostClients = 16'384;
    static constexpr int mostCells = UseTally::mostClients; ///< of one key; the rest of its clients are nobody

    std::size_t placeOf(const Sha256 &digest) const;
    void resize(std::size_t marks);
    Cell &cell(KeyUses &key, std::uint32_t day, ClientNames::Number client);
    template<class F>
    void forEachCell(const KeyUses &key, F each) const;
    ClientNames::Number clientOf(const UseCounts &other, ClientNames::Number number);
    keywright::Use lastUse(std::uint32_t at, ClientNames::Number client, bool refused) const;

    ClientNames names_{mostClients};
    std::vector<KeyUses> keys_;
    std::vector<Cell> cells_;          ///< but for each key's first
    std::vector<std::uint32_t> marks_; ///< by digest, at most half full: places in keys_ from one on
};

} // namespace keywright
