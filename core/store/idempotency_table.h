// What one request id already made, for 24 hours: a repeated call never mints twice.
#pragma once

#include "core/model/api_key.h"
#include "core/store/connection.h"

namespace keywright {

struct Request {
    QString caller;
    QString route; ///< "create", or "rotate" and the key's id
    QString id;
    Sha256 body;
};

/// The key that this request made before, or nothing. A different body under the same id is ErrorKind::Invalid.
Result<std::optional<KeyId>> madeBefore(Connection &connection, const Request &request, Instant now);
/// Remembers it, and forgets what is older than 24 hours.
Done rememberRequest(Connection &connection, const Request &request, const KeyId &made, Instant now);

} // namespace keywright
