#include "core/keyring/salvage.h"

#include "core/keyring/members.h"
#include "core/platform/file_system.h"
#include "core/store/keyring_database.h"
#include "core/store/sqlite_dialect.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QUuid>

#include <array>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

const QString restoredReason = u"restored"_s;

Done revokeActive(Mutation &mutation, const QString &batch, qint64 &revoked) {
    auto alive = mutation.session().keys.where(u"k.revoked_at IS NULL ORDER BY k.n"_s, {});
    if (!alive)
        return std::unexpected(alive.error());
    for (StoredKey &stored : *alive) {
        ApiKey &key = stored.key;
        if (!isActive(key, mutation.now()))
            continue;
        key.revokedAt = mutation.now();
        key.revokedBy = mutation.author().caller.name;
        key.revokeReason = restoredReason;
        ++key.revision.value;
        ++revoked;
        if (auto done = mutation.update(key); !done)
            return done;
        if (auto done = mutation.log(event::revoked, &key, {{u"reason"_s, restoredReason}, {u"batch"_s, batch}}); !done)
            return done;
    }
    return {};
}

Done settleCopy(const QString &file, const Author &author, bool revive) {
    auto database = openKeyringDatabase(file);
    if (!database)
        return std::unexpected(database.error());
    Session session(std::move(database->connection));
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    if (auto done = require(Action::Restore, mutation->situation()); !done)
        return done;
    const QString batch = QUuid::createUuid().toString(QUuid::WithoutBraces);
    qint64 revoked = 0;
    if (!revive) {
        if (auto done = revokeActive(*mutation, batch, revoked); !done)
            return done;
        if (auto done = revokeAllMembers(*mutation); !done)
            return done;
    }
    const QJsonObject detail{
        {u"batch"_s, batch}, {u"current_readable"_s, false}, {u"revived"_s, revive}, {u"revoked"_s, revoked}};
    if (auto done = mutation->log(event::keyringRestored, nullptr, detail); !done)
        return done;
    if (auto done = mutation->startEpoch(); !done)
        return done;
    return mutation->commit();
}

/// A file that can't be read is kept, for whoever wants to look at it.
Done setAside(const QString &path, Instant now) {
    const QString aside = path + u".damaged-"_s + toUtc(now).toString(u"yyyyMMddTHHmmss"_s);
    const std::array<QString, 3> parts{u"-wal"_s, u"-shm"_s, u""_s};
    for (const QString &part : parts) {
        if (!QFileInfo::exists(path + part))
            continue;
        if (auto done = platform::replaceFile(path + part, aside + part); !done)
            return done;
    }
    return {};
}

void removeCopy(const QString &file) {
    for (const auto &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file + part);
}

} // namespace

Done salvage(Session &backup, const QString &path, const Author &author, bool revive) {
    const QString folder = QFileInfo(path).absolutePath();
    if (auto done = platform::makePrivateFolder(folder); !done)
        return done;
    const QString copy = path + u'.' + QUuid::createUuid().toString(QUuid::Id128) + u".tmp"_s;
    Done done = platform::createPrivateFile(copy);
    if (done)
        done = backup.connection->run(SqliteDialect::copyInto(), {copy});
    if (done)
        done = settleCopy(copy, author, revive);
    if (done)
        done = platform::syncFile(copy);
    if (done)
        done = setAside(path, author.now);
    if (done)
        done = platform::replaceFile(copy, path);
    if (!done) {
        removeCopy(copy);
        return done;
    }
    return platform::syncFolder(folder);
}

} // namespace keywright
