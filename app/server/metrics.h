// What the server counts of its requests, for Prometheus.
#pragma once

#include "app/server/http/http_server.h"

#include <array>
#include <atomic>

namespace keywright {

/// Counts from any thread, without a lock.
class Metrics {
public:
    void count(const Exchange &exchange);
    /// Prometheus' text format.
    QByteArray text(int openConnections) const;

private:
    enum Kind { Direct, Managing, None, Kinds }; ///< None: no route fitted
    struct Counters {
        std::array<std::atomic<quint64>, 6> byStatus{}; ///< 2 for 2xx and so on
        std::atomic<quint64> nanoseconds = 0;
    };
    std::array<Counters, Kinds> counters_;
};

} // namespace keywright
