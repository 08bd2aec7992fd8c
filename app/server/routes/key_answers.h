// Keys in answers: the fourteen fields of the contract, or all where the client asked for Keywright's own type.
#pragma once

#include "app/server/routes/api.h"
#include "core/model/json_writer.h"

namespace keywright {

/// `Accept: application/vnd.keywright+json`: the answer has Keywright's own fields, too.
bool wantsAllFields(const HttpRequest &request);
QByteArray keyMediaType(bool allFields);
void writeKey(JsonWriter &json, const ApiKey &key, bool allFields, Instant now);

/// `"3"`: the key's revision.
QByteArray entityTag(const ApiKey &key);
/// One key with its ETag.
HttpResponse keyAnswer(const Call &call, const ApiKey &key, int status = 200);
/// The answer to create and rotate: 201 with the token, once; or 200 and no token where the request had been made
/// before.
HttpResponse issuedAnswer(const Call &call, const Issued &issued);

} // namespace keywright
