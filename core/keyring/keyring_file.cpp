#include "core/keyring/keyring_file.h"

#include "core/crypto/digest.h"
#include "core/keyring/key_reads.h"
#include "core/keyring/mutation.h"
#include "core/platform/file_system.h"
#include "core/store/keyring_database.h"
#include "core/store/sqlite_dialect.h"
#include "core/store/store_error.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QUuid>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::KeyringFile)
};

/// One opened file for one blocking act.
struct OpenFile {
    std::unique_ptr<Session> session;
    Author author;
};

Result<OpenFile> openFor(const QString &path, const Caller &caller, Instant now) {
    auto database = openKeyringDatabase(path);
    if (!database)
        return std::unexpected(database.error());
    return OpenFile{
        .session = std::make_unique<Session>(std::move(database->connection)),
        .author = {
            .caller = caller, .now = now, .writable = database->writable, .readOnlyReason = database->readOnlyReason}};
}

Done targetIsFit(const QString &path, const QString &target, bool replace) {
    const QFileInfo info(target);
    if (info.exists() && info.canonicalFilePath() == QFileInfo(path).canonicalFilePath())
        return failure(ErrorKind::Invalid, Words::tr("A keyring can't be backed up onto itself. Choose another file."),
                       u"target"_s);
    if (info.exists() && !replace)
        return failure(
            ErrorKind::Invalid,
            Words::tr("%1 exists already. Choose another name, or replace it.").arg(QDir::toNativeSeparators(target)),
            u"target"_s);
    return {};
}

Done copyTo(Connection &connection, const QString &temporary) {
    if (auto done = platform::createPrivateFile(temporary); !done)
        return done;
    if (auto done = connection.run(SqliteDialect::copyInto(), {temporary}); !done)
        return done;
    return platform::syncFile(temporary);
}

/// The flag and the policy are one row: changed under the lock, logged, and the feed moved.
Done changeMeta(Mutation &mutation, QStringView event, const QJsonObject &detail, const Done &written) {
    if (!written)
        return written;
    mutation.touch();
    if (auto done = mutation.log(event, nullptr, detail); !done)
        return done;
    return mutation.commit();
}

void addChain(Session &session, const std::optional<ChainHead> &known, CheckReport &report) {
    auto chain = checkChain(session, known);
    if (!chain) {
        report.findings << chain.error().message;
        return;
    }
    report.chain = *chain;
    if (!chain->intact)
        report.findings << chain->message;
}

} // namespace

Done backupKeyring(const QString &path, const QString &target, bool replace) {
    if (auto done = keptInFile(path); !done)
        return done;
    if (auto done = targetIsFit(path, target, replace); !done)
        return done;
    auto database = openKeyringDatabase(path, Access::Read);
    if (!database)
        return std::unexpected(database.error());
    const QString temporary = target + u'.' + QUuid::createUuid().toString(QUuid::Id128) + u".tmp"_s;
    Done done = copyTo(*database->connection, temporary);
    if (done)
        done = platform::replaceFile(temporary, target);
    if (!done) {
        QFile::remove(temporary);
        return done;
    }
    return platform::syncFolder(QFileInfo(target).absolutePath());
}

Result<CheckReport> checkKeyring(const QString &path, std::optional<ChainHead> known) {
    CheckReport report;
    auto database = openKeyringDatabase(path, Access::Read);
    if (!database && !isDamage(database.error()))
        return std::unexpected(database.error());
    if (!database) {
        report.findings << database.error().message << database.error().technical;
        return report;
    }
    auto pages = checkPages(*database->connection, false);
    if (!pages)
        report.findings << pages.error().message;
    else
        report.findings << *pages;
    Session session(std::move(database->connection));
    auto meta = readMeta(*session.connection);
    auto policy = meta ? session.policies.policy(*session.connection, *meta)
                       : Result<std::shared_ptr<const KeyPolicy>>(std::unexpected(meta.error()));
    if (!policy)
        report.findings << policy.error().message;
    addChain(session, known, report);
    report.sound = report.findings.isEmpty();
    return report;
}

Done setDeveloperApi(const QString &path, bool on, const Caller &caller, const Clock &clock) {
    auto file = openFor(path, caller, clock.now());
    if (!file)
        return std::unexpected(file.error());
    if (auto done = requireNow(*file->session, file->author, Action::ChangePolicy); !done)
        return done;
    auto mutation = Mutation::begin(*file->session, file->author);
    if (!mutation)
        return std::unexpected(mutation.error());
    if (mutation->meta().developerApi == on)
        return mutation->commit();
    return changeMeta(*mutation, on ? event::flagOn : event::flagOff, {},
                      writeDeveloperApi(mutation->connection(), on));
}

Done changePolicy(const QString &path, const KeyPolicy &policy, const Caller &caller, const Clock &clock) {
    auto file = openFor(path, caller, clock.now());
    if (!file)
        return std::unexpected(file.error());
    if (auto done = requireNow(*file->session, file->author, Action::ChangePolicy); !done)
        return done;
    auto mutation = Mutation::begin(*file->session, file->author);
    if (!mutation)
        return std::unexpected(mutation.error());
    const QJsonObject detail{{u"policy"_s, QJsonObject{{u"before"_s, mutation->policy().id}, {u"after"_s, policy.id}}},
                             {u"policy_sha256"_s, QJsonObject{{u"before"_s, toHex(mutation->policy().sha256)},
                                                              {u"after"_s, toHex(policy.sha256)}}}};
    return changeMeta(*mutation, event::policyChanged, detail, writePolicy(mutation->connection(), policy));
}

} // namespace keywright
