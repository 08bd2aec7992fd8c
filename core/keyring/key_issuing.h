// What creating and rotating share: a token, its row, its entry, and a request that is told apart from its repetition.
#pragma once

#include "core/keyring/key_writes.h"
#include "core/store/idempotency_table.h"

#include <QJsonObject>

namespace keywright {

/// Makes a token and its key from a checked draft, and writes the row with `event`. `lineage` empty: its own.
Result<Issued> issue(Mutation &mutation, const CheckedDraft &draft, QStringView event, const QString &lineage = {},
                     QJsonObject detail = {});

/// What a request made before, if this is its repetition: the key without its token.
Result<std::optional<Issued>> repeated(Mutation &mutation, const Request &request);

/// The request in the caller's name: each caller has ids of its own. `body` gives the digest of what is asked for; a
/// request without an id has no repetition to be told from, so its body is never asked.
Request requestBy(const Author &author, const QString &route, const RequestId &id, const std::function<Sha256()> &body);

/// Remembers the request in the mutation's own transaction, and commits.
Done finish(Mutation &mutation, const Request &request, const ApiKey &key);

/// An expiry as it was asked for, for comparing requests.
QJsonValue requestValue(const std::optional<Expiry> &expiry);

} // namespace keywright
