#include "core/crypto/digest.h"
#include "core/keyring/key_reads.h"
#include "core/keyring/keyring_file.h"
#include "core/keyring/mutation.h"
#include "core/keyring/restore_steps.h"
#include "core/keyring/salvage.h"
#include "core/store/activity_table.h"
#include "core/store/keyring_database.h"
#include "core/store/store_error.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QUuid>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::KeyringFile)
};

const QString restoredReason = u"restored"_s;

struct Backup {
    std::unique_ptr<Session> session;
    Meta meta;
    ChainHead head;
    Instant at{};
};

Result<Backup> openBackup(const QString &path) {
    auto database = openKeyringDatabase(path, Access::Read);
    if (!database)
        return std::unexpected(database.error());
    Backup backup{.session = std::make_unique<Session>(std::move(database->connection)), .meta = {}, .head = {}};
    auto meta = readMeta(*backup.session->connection);
    if (!meta)
        return std::unexpected(meta.error());
    backup.meta = *meta;
    auto walk = walkChain(*backup.session->connection, meta->keyringId, {});
    if (!walk)
        return std::unexpected(walk.error());
    if (walk->firstBroken)
        return failure(ErrorKind::Storage, Words::tr("The backup %1 was changed after it was made: its activity log "
                                                     "does not fit from entry %L2 on. Choose another backup.")
                                               .arg(QDir::toNativeSeparators(path))
                                               .arg(*walk->firstBroken));
    backup.head = walk->head;
    auto at = backup.session->connection->number(u"SELECT max(at) FROM activity"_s);
    if (!at)
        return std::unexpected(at.error());
    backup.at = fromEpoch(*at);
    return backup;
}

/// The live session; nothing where there is no readable file; an error where there is one that can't be asked now.
Result<std::unique_ptr<Session>> openLive(const QString &path, Author &author) {
    if (!QFileInfo::exists(path))
        return std::unique_ptr<Session>();
    auto database = openKeyringDatabase(path);
    if (!database && isDamage(database.error()))
        return std::unique_ptr<Session>();
    if (!database)
        return std::unexpected(database.error());
    author.writable = database->writable;
    author.readOnlyReason = database->readOnlyReason;
    return std::make_unique<Session>(std::move(database->connection));
}

Done sameKeyring(const Meta &live, const Backup &backup) {
    if (live.keyringId != backup.meta.keyringId)
        return failure(ErrorKind::Refused, Words::tr("This is a backup of another keyring (%1). Choose a backup of %2.")
                                               .arg(backup.meta.name, live.name));
    return {};
}

QString inWords(const RestorePlan &plan) {
    if (!plan.currentReadable)
        return Words::tr("The current file can't be read, so nothing of it can be kept. The backup holds %Ln key(s). "
                         "What was active in it comes back revoked, unless you ask for it to stay active: keys revoked "
                         "since the backup would work again.",
                         nullptr, int(plan.keysInBackup));
    QStringList sentences{
        Words::tr("The backup holds %Ln key(s).", nullptr, int(plan.keysInBackup)),
        Words::tr("%Ln come(s) back.", nullptr, int(plan.comeBack)),
        Words::tr("%Ln become(s) again what the backup says.", nullptr, int(plan.changeBack)),
        Words::tr("%Ln made since the backup will be deleted.", nullptr, int(plan.goAway)),
        Words::tr("%Ln revoked or deleted since the backup stay(s) so.", nullptr, int(plan.staysRevoked))};
    return sentences.join(u' ');
}

void count(const RestoreStep &step, RestorePlan &plan) {
    plan.comeBack += step.kind == RestoreStep::Kind::ComeBack;
    plan.changeBack += step.kind == RestoreStep::Kind::Change;
    plan.goAway += step.kind == RestoreStep::Kind::GoAway;
    plan.staysRevoked += step.heldDead;
    plan.keysInBackup += step.kind != RestoreStep::Kind::GoAway;
}

/// Puts a key back whose row is gone, with its digest and its use.
Done comeBack(Mutation &mutation, Backup &backup, const RestoreStep &step) {
    auto digest = backup.session->connection->bytes(u"SELECT digest FROM keys WHERE n = ?"_s, {step.backupRow});
    if (!digest)
        return std::unexpected(digest.error());
    const auto bytes = sha256FromBytes(digest->value_or(QByteArray()));
    if (!bytes)
        return std::unexpected(damagedError(backup.session->connection->place(), u"digest"_s));
    ApiKey key = step.key;
    ++key.revision.value;
    return mutation.insert(key, *bytes);
}

Done apply(Mutation &mutation, Backup &backup, const RestoreStep &step, const QString &batch) {
    const QJsonObject detail{{u"reason"_s, restoredReason}, {u"batch"_s, batch}};
    ApiKey key = step.key;
    switch (step.kind) {
    case RestoreStep::Kind::ComeBack:
        return comeBack(mutation, backup, step);
    case RestoreStep::Kind::Change:
        ++key.revision.value;
        if (auto done = mutation.update(key); !done || !step.newlyRevoked)
            return done;
        return mutation.log(event::revoked, &key, detail);
    case RestoreStep::Kind::GoAway:
        if (auto done = mutation.erase(key); !done)
            return done;
        return mutation.log(event::deleted, &key, detail);
    case RestoreStep::Kind::StayDead:
    case RestoreStep::Kind::Unchanged:
        break;
    }
    return {};
}

Done restoreInto(Session &live, const Author &author, Backup &backup) {
    auto mutation = Mutation::begin(live, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    if (auto done = require(Action::Restore, mutation->situation()); !done)
        return done;
    if (auto done = sameKeyring(mutation->meta(), backup); !done)
        return done;
    const QString batch = QUuid::createUuid().toString(QUuid::WithoutBraces);
    RestorePlan plan;
    auto done = forEachStep(live, *backup.session, author.now, [&](const RestoreStep &step) {
        count(step, plan);
        return apply(*mutation, backup, step, batch);
    });
    if (!done)
        return done;
    done = mutation->log(event::keyringRestored, nullptr,
                         {{u"batch"_s, batch},
                          {u"backup_seq"_s, backup.head.seq},
                          {u"backup_hash"_s, toHex(backup.head.hash)},
                          {u"keys_in_backup"_s, plan.keysInBackup},
                          {u"came_back"_s, plan.comeBack},
                          {u"changed_back"_s, plan.changeBack},
                          {u"deleted"_s, plan.goAway},
                          {u"stayed_revoked"_s, plan.staysRevoked}});
    if (!done)
        return done;
    if (done = mutation->startEpoch(); !done)
        return done;
    return mutation->commit();
}

} // namespace

Result<RestorePlan> planRestore(const QString &path, const QString &backupPath, const Clock &clock) {
    if (auto done = keptInFile(path); !done)
        return std::unexpected(done.error());
    auto backup = openBackup(backupPath);
    if (!backup)
        return std::unexpected(backup.error());
    Author author{.caller = {}, .now = clock.now()};
    auto live = openLive(path, author);
    if (!live)
        return std::unexpected(live.error());
    RestorePlan plan{.backupName = backup->meta.name, .backupAt = backup->at, .message = {}};
    plan.currentReadable = *live != nullptr;
    if (!plan.currentReadable) {
        auto keys = backup->session->connection->number(u"SELECT count(*) FROM keys"_s);
        if (!keys)
            return std::unexpected(keys.error());
        plan.keysInBackup = plan.comeBack = *keys;
        plan.message = inWords(plan);
        return plan;
    }
    auto transaction = Transaction::begin(*(*live)->connection, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto meta = readMeta(*(*live)->connection);
    if (!meta)
        return std::unexpected(meta.error());
    if (auto done = sameKeyring(*meta, *backup); !done)
        return std::unexpected(done.error());
    auto done = forEachStep(**live, *backup->session, author.now, [&](const RestoreStep &step) -> Done {
        count(step, plan);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    plan.message = inWords(plan);
    return plan;
}

Done restoreKeyring(const QString &path, const QString &backupPath, const Caller &caller, const Clock &clock,
                    bool revive) {
    if (auto done = keptInFile(path); !done)
        return done;
    auto backup = openBackup(backupPath);
    if (!backup)
        return std::unexpected(backup.error());
    Author author{.caller = caller, .now = clock.now()};
    auto live = openLive(path, author);
    if (!live)
        return std::unexpected(live.error());
    if (*live)
        return restoreInto(**live, author, *backup);
    return salvage(*backup->session, path, author, revive);
}

} // namespace keywright
