// Every question about keys. They block: a keyring runs them on its reading threads.
#pragma once

#include "core/keyring/keyring.h"
#include "core/keyring/session.h"

#include <functional>

namespace keywright {

Result<KeyPage> readKeys(Session &session, const Cursor &from, int limit, Instant now);
Result<KeyDetails> readDetails(Session &session, const KeyId &id, Instant now);
Result<QList<Match>> identifyKeys(Session &session, const QList<Sha256> &digests, Instant now);
Result<ActivityPage> readActivityPage(Session &session, const ActivityQuery &query, const Cursor &from);
Result<ChainReport> checkChain(Session &session, const std::optional<ChainHead> &known,
                               const std::function<bool()> &stop = {});

/// Where a reader of the feeds stands.
struct FeedPosition {
    FeedSeq feed;
    qint64 usageFeed = 0;
};
/// What happened after `since`, settled at `now`: keys changed, keys whose use changed (only if `withUsage`), keys
/// gone. Where that is more than a page by page reading would be worth, or a restore came between, it says reload.
Result<Delta> readChanges(Session &session, const FeedPosition &since, const Meta &meta, bool withUsage, Instant now);
struct UsesDelta;
/// See LocalKeyring::changesWithUses().
Result<UsesDelta> readChangesWithUses(Session &session, FeedSeq since, std::optional<qint64> usesSince, Instant now);
/// The same of keys alone, up to now.
Result<Delta> readChangesSince(Session &session, FeedSeq since, Instant now);

} // namespace keywright
