// The request that shows whether a new key works (C5), ready to paste into a shell.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

/// `curl 'https://…/v1/items?limit=1' -H "Authorization: Bearer $API_KEY"`: the key stands in the variable.
QString readyRequest(const KeyringInfo &info, const QString &variable);

/// The same with the key in it. Holds the secret: wipe() it.
QByteArray readyRequestWithKey(const KeyringInfo &info, QByteArrayView token);

} // namespace keywright
