// How often an end client showed what is no valid key: who guesses is slowed down. Bounded memory, whoever comes.
#pragma once

#include "core/model/instant.h"

#include <QHostAddress>

#include <array>
#include <mutex>
#include <optional>
#include <vector>

namespace keywright {

class FailedAttempts {
public:
    static constexpr std::size_t addresses = 65'536;

    /// So many failed attempts a minute are answered as what they are.
    explicit FailedAttempts(int perMinute);

    /// Counts one of this client (IPv6: of its /64); how long it is to wait if it has used up its minute. Ask only once
    /// the token was looked up and is no valid one: a valid key is never held up.
    std::optional<Seconds> failed(const QHostAddress &client, Instant at);

private:
    struct Entry {
        quint64 client = 0;
        qint64 minute = 0;
        int count = 0;
    };
    static constexpr std::size_t ways = 8;
    using Set = std::array<Entry, ways>;

    Entry &entryFor(quint64 client, qint64 minute);

    const int perMinute_;
    const quint64 seed_; ///< so that nobody can choose whom to push out
    std::mutex mutex_;
    std::vector<Set> sets_;
};

} // namespace keywright
