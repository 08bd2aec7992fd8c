// What the gateway says of a key: as JSON to those who verify, as headers to gateways.
#pragma once

#include "app/server/http/problem.h"
#include "core/verify/verifier.h"

namespace keywright {

/// `{"valid": true, "key_id": ...}`: everything that the API behind may know of the key.
QByteArray validJson(const VerifyAnswer &answer);
/// `{"valid": false, "code": ..., "error": ...}`: unknown, revoked and expired read alike.
QByteArray invalidJson(const VerifyAnswer &answer, const QByteArray &scope);
/// RFC 7662.
QByteArray introspectionJson(const VerifyAnswer &answer);

/// `X-Key-Id`, `X-Key-Name`, `X-Key-Owner`, `X-Key-Scopes`; names percent-encoded.
void addKeyHeaders(HttpResponse &response, const VerifyAnswer &answer);

/// A path for the log: no query, and nothing that looks like a key.
QString loggedPath(const QString &uri);

/// The code that callers are told: `invalid_token`, `insufficient_scope`, `rate_limited`, `spend_limit_exceeded`,
/// `unavailable`.
QByteArray toldCode(Verdict verdict);
/// 401, 403, 429 or 503.
int toldStatus(Verdict verdict);

} // namespace keywright
