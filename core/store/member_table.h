// Members as rows. Digests go in, never out.
#pragma once

#include "core/model/ids.h"
#include "core/model/member.h"
#include "core/store/connection.h"

#include <functional>

namespace keywright {

/// All of them, also those revoked and expired, in the order in which they were added.
Result<QList<Member>> readMembers(Connection &connection);
Result<std::optional<Member>> memberByDigest(Connection &connection, const Sha256 &digest);
/// Every member with the digest of its token: for those who must know them without asking.
Done forEachMember(Connection &connection, const std::function<void(const Member &, const Sha256 &)> &each);

Done insertMember(Connection &connection, const Member &member, const Sha256 &digest, FeedSeq change);
/// Writes what can change: expiry and revocation; `digest` where its token is replaced.
Done updateMember(Connection &connection, const Member &member, const std::optional<Sha256> &digest, FeedSeq change);
Done writeMemberUse(Connection &connection, const QString &id, Instant at);

} // namespace keywright
