// Every change of keys, each a mutation of its own. They block: a keyring runs them on its writing thread.
#pragma once

#include "core/keyring/keyring.h"
#include "core/keyring/mutation.h"
#include "core/store/usage_table.h"

#include <functional>

namespace keywright {

Result<Issued> createKey(Session &session, const Author &author, const Draft &draft, const RequestId &request);
Result<Issued> rotateKey(Session &session, const Author &author, const KeyId &id, const Rotation &rotation,
                         const RequestId &request);
Result<ApiKey> editKey(Session &session, const Author &author, const KeyId &id, Revision from, const Changes &changes);
Result<ApiKey> reactivateKey(Session &session, const Author &author, const KeyId &id, Revision from);
Result<ApiKey> markKeyDelivered(Session &session, const Author &author, const KeyId &id);

/// How far a bulk act is, and whether it should stop before the next part.
struct BulkWatch {
    std::function<void(int done)> progress;
    std::function<bool()> cancelled;
    bool onlyTry = false; ///< what would be done is found out, and nothing is kept
};
/// One outcome an id. Keys go in parts, each a transaction; a part that fails as a whole gives its keys that error.
Outcomes revokeKeys(Session &session, const Author &author, const QList<KeyId> &ids, const QString &reason,
                    const BulkWatch &watch);
Outcomes eraseKeys(Session &session, const Author &author, const QList<KeyId> &ids, const BulkWatch &watch);

/// Writes down the revocations of keys whose grace has ended. Fine if there is none.
Done endGraces(Session &session, const Author &author);

/// Counts one use of a key, allowed or refused: no managing act, and no entry in the log.
Done recordKeyUse(Session &session, const Author &author, const KeyId &id, const Use &use);

} // namespace keywright
