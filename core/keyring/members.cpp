#include "core/keyring/members.h"

#include "core/crypto/random.h"
#include "core/crypto/token.h"
#include "core/keyring/mutation.h"
#include "core/model/draft_rules.h"
#include "core/store/keyring_database.h"
#include "core/store/member_table.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Members)
};

constexpr int longestName = rules::longestOwner; // a member's name becomes the owner of its keys
constexpr Days lifetime{365};

Result<std::unique_ptr<Session>> openFile(const QString &path, Access access) {
    auto database = openKeyringDatabase(path, access);
    if (!database)
        return std::unexpected(database.error());
    if (access == Access::Write && !database->writable)
        return failure(ErrorKind::Storage, database->readOnlyReason);
    return std::make_unique<Session>(std::move(database->connection));
}

QJsonObject detailOf(const Member &member) {
    return {{u"member_id"_s, member.id},
            {u"member"_s, member.name},
            {u"role"_s, roleId(member.role)},
            {u"expires_at"_s, member.expiresAt ? QJsonValue(toRfc3339(*member.expiresAt)) : QJsonValue()}};
}

std::shared_ptr<const Secret> newToken() {
    KeyPolicy format;
    format.token = memberToken();
    return std::make_shared<const Secret>(makeToken(format));
}

Result<Member> findMember(Mutation &mutation, const QString &who) {
    const auto members = readMembers(mutation.connection());
    if (!members)
        return std::unexpected(members.error());
    const auto found = std::ranges::find_if(
        *members, [&](const Member &one) { return one.id == who || (one.name == who && one.isLive(mutation.now())); });
    if (found == members->end())
        return failure(ErrorKind::NotFound, Words::tr("There is no such member. `member list` names them all."));
    return *found;
}

Done nameIsFree(Mutation &mutation, const QString &name) {
    const auto members = readMembers(mutation.connection());
    if (!members)
        return std::unexpected(members.error());
    const bool taken = std::ranges::any_of(
        *members, [&](const Member &one) { return one.name == name && one.isLive(mutation.now()); });
    if (taken)
        return failure(
            ErrorKind::Invalid,
            Words::tr("There is a member %1 already. Choose another name, or rotate that one's token.").arg(name),
            u"name"_s);
    return {};
}

Done isNotLastAdmin(Mutation &mutation, const Member &member) {
    const auto members = readMembers(mutation.connection());
    if (!members)
        return std::unexpected(members.error());
    const auto otherAdmin = [&](const Member &one) {
        return one.id != member.id && one.role == Role::Admin && one.isLive(mutation.now());
    };
    if (member.role != Role::Admin || !member.isLive(mutation.now()) || std::ranges::any_of(*members, otherAdmin))
        return {};
    return failure(ErrorKind::Refused,
                   Words::tr("%1 is the last admin. Add another one first, or say --yes.").arg(member.name));
}

Result<Member> memberFrom(const NewMember &wanted, Instant now) {
    auto name = checkedText(wanted.name, longestName, Words::tr("The member's name"), u"name"_s);
    if (!name)
        return std::unexpected(name.error());
    if (name->isEmpty())
        return failure(ErrorKind::Invalid, Words::tr("Give the member a name."), u"name"_s);
    const auto expiresAt = wanted.expiry ? expiryInstant(*wanted.expiry, now) : std::optional(now + lifetime);
    if (expiresAt && (*expiresAt <= now || *expiresAt > rules::latestInstant()))
        return failure(ErrorKind::Invalid, Words::tr("A member's token ends in the future, and by 2100-12-31."),
                       u"expires_at"_s);
    return Member{.id = newKeyId().value,
                  .name = *name,
                  .role = wanted.role,
                  .createdAt = now,
                  .expiresAt = expiresAt,
                  .revokedAt = {},
                  .lastUsedAt = {}};
}

/// One change of members: what `act` does, under the lock, with its entry in the log.
template<class T, class F>
Result<T> change(const QString &path, const Caller &caller, const Clock &clock, F act) {
    auto session = openFile(path, Access::Write);
    if (!session)
        return std::unexpected(session.error());
    auto mutation = Mutation::begin(**session, {.caller = caller, .now = clock.now()});
    if (!mutation)
        return std::unexpected(mutation.error());
    Result<T> result = act(*mutation);
    if (!result)
        return result;
    if (auto done = mutation->commit(); !done)
        return std::unexpected(done.error());
    return result;
}

Caller callerFrom(const Member &member) {
    return {.role = member.role, .name = member.name, .method = AuthMethod::Member, .id = member.id};
}

Caller callerFrom(ApiKey key) {
    return {
        .role = Role::Auditor, .name = displayName(key), .method = AuthMethod::ApiKey, .key = key, .id = key.id.value};
}

} // namespace

Result<IssuedMember> addMember(const QString &path, const NewMember &member, const Caller &caller, const Clock &clock) {
    return change<IssuedMember>(path, caller, clock, [&](Mutation &mutation) -> Result<IssuedMember> {
        auto made = memberFrom(member, mutation.now());
        if (!made)
            return std::unexpected(made.error());
        if (auto done = nameIsFree(mutation, made->name); !done)
            return std::unexpected(done.error());
        auto token = newToken();
        if (auto done = insertMember(mutation.connection(), *made, tokenDigest(token->view()), mutation.nextFeed());
            !done)
            return std::unexpected(done.error());
        if (auto done = mutation.log(event::memberAdded, nullptr, detailOf(*made)); !done)
            return std::unexpected(done.error());
        return IssuedMember{.token = std::move(token), .member = *made};
    });
}

Result<QList<Member>> listMembers(const QString &path) {
    auto session = openFile(path, Access::Read);
    if (!session)
        return std::unexpected(session.error());
    return readMembers(*(*session)->connection);
}

Result<Member> revokeMember(const QString &path, const QString &who, const Caller &caller, const Clock &clock,
                            bool evenLastAdmin) {
    return change<Member>(path, caller, clock, [&](Mutation &mutation) -> Result<Member> {
        auto member = findMember(mutation, who);
        if (!member || member->revokedAt)
            return member;
        if (auto done = evenLastAdmin ? Done() : isNotLastAdmin(mutation, *member); !done)
            return std::unexpected(done.error());
        member->revokedAt = mutation.now();
        if (auto done = updateMember(mutation.connection(), *member, {}, mutation.nextFeed()); !done)
            return std::unexpected(done.error());
        if (auto done = mutation.log(event::memberRevoked, nullptr, detailOf(*member)); !done)
            return std::unexpected(done.error());
        return member;
    });
}

Result<IssuedMember> rotateMember(const QString &path, const QString &who, const Caller &caller, const Clock &clock) {
    return change<IssuedMember>(path, caller, clock, [&](Mutation &mutation) -> Result<IssuedMember> {
        auto member = findMember(mutation, who);
        if (!member)
            return std::unexpected(member.error());
        if (member->revokedAt)
            return failure(ErrorKind::Refused, Words::tr("%1 was revoked. Add a new member.").arg(member->name));
        if (member->expiresAt)
            member->expiresAt = mutation.now() + (*member->expiresAt - member->createdAt);
        auto token = newToken();
        if (auto done = updateMember(mutation.connection(), *member, tokenDigest(token->view()), mutation.nextFeed());
            !done)
            return std::unexpected(done.error());
        if (auto done = mutation.log(event::memberRotated, nullptr, detailOf(*member)); !done)
            return std::unexpected(done.error());
        return IssuedMember{.token = std::move(token), .member = *member};
    });
}

Done revokeAllMembers(Mutation &mutation) {
    const auto members = readMembers(mutation.connection());
    if (!members)
        return std::unexpected(members.error());
    for (Member member : *members) {
        if (!member.isLive(mutation.now()))
            continue;
        member.revokedAt = mutation.now();
        if (auto done = updateMember(mutation.connection(), member, {}, mutation.nextFeed()); !done)
            return done;
        if (auto done = mutation.log(event::memberRevoked, nullptr, detailOf(member)); !done)
            return done;
    }
    return {};
}

Result<std::optional<Caller>> callerOf(Session &session, const Sha256 &digest, Instant now) {
    const auto member = memberByDigest(*session.connection, digest);
    if (!member)
        return std::unexpected(member.error());
    if (*member)
        return (*member)->isLive(now) ? std::optional(callerFrom(**member)) : std::nullopt;
    auto stored = session.keys.byDigest(digest);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored || !isActive((*stored)->key, now))
        return std::nullopt;
    return std::optional(callerFrom(std::move((*stored)->key)));
}

} // namespace keywright
