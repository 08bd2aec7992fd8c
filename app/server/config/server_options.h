// What the operator decides: one table, read from flags, the environment and one file.
#pragma once

#include "app/server/config/networks.h"
#include "app/server/http/http_server.h"

#include <QStringList>

namespace keywright {

/// What the log tells of requests.
enum class RequestLog { None, Errors, Managing, All };

/// Which requests of protected APIs stand in the activity log as `API Request`.
enum class LoggedRequests { None, Mutations, All };

struct ServerOptions {
    QString keyring; ///< a file, or postgresql://...
    QStringList listen{QStringLiteral("127.0.0.1:8787")};
    bool plainAnywhere = false; ///< plain HTTP on addresses that others reach
    TlsFiles tls;
    int threads = 1;
    RequestLog log = RequestLog::Managing;
    HttpLimits limits;
    Networks trustedGateways;  ///< whose forwarded headers count
    int maxStaleSeconds = 900; ///< how old what is known of the keys may be while the keyring can't be read
    int failedPerMinute = 60;  ///< attempts of one client with no valid key
    LoggedRequests loggedRequests = LoggedRequests::Mutations;
};

/// `127.0.0.1:8787`, `[::1]:8787`, `localhost:0`: an address and a port, never a name that must be looked up.
Result<ListenAddress> parseListenAddress(const QString &text);

/// The addresses to listen on; refused where plain HTTP would leave the machine unasked.
Result<QList<ListenAddress>> listenAddresses(const ServerOptions &options);

} // namespace keywright
