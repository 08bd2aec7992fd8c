// A key as JSON: the `key_info` of the REST contract (seed 002), written alike by the command line and by the server.
#pragma once

#include "core/model/api_key.h"
#include "core/model/json_writer.h"
#include "core/model/key_use.h"

namespace keywright {

/// Exactly the fourteen fields of seed 002, in its order: id, name (null when empty), key_prefix, scopes, created_at,
/// last_used_at, expires_at, revoked_at, deprecated_at, auto_revoke_at, is_active, daily_spend_limit_usd,
/// monthly_spend_limit_usd, spend_info (null when there is no limit). Where a policy previews no prefix, `key_prefix`
/// is the preview that people see, `••••••••a3f9`. `key` as it is at `now`: see settled().
void writeKeyInfo(JsonWriter &json, const ApiKey &key, Instant now);

/// The fourteen and Keywright's own (`application/vnd.keywright+json`): owner, note, last4, kind, state,
/// revision, lineage_id, replaced_by, issued_by, last_address, last_agent, requests, refused and the rest.
void writeFullKeyInfo(JsonWriter &json, const ApiKey &key, Instant now);

/// `{"key": token, "key_info": {...}}`, the answer to create and rotate. Reserve the buffer before and wipe it after.
void writeIssued(JsonWriter &json, QByteArrayView token, const ApiKey &key, Instant now);

/// `[{address, agent, first_at, last_at, requests}]` and `[{day, requests, refused}]`.
void writeClients(JsonWriter &json, const QList<ClientUse> &clients);
void writeDays(JsonWriter &json, const QList<DayUse> &days);

/// The id of a status in JSON and on the command line: "active", "expiring", "in_grace", "expired", "revoked".
QLatin1StringView statusId(KeyStatus status);

} // namespace keywright
