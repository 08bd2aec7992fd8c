// Which handler answers which request.
#pragma once

#include "app/server/http/http_message.h"

#include <variant>

namespace keywright {

/// One route: a method and a path such as `/v1/keys/{id}/rotate`, whose `{...}` stand for one whole segment each, and a
/// `*` at the end for all the rest, whatever it is.
struct Route {
    HttpMethod method = HttpMethod::Get;
    QByteArray pattern; ///< what the log calls it: holds nothing that a client typed
    std::variant<DirectHandler, DeferredHandler> handler;
};

/// Filled before the server starts, then only read.
class Router {
public:
    void direct(HttpMethod method, QByteArray pattern, DirectHandler handler);
    void deferred(HttpMethod method, QByteArray pattern, DeferredHandler handler);

    struct Match {
        const Route *route = nullptr; ///< none: no such path, or it has other methods
        std::array<QByteArrayView, 2> parameters{};
        QByteArray allow = {}; ///< for 405 and OPTIONS: the methods that the path has; empty: there is no such path
    };
    /// A path that stands literally in a route is never taken for another's parameter. Paths are compared as sent:
    /// nothing is normalised.
    Match find(HttpMethod method, QByteArrayView path) const;

private:
    struct Entry {
        Route route;
        std::vector<QByteArray> segments; ///< empty: stands for anything
        bool literal = false;             ///< the whole pattern is
        bool open = false;                ///< it ends with `*`
    };
    void add(Route route);

    std::vector<Entry> entries_; ///< literal ones first
};

} // namespace keywright
