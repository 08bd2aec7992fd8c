// Acts on many keys, with an outcome for each, in the order that was asked for, and progress. They can be stopped
// between two requests.
#pragma once

#include "core/remote/remote_session.h"

namespace keywright {

/// Some hundred keys a request, by POST /v1/keys/revoke.
Reply<Outcomes> revokeMany(RemoteSession &session, const QList<KeyId> &ids, const QString &reason);

/// A DELETE for one key after the other. `query` with its question mark, or empty.
Reply<Outcomes> deleteMany(RemoteSession &session, const QList<KeyId> &ids, const QByteArray &query);

} // namespace keywright
