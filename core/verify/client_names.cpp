#include "core/verify/client_names.h"

#include <QRandomGenerator>

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(_MSC_VER)
#include <intrin.h>
#endif

namespace keywright {

namespace {

bool same(const char *kept, std::string_view text) {
    return text.empty() || std::memcmp(kept, text.data(), text.size()) == 0;
}

/// Both halves of the product: no bit of `a` or `b` is lost.
std::uint64_t folded(std::uint64_t a, std::uint64_t b) {
#if defined(_MSC_VER)
    std::uint64_t high = 0;
    const std::uint64_t low = _umul128(a, b, &high);
    return low ^ high;
#else
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide(a) * b;
    return std::uint64_t(product) ^ std::uint64_t(product >> 64);
#endif
}

template<class Word>
std::uint64_t wordAt(std::string_view text, std::size_t at) {
    Word word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return word;
}

/// All of a text that is shorter than a word, or its last word, which may overlap with the one before.
std::uint64_t endOf(std::string_view text) {
    const std::size_t size = text.size();
    if (size >= sizeof(std::uint64_t))
        return wordAt<std::uint64_t>(text, size - sizeof(std::uint64_t));
    if (size >= sizeof(std::uint32_t))
        return wordAt<std::uint32_t>(text, 0) << 32 | wordAt<std::uint32_t>(text, size - sizeof(std::uint32_t));
    if (text.empty())
        return 0;
    return wordAt<std::uint8_t>(text, 0) << 16 | wordAt<std::uint8_t>(text, size / 2) << 8 |
           wordAt<std::uint8_t>(text, size - 1);
}

std::uint64_t hashOf(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = seed ^ text.size();
    for (std::size_t at = 0; at + sizeof hash < text.size(); at += sizeof hash)
        hash = folded(hash ^ wordAt<std::uint64_t>(text, at), seed | 1U);
    return folded(hash ^ endOf(text), seed | 1U);
}

} // namespace

bool ClientNames::Entry::is(std::string_view address, std::string_view agent) const {
    return addressSize == address.size() && agentSize == agent.size() && same(text.data(), address) &&
           same(text.data() + addressSize, agent);
}

ClientNames::ClientNames(std::size_t most)
    : seed_(QRandomGenerator::system()->generate64()), most_(most),
      entries_(std::make_unique_for_overwrite<Entry[]>(most)), marks_(std::bit_ceil(most * 2)) {}

std::optional<ClientNames::Number> ClientNames::number(std::string_view address, std::string_view agent) {
    address = address.substr(0, longestAddress);
    agent = agent.substr(0, longestAgent);
    if (last_ != 0 && entries_[last_ - 1].is(address, agent))
        return last_;
    const std::size_t hash = hashOf(address, seed_) ^ hashOf(agent, std::rotl(seed_, 32));
    const std::size_t mask = marks_.size() - 1;
    std::size_t at = hash & mask;
    for (; marks_[at] != 0; at = (at + 1) & mask) {
        const Entry &entry = entries_[marks_[at] - 1];
        if (entry.hash == hash && entry.is(address, agent))
            return last_ = marks_[at];
    }
    if (count_ == most_)
        return std::nullopt;
    return last_ = marks_[at] = add(hash, address, agent);
}

ClientNames::Number ClientNames::add(std::size_t hash, std::string_view address, std::string_view agent) {
    Entry &entry = entries_[count_];
    entry.hash = hash;
    entry.addressSize = std::uint8_t(address.size());
    entry.agentSize = std::uint8_t(agent.size());
    std::ranges::copy(address, entry.text.begin());
    std::ranges::copy(agent, entry.text.begin() + entry.addressSize);
    return ++count_;
}

std::string_view ClientNames::address(Number number) const {
    const Entry &entry = entries_[number - 1];
    return {entry.text.data(), entry.addressSize};
}

std::string_view ClientNames::agent(Number number) const {
    const Entry &entry = entries_[number - 1];
    return {entry.text.data() + entry.addressSize, entry.agentSize};
}

void ClientNames::clear() {
    if (count_ == 0)
        return;
    std::ranges::fill(marks_, 0);
    count_ = last_ = 0;
}

} // namespace keywright
