// The one row that says what the keyring is and where its feeds stand.
#pragma once

#include "core/model/key_policy.h"
#include "core/store/connection.h"

namespace keywright {

struct Meta {
    QString keyringId;
    QString name;
    Sha256 policySha256;
    bool developerApi = false;
    QString apiBaseUrl;
    FeedSeq epoch; ///< the feed's position at the last restore: whoever stands before it reads everything again
    FeedSeq feed;
    qint64 usageFeed = 0;
    friend bool operator==(const Meta &, const Meta &) = default;
};

Result<Meta> readMeta(Connection &connection);
Done insertMeta(Connection &connection, const Meta &meta, const KeyPolicy &policy, Instant createdAt);
Done writeFeed(Connection &connection, FeedSeq feed);
Done writeEpoch(Connection &connection, FeedSeq epoch);
Done writeDeveloperApi(Connection &connection, bool on);
Done writePolicy(Connection &connection, const KeyPolicy &policy);

/// The embedded policy, read again only when its digest has changed.
class PolicyCache {
public:
    Result<std::shared_ptr<const KeyPolicy>> policy(Connection &connection, const Meta &meta);

private:
    Sha256 digest_;
    std::shared_ptr<const KeyPolicy> policy_;
};

} // namespace keywright
