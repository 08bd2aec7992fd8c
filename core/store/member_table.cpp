#include "core/store/member_table.h"

#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"SELECT id, name, role, created_at, expires_at, revoked_at, last_used_at FROM member "_s;

Member memberIn(const Row &row) {
    return {.id = row.text(0),
            .name = row.text(1),
            .role = roleFromId(row.text(2)).value_or(Role::Verifier),
            .createdAt = fromEpoch(row.integer(3)),
            .expiresAt = optionalInstant(row, 4),
            .revokedAt = optionalInstant(row, 5),
            .lastUsedAt = optionalInstant(row, 6)};
}

} // namespace

Result<QList<Member>> readMembers(Connection &connection) {
    QList<Member> members;
    auto done = connection.forEach(columns + u"ORDER BY created_at, name, id"_s, {},
                                   [&](const Row &row) { members << memberIn(row); });
    if (!done)
        return std::unexpected(done.error());
    return members;
}

Result<std::optional<Member>> memberByDigest(Connection &connection, const Sha256 &digest) {
    std::optional<Member> member;
    auto done = connection.forEach(columns + u"WHERE digest = ?"_s, {sqlDigest(digest)},
                                   [&](const Row &row) { member = memberIn(row); });
    if (!done)
        return std::unexpected(done.error());
    return member;
}

Done forEachMember(Connection &connection, const std::function<void(const Member &, const Sha256 &)> &each) {
    return connection.forEach(
        u"SELECT id, name, role, created_at, expires_at, revoked_at, last_used_at, digest FROM member"_s, {},
        [&](const Row &row) {
            if (const auto digest = sha256FromBytes(row.bytes(7)))
                each(memberIn(row), *digest);
        });
}

Done insertMember(Connection &connection, const Member &member, const Sha256 &digest, FeedSeq change) {
    return connection.run(u"INSERT INTO member (id, name, role, digest, created_at, expires_at, revoked_at, "
                          u"last_used_at, change_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          {member.id, member.name, roleId(member.role), sqlDigest(digest), toEpoch(member.createdAt),
                           sqlOptional(member.expiresAt), sqlOptional(member.revokedAt), sqlOptional(member.lastUsedAt),
                           change.value});
}

Done updateMember(Connection &connection, const Member &member, const std::optional<Sha256> &digest, FeedSeq change) {
    auto done = connection.run(u"UPDATE member SET expires_at = ?, revoked_at = ?, change_seq = ? WHERE id = ?"_s,
                               {sqlOptional(member.expiresAt), sqlOptional(member.revokedAt), change.value, member.id});
    if (!done || !digest)
        return done;
    return connection.run(u"UPDATE member SET digest = ? WHERE id = ?"_s, {sqlDigest(*digest), member.id});
}

Done writeMemberUse(Connection &connection, const QString &id, Instant at) {
    return connection.run(u"UPDATE member SET last_used_at = ? WHERE id = ? AND coalesce(last_used_at, 0) < ?"_s,
                          {toEpoch(at), id, toEpoch(at)});
}

} // namespace keywright
