// The copy of a server's list as it is read again: for times without the server.
#pragma once

#include "core/keyring/keyring.h"
#include "core/remote/list_cache.h"

namespace keywright {

struct CachedList {
    KeyringInfo info;
    QList<ApiKey> keys;
    Instant syncedAt{};
};

/// Nothing where there is no copy, one that is too old, or one that can't be read. Blocks.
std::optional<CachedList> readCachedList(const QString &path, const QString &host, Instant now);

/// What the copy says of a keyring whose server tells nothing of itself.
QByteArray aboutFourCalls(const KeyringInfo &info);

} // namespace keywright
