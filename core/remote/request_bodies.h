// What is sent to a server: bodies and paths, by the names of the contract.
#pragma once

#include "core/keyring/keyring.h"
#include "core/remote/remote_http.h"

namespace keywright {

/// Members of their own that a server of four calls doesn't know are left out for it.
enum class Contract { FourCalls, Full };

QByteArray createBody(const Draft &draft, Contract contract);
QByteArray rotateBody(const Rotation &rotation, Contract contract);
QByteArray changesBody(const Changes &changes);
QByteArray revokeBody(const QList<KeyId> &ids, const QString &reason);
QByteArray identifyBody(const QList<Sha256> &digests);

/// `/v1/keys/ID` and what follows, the id percent-encoded.
QByteArray keyPath(const KeyId &id, QByteArrayView rest = {});
/// `name=value`, percent-encoded.
QByteArray queryMember(QByteArrayView name, const QString &value);

} // namespace keywright
