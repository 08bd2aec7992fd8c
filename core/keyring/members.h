// Members of a keyring: kept on the host that has its file, recognised by the server that serves it.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/draft.h"
#include "core/model/member.h"

namespace keywright {

struct Session;
class Mutation;

struct NewMember {
    QString name;
    Role role = Role::Verifier;
    std::optional<Expiry> expiry = {}; ///< nullopt: 365 days
};

/// A member and its token, once.
struct IssuedMember {
    std::shared_ptr<const Secret> token;
    Member member;
};

// These block, and open the file for themselves. Who has the file may do all of it; each change stands in the log.

Result<IssuedMember> addMember(const QString &path, const NewMember &member, const Caller &caller, const Clock &clock);
Result<QList<Member>> listMembers(const QString &path);
/// `who`: an id, or the name of a live member. Refuses to take away the last live admin unless `evenLastAdmin`.
Result<Member> revokeMember(const QString &path, const QString &who, const Caller &caller, const Clock &clock,
                            bool evenLastAdmin = false);
/// A new token with the lifetime that the old one had, counted from now; the old one ends at once.
Result<IssuedMember> rotateMember(const QString &path, const QString &who, const Caller &caller, const Clock &clock);

/// Revokes every live member, each with its entry in the log, inside `mutation`: a backup that takes the place of a
/// lost file can't know who was revoked after it was made.
Done revokeAllMembers(Mutation &mutation);

/// Who shows a token with this digest: a live member, or a key that is neither revoked nor expired. Nothing: nobody.
Result<std::optional<Caller>> callerOf(Session &session, const Sha256 &digest, Instant now);

} // namespace keywright
