// Copies of the keyring, and the way back.
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "core/keyring/keyring_file.h"
#include "core/model/instant_text.h"
#include "core/model/json_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("BackupCommands", text);
}

struct BackupOptions {
    QString file;
    bool replace = false;
};

Done backup(CliSession &session, const BackupOptions &options) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    if (const Done allowed = require(Action::Backup, (*keyring)->info().situation(session.now())); !allowed)
        return allowed;
    const QString target = QFileInfo(options.file).absoluteFilePath();
    if (const Done done = backupKeyring(session.path(), target, options.replace); !done)
        return done;
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("backup"_L1, target);
    json.endObject();
    session.print(out + '\n',
                  translated("Backed up to %1. It holds no key, only digests; keep it as safe as the keyring.\n")
                      .arg(QDir::toNativeSeparators(target))
                      .toUtf8());
    return {};
}

struct RestoreOptions {
    QString file;
    bool dryRun = false, revive = false, yes = false;
};

void printPlan(CliSession &session, const RestorePlan &plan, bool restored) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("restored"_L1, restored);
    json.member("backup_name"_L1, plan.backupName);
    json.member("backup_at"_L1, plan.backupAt);
    json.member("keys_in_backup"_L1, plan.keysInBackup);
    json.member("come_back"_L1, plan.comeBack);
    json.member("go_away"_L1, plan.goAway);
    json.member("stays_revoked"_L1, plan.staysRevoked);
    json.member("current_readable"_L1, plan.currentReadable);
    json.endObject();
    session.print(out + '\n', restored ? translated("Restored.\n").toUtf8() : QByteArray());
}

void explain(CliSession &session, const RestorePlan &plan) {
    session.remark(QCoreApplication::translate("BackupCommands", "The backup of %1 was made %2 and holds %n keys.",
                                               nullptr, int(plan.keysInBackup))
                       .arg(plan.backupName, instantText(plan.backupAt)));
    session.remark(translated("%1 come back, %2 made since go away, %3 stay revoked or deleted as they are now.")
                       .arg(plan.comeBack)
                       .arg(plan.goAway)
                       .arg(plan.staysRevoked));
    if (!plan.message.isEmpty())
        session.remark(plan.message);
}

Done restore(CliSession &session, const RestoreOptions &options) {
    if (const Done file = session.requireFile(); !file)
        return file;
    const QString file = QFileInfo(options.file).absoluteFilePath();
    const Result<RestorePlan> plan = planRestore(session.path(), file, session.clock());
    if (!plan)
        return std::unexpected(plan.error());
    explain(session, *plan);
    if (!options.dryRun) {
        if (const Done agreed =
                session.confirm(translated("Restore it into %1?").arg(session.shownPath()), options.yes);
            !agreed)
            return agreed;
        if (const Done done = restoreKeyring(session.path(), file, session.caller(), session.clock(), options.revive);
            !done)
            return done;
    }
    printPlan(session, *plan, !options.dryRun);
    return {};
}

void addRestore(CommandTree &tree) {
    const auto options = std::make_shared<RestoreOptions>();
    CLI::App *command = tree.add("restore", "Bring a backup back; revoked and deleted keys stay dead",
                                 [options](CliSession &session) { return restore(session, *options); });
    argument(command, "FILE", options->file, "The backup")->required();
    command->add_flag("--dry-run", options->dryRun, "Only say what it would do");
    command->add_flag("--revive", options->revive,
                      "Where the keyring itself is unreadable: take what was active as active, not as revoked");
    command->add_flag("--yes", options->yes, "Don't ask");
}

} // namespace

void addBackupCommands(CommandTree &tree) {
    const auto options = std::make_shared<BackupOptions>();
    CLI::App *command = tree.add("backup", "Copy the keyring, also while it is in use",
                                 [options](CliSession &session) { return backup(session, *options); });
    argument(command, "FILE", options->file, "Where to")->required();
    command->add_flag("--replace", options->replace, "Replace the file if there is one");
    addRestore(tree);
}

} // namespace keywright
