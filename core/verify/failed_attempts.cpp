#include "core/verify/failed_attempts.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>

namespace keywright {

namespace {

constexpr qint64 secondsAMinute = 60;

/// One number a client, however it connects: an IPv4 address, or the first half of an IPv6 one.
quint64 numberOf(const QHostAddress &client) {
    bool isV4 = false;
    const quint32 v4 = client.toIPv4Address(&isV4);
    if (isV4)
        return (quint64(1) << 32) | v4; // of no routed /64
    return qFromBigEndian<quint64>(client.toIPv6Address().c);
}

quint64 mixed(quint64 value) {
    value = (value ^ (value >> 30)) * 0xbf58'476d'1ce4'e5b9U;
    value = (value ^ (value >> 27)) * 0x94d0'49bb'1331'11ebU;
    return value ^ (value >> 31);
}

} // namespace

FailedAttempts::FailedAttempts(int perMinute)
    : perMinute_(perMinute), seed_(QRandomGenerator::system()->generate64()), sets_(addresses / ways) {}

FailedAttempts::Entry &FailedAttempts::entryFor(quint64 client, qint64 minute) {
    Set &set = sets_[std::size_t(mixed(client ^ seed_) % sets_.size())];
    const auto known = std::ranges::find(set, client, &Entry::client);
    if (known != set.end())
        return *known;
    // The oldest goes, and of this minute's the one that failed least.
    Entry &given = *std::ranges::min_element(set, [](const Entry &a, const Entry &b) {
        return std::pair(a.minute, a.count) < std::pair(b.minute, b.count);
    });
    given = {.client = client, .minute = minute, .count = 0};
    return given;
}

std::optional<Seconds> FailedAttempts::failed(const QHostAddress &client, Instant at) {
    const qint64 minute = toEpoch(at) / secondsAMinute;
    const std::lock_guard lock(mutex_);
    Entry &entry = entryFor(numberOf(client), minute);
    if (entry.minute != minute) {
        entry.minute = minute;
        entry.count = 0;
    }
    if (entry.count >= perMinute_)
        return Seconds{secondsAMinute - toEpoch(at) % secondsAMinute};
    ++entry.count;
    return std::nullopt;
}

} // namespace keywright
