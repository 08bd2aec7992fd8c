// Clients by number: an address and a User-Agent are kept once, however many requests come from there.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace keywright {

/// Bounded, whoever comes. One thread adds; another may read names whose numbers it was told after they were given.
class ClientNames {
public:
    using Number = std::uint32_t; ///< from one on; zero is nobody in particular
    /// Longer texts are cut.
    static constexpr std::size_t longestAddress = 46, longestAgent = 160;

    explicit ClientNames(std::size_t most);

    /// The client's number; nothing: there is no room for another one.
    std::optional<Number> number(std::string_view address, std::string_view agent);
    std::string_view address(Number number) const;
    std::string_view agent(Number number) const;
    /// Forgets all of them, and takes their numbers back.
    void clear();

private:
    struct Entry {
        std::size_t hash;
        std::uint8_t addressSize, agentSize;
        std::array<char, longestAddress + longestAgent> text; ///< the address, then the agent

        bool is(std::string_view address, std::string_view agent) const;
    };
    Number add(std::size_t hash, std::string_view address, std::string_view agent);

    std::uint64_t seed_; ///< of the hashes: nobody can choose clients that lie in one place
    std::size_t most_;
    std::unique_ptr<Entry[]> entries_; ///< never moved; pages that no client needed cost nothing
    std::vector<Number> marks_;        ///< by hash, at most half full; zero is free
    Number count_ = 0;
    Number last_ = 0; ///< who came last comes again, mostly
};

} // namespace keywright
