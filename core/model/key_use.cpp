#include "core/model/key_use.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr qint64 secondsADay = 86'400;

void addClient(QHash<std::pair<QString, QString>, ClientUse> &clients, const ClientUse &use) {
    const std::pair who{use.address, use.agent};
    const auto known = clients.find(who);
    if (known == clients.end()) {
        if (clients.size() < UseTally::mostClients)
            clients.insert(who, use);
        return;
    }
    known->firstAt = std::min(known->firstAt, use.firstAt);
    known->lastAt = std::max(known->lastAt, use.lastAt);
    known->requests += use.requests;
}

} // namespace

void UseTally::add(const Use &use, qint64 times) {
    auto &[allowedThen, refusedThen] = days[toEpoch(use.at) / secondsADay];
    if (use.refused) {
        refused += times;
        refusedThen += times;
        if (use.at >= lastRefused.at)
            lastRefused = use;
        return;
    }
    requests += times;
    allowedThen += times;
    if (use.at >= last.at)
        last = use;
    addClient(clients,
              {.address = use.address, .agent = use.agent, .firstAt = use.at, .lastAt = use.at, .requests = times});
}

void UseTally::add(const UseTally &other) {
    requests += other.requests;
    refused += other.refused;
    if (other.requests > 0 && other.last.at >= last.at)
        last = other.last;
    if (other.refused > 0 && other.lastRefused.at >= lastRefused.at)
        lastRefused = other.lastRefused;
    for (auto day = other.days.cbegin(); day != other.days.cend(); ++day) {
        days[day.key()].first += day->first;
        days[day.key()].second += day->second;
    }
    for (const ClientUse &client : other.clients)
        addClient(clients, client);
}

} // namespace keywright
