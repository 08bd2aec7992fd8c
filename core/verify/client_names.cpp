#include "core/verify/client_names.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <cstring>

namespace keywright {

namespace {

bool same(const char *kept, std::string_view text) {
    return text.empty() || std::memcmp(kept, text.data(), text.size()) == 0;
}

/// Seeded, so that nobody can choose clients that lie in one place.
std::size_t hashOf(std::string_view address, std::string_view agent) {
    const std::size_t seed = std::size_t(QHashSeed::globalSeed());
    return qHashBits(agent.data(), agent.size(), qHashBits(address.data(), address.size(), seed));
}

} // namespace

bool ClientNames::Entry::is(std::string_view address, std::string_view agent) const {
    return addressSize == address.size() && agentSize == agent.size() && same(text.data(), address) &&
           same(text.data() + addressSize, agent);
}

ClientNames::ClientNames(std::size_t most)
    : most_(most), entries_(std::make_unique_for_overwrite<Entry[]>(most)), marks_(std::bit_ceil(most * 2)) {}

std::optional<ClientNames::Number> ClientNames::number(std::string_view address, std::string_view agent) {
    address = address.substr(0, longestAddress);
    agent = agent.substr(0, longestAgent);
    if (last_ != 0 && entries_[last_ - 1].is(address, agent))
        return last_;
    const std::size_t hash = hashOf(address, agent);
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
