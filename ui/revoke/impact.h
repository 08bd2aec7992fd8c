// What would stop working if a key went: said from what is known of its use, before it is done.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

/// "Used 2 minutes ago, 1,204 requests in the last 7 days, from 10.0.0.5 with curl/8." Or that it was never used.
QString useText(const KeyDetails &details, Instant now);
/// "10.0.0.5 with curl/8, 1,204 requests, last 2 minutes ago".
QString clientText(const ClientUse &client, Instant now);
/// The clients beyond the newest, a line each, at most `most`, then "and 3 more". Empty where there are none.
QString otherClientsText(const KeyDetails &details, Instant now, int most = 4);
/// Whether anything used the key within the last 7 days, so that revoking it breaks something today.
bool usedRecently(const ApiKey &key, Instant now);

/// Whether a revoked key can come back, in words, for who would have to do it.
QString reversibleText(const Situation &situation, int keys);

/// Why a key was revoked, in words: of revokeReasons(), of the system's own, or the free text as it stands.
QString revokeReasonText(const QString &reason);
/// Revoked because somebody else may hold it: bringing it back asks twice.
bool revokedAsUnsafe(const ApiKey &key);

} // namespace keywright
