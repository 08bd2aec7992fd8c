// Which key a person means by an ID on the command line.
#pragma once

#include "app/cli/cli_session.h"

#include <functional>

namespace keywright {

/// Finds the key whose id or prefix is `reference`, or begins with it and no other's does. Refuses what looks like a
/// token without echoing it; NotFound when there is none; Invalid, with the candidates, when it is ambiguous.
Result<ApiKey> findKey(CliSession &session, const QString &reference);

/// All of them, or the first error: nothing is done to any key unless every reference is understood. Duplicates count
/// once.
Result<QList<ApiKey>> findKeys(CliSession &session, const QStringList &references);

/// Every key of the keyring, page by page in insertion order; the next page is read while one is taken.
Done eachPage(CliSession &session, const std::function<void(const QList<ApiKey> &)> &take);
/// Every key of the keyring, in insertion order.
Result<QList<ApiKey>> allKeys(CliSession &session);

/// The refusal of a token given as an argument.
Error tokenOnCommandLine();

} // namespace keywright
