#include "core/remote/network_log.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace keywright {

namespace {

Q_LOGGING_CATEGORY(network, "keywright.network", QtWarningMsg)

constexpr std::array verbs{"GET", "POST", "PATCH", "DELETE"};
constexpr std::array faults{"cancelled",  "unknown_host", "unreachable", "timed_out", "certificate",
                            "redirected", "too_large",    "proxy",       "cut_off"};
constexpr std::array<QByteArrayView, 15> known{"v1",       "keys",  "me",         "policy",  "changes",
                                               "activity", "head",  "test",       "revoke",  "identify",
                                               "rotate",   "usage", "reactivate", "details", "delivered"};

} // namespace

QByteArray routeOf(QByteArrayView path) {
    const qsizetype query = path.indexOf('?');
    const QByteArray bare = (query < 0 ? path : path.first(query)).toByteArray();
    QByteArray route;
    for (const QByteArray &part : bare.split('/')) {
        if (!part.isEmpty())
            route += std::ranges::find(known, QByteArrayView(part)) != known.end() ? '/' + part : QByteArray("/{id}");
    }
    return route;
}

void logExchange(const RemoteRequest &request, const RemoteResult &result, qint64 milliseconds) {
    const QByteArray route = routeOf(request.path);
    const char *verb = verbs[std::size_t(request.verb)];
    if (result)
        qCInfo(network, "%s %s %d, %lld bytes, %lld ms", verb, route.constData(), result->status,
               static_cast<long long>(result->body.size()), static_cast<long long>(milliseconds));
    else
        qCInfo(network, "%s %s %s, %lld ms", verb, route.constData(), faults[std::size_t(result.error().kind)],
               static_cast<long long>(milliseconds));
}

} // namespace keywright
