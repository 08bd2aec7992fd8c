#include "app/server/metrics.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr std::array<const char *, 3> kindNames{"direct", "managing", "none"};

QByteArray seconds(quint64 nanoseconds) {
    return QByteArray::number(double(nanoseconds) / 1e9, 'f', 6);
}

QByteArray gauge(const char *name, const char *help, qint64 value) {
    return QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + " gauge\n" + name + ' ' +
           QByteArray::number(value) + '\n';
}

} // namespace

void Metrics::count(const Exchange &exchange) {
    Kind kind = None;
    if (exchange.route)
        kind = std::holds_alternative<DirectHandler>(exchange.route->handler) ? Direct : Managing;
    Counters &counters = counters_[kind];
    counters.byStatus[std::size_t(std::clamp(exchange.status / 100, 0, 5))].fetch_add(1, std::memory_order_relaxed);
    counters.nanoseconds.fetch_add(quint64(exchange.took.count()), std::memory_order_relaxed);
}

QByteArray Metrics::text(int openConnections) const {
    QByteArray requests = "# HELP keywright_http_requests_total Answered requests.\n"
                          "# TYPE keywright_http_requests_total counter\n";
    QByteArray time = "# HELP keywright_http_request_seconds_total Time from request to answer, added up.\n"
                      "# TYPE keywright_http_request_seconds_total counter\n";
    for (std::size_t kind = 0; kind < Kinds; ++kind) {
        const QByteArray label = QByteArray("{kind=\"") + kindNames[kind] + '"';
        for (std::size_t status = 2; status < 6; ++status)
            requests += "keywright_http_requests_total" + label + ",status=\"" + QByteArray::number(int(status)) +
                        "xx\"} " + QByteArray::number(counters_[kind].byStatus[status].load()) + '\n';
        time += "keywright_http_request_seconds_total" + label + "} " + seconds(counters_[kind].nanoseconds) + '\n';
    }
    return requests + time + gauge("keywright_http_connections", "Open connections.", openConnections);
}

} // namespace keywright
