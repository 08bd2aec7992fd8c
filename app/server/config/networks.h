// Sets of addresses, and who is the client behind a gateway.
#pragma once

#include "app/server/http/http_message.h"
#include "core/model/result.h"

#include <QStringList>

namespace keywright {

/// Addresses and networks: `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
class Networks {
public:
    Networks() = default;
    /// Refuses what is neither an address nor a network.
    static Result<Networks> parse(const QStringList &texts);

    bool contains(const QHostAddress &address) const;
    bool isEmpty() const { return networks_.isEmpty(); }

private:
    QList<std::pair<QHostAddress, int>> networks_;
};

/// Who asked: the peer, or, where the peer is a trusted gateway, the last untrusted hop of its `X-Forwarded-For`.
/// What can't be read there ends the search: the gateway itself is the client then.
QHostAddress clientAddress(const HttpRequest &request, const Networks &trustedGateways);

} // namespace keywright
