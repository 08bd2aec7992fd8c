// Serves a Router over HTTP/1.1 on sockets of its own, on threads of its own.
#pragma once

#include "app/server/http/request_parser.h"
#include "app/server/http/router.h"
#include "app/server/http/tls.h"
#include "core/model/result.h"
#include "core/platform/mailbox.h"

#include <chrono>

namespace keywright {

/// How long a client may take, and how much it may take up. Deadlines count from the first moment of their phase: a
/// client that sends a byte now and then gains nothing.
struct HttpLimits {
    MessageLimits message;
    int connections = 10'000;
    int perAddress = 1'000;
    int deferred = 1'024; ///< requests that wait for the event loop at a time; more are answered 503
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds header{10'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds idle{75'000};
    std::chrono::milliseconds answer{120'000}; ///< for a handler to answer
    std::chrono::milliseconds write{30'000};   ///< for a client to take an answer, or a piece of a streamed one
    std::chrono::milliseconds stop{10'000};    ///< for what is under way when the server stops
};

struct ListenAddress {
    QHostAddress address;
    quint16 port = 0; ///< 0: one that is free
};

/// One answered request, for the log and the counters.
struct Exchange {
    const HttpRequest &request;
    const Route *route; ///< nullptr: none fitted
    int status;
    qint64 sent; ///< bytes of the answer
    std::chrono::nanoseconds took;
    QByteArray code, caller; ///< as the answer said them
};

class HttpServer {
public:
    struct Setup {
        HttpLimits limits;
        int threads = 1;
        /// Called on a connection's thread after each answer.
        std::function<void(const Exchange &)> observe;
    };
    /// Deferred handlers run on `context`'s thread. `router` and `context` must outlive the server.
    HttpServer(const Router &router, Setup setup, Mailbox &context);
    /// Stops.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Binds and listens; returns the address with its port. Clients are served from start() on.
    Result<ListenAddress> listen(const ListenAddress &where);
    void start();
    /// Reads the certificate's files, at first and again. Called before start() where clients are to be served over
    /// TLS.
    Done loadCertificate(const TlsFiles &files);
    /// Accepts nothing more and closes what is idle; `stopped` is called on `context`'s thread once every request under
    /// way is answered, or the time for it is over.
    void stop(std::function<void()> stopped);

    int openConnections() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace keywright
