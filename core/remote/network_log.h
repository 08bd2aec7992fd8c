// The network's log: what is in it is said here, and nothing else gets in. No host, no id, no query, no header, no
// body.
#pragma once

#include "core/remote/remote_http.h"

namespace keywright {

/// The route with `{id}` for what can be an id: `/v1/keys/{id}/rotate`.
QByteArray routeOf(QByteArrayView path);

/// One line in the category `keywright.network`: method, route, status or kind of fault, bytes, milliseconds.
void logExchange(const RemoteRequest &request, const RemoteResult &result, qint64 milliseconds);

} // namespace keywright
