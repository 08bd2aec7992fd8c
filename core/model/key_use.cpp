#include "core/model/key_use.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr qint64 secondsADay = 86'400;

} // namespace

void UseTally::addClient(const ClientUse &use) {
    const std::pair who{use.address, use.agent};
    const auto known = clients.find(who);
    if (known == clients.end()) {
        if (clients.size() < mostClients)
            clients.insert(who, use);
        return;
    }
    known->firstAt = std::min(known->firstAt, use.firstAt);
    known->lastAt = std::max(known->lastAt, use.lastAt);
    known->requests += use.requests;
}

void UseTally::add(const Use &use) {
    auto &[allowedThen, refusedThen] = days[toEpoch(use.at) / secondsADay];
    if (use.refused) {
        ++refused;
        ++refusedThen;
        if (use.at >= lastRefused.at)
            lastRefused = use;
        return;
    }
    ++requests;
    ++allowedThen;
    if (use.at >= last.at)
        last = use;
    addClient({.address = use.address, .agent = use.agent, .firstAt = use.at, .lastAt = use.at, .requests = 1});
}

} // namespace keywright
