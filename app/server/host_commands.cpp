#include "app/server/host_commands.h"

#include "core/keyring/keyring_file.h"
#include "core/keyring/members.h"
#include "core/model/json_writer.h"
#include "core/platform/process.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("HostCommands", text);
}

void write(std::FILE *to, QByteArrayView bytes) {
    std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), to);
    std::fputc('\n', to);
    std::fflush(to);
}

void note(const QString &text) {
    write(stderr, text.toUtf8());
}

Caller operatorOfHost() {
    return {.role = Role::Admin, .name = platform::userName(), .method = AuthMethod::Local, .address = u"local"_s};
}

QString endOf(const Member &member) {
    return member.expiresAt ? toRfc3339(*member.expiresAt) : say("never");
}

Done show(const Result<IssuedMember> &issued) {
    if (!issued)
        return std::unexpected(issued.error());
    note(say("Member %1 (%2), id %3, expires %4. The token is shown this once:")
             .arg(issued->member.name, roleId(issued->member.role), issued->member.id, endOf(issued->member)));
    write(stdout, issued->token->view());
    return {};
}

Done exists(const QString &keyring) {
    if (isSharedStore(keyring) || QFileInfo::exists(keyring))
        return {};
    return failure(ErrorKind::NotFound,
                   say("There is no keyring at %1. Make one with `keywrightd init`.").arg(keyring));
}

/// What a keyring is called that nobody named: as its file or its database.
QString nameFor(const QString &place) {
    const QString name = QFileInfo(isSharedStore(place) ? shownPlace(place) : place).completeBaseName();
    return name.isEmpty() ? u"keyring"_s : name;
}

Done add(const QString &keyring, const MemberCommand &command, const Clock &clock) {
    NewMember made{.name = command.name, .role = roleFromId(command.role).value_or(Role::Verifier)};
    if (command.expires) {
        const auto expiry = parseExpiry(*command.expires);
        if (!expiry)
            return std::unexpected(expiry.error());
        made.expiry = *expiry;
    }
    return show(addMember(keyring, made, operatorOfHost(), clock));
}

QString stateOf(const Member &member, Instant now) {
    if (member.revokedAt)
        return u"revoked"_s;
    return member.isLive(now) ? u"active"_s : u"expired"_s;
}

QByteArray listJson(const QList<Member> &members, Instant now) {
    QByteArray out;
    JsonWriter json(out);
    json.beginArray();
    for (const Member &member : members) {
        json.beginObject();
        json.member("id"_L1, member.id);
        json.member("name"_L1, member.name);
        json.member("role"_L1, roleId(member.role));
        json.member("state"_L1, stateOf(member, now));
        json.member("created_at"_L1, member.createdAt);
        json.member("expires_at"_L1, member.expiresAt);
        json.member("revoked_at"_L1, member.revokedAt);
        json.member("last_used_at"_L1, member.lastUsedAt);
        json.endObject();
    }
    json.endArray();
    return out;
}

Done list(const QString &keyring, bool asJson, Instant now) {
    const auto members = listMembers(keyring);
    if (!members)
        return std::unexpected(members.error());
    if (asJson) {
        write(stdout, listJson(*members, now));
        return {};
    }
    for (const Member &member : *members)
        write(stdout, u"%1  %2  %3  %4  %5"_s
                          .arg(member.id, roleId(member.role).leftJustified(9), stateOf(member, now).leftJustified(7),
                               endOf(member), member.name)
                          .toUtf8());
    return {};
}

Done revoke(const QString &keyring, const MemberCommand &command, const Clock &clock) {
    const auto member = revokeMember(keyring, command.name, operatorOfHost(), clock, command.yes);
    if (!member)
        return std::unexpected(member.error());
    note(say("%1 is revoked: the token is refused from now on.").arg(member->name));
    return {};
}

} // namespace

Done runInit(const QString &keyring, const InitCommand &command, const Clock &clock) {
    const auto policy = findPolicy(command.policy);
    if (!policy)
        return std::unexpected(policy.error());
    const NewKeyring made{.path = keyring,
                          .name = command.name.isEmpty() ? nameFor(keyring) : command.name,
                          .policy = *policy,
                          .apiBaseUrl = command.baseUrl};
    if (const Done done = createKeyringFile(made, operatorOfHost(), clock); !done)
        return done;
    note(say("Made the keyring %1 with the policy %2.").arg(shownPlace(keyring), policy->title));
    if (policy->manage.developerApi)
        note(say("Its keys can be managed only while the Developer API is on: `keywright-cli flag developer-api on`."));
    return show(addMember(keyring, {.name = command.admin, .role = Role::Admin}, operatorOfHost(), clock));
}

Done runMember(const QString &keyring, const MemberCommand &command, const Clock &clock) {
    if (const Done there = exists(keyring); !there)
        return there;
    switch (command.act) {
    case MemberCommand::Act::Add:
        return add(keyring, command, clock);
    case MemberCommand::Act::List:
        return list(keyring, command.json, clock.now());
    case MemberCommand::Act::Revoke:
        return revoke(keyring, command, clock);
    case MemberCommand::Act::Rotate:
        return show(rotateMember(keyring, command.name, operatorOfHost(), clock));
    }
    return {};
}

} // namespace keywright
