// What one does with a keyring as a whole, in its file or its shared database: make it, back it up, restore it, check
// it, set its flag. These calls block; the window runs them through runOnPool() or a LocalKeyring's thread, the command
// line directly.
#pragma once

#include "core/keyring/local_keyring.h"

#include <functional>

namespace keywright {

/// Where the default keyring lives: `$XDG_DATA_HOME/keywright/default.keyring` and its like elsewhere.
QString defaultKeyringPath();

/// Makes the file (0600, in a folder made 0700) with its policy embedded, or fills an empty shared database
/// (postgresql://...). Refuses to overwrite.
Done createKeyringFile(const NewKeyring &keyring, const Caller &caller, const Clock &clock);

/// A consistent copy of a keyring that others may be using: 0600, synced, put in place in one step. Refuses an existing
/// target unless `replace`, and a shared database, which has tools of its own. No caller: whoever can read the file can
/// copy it; windows and commands ask the gate first.
Done backupKeyring(const QString &path, const QString &target, bool replace = false);

/// What a restore would do, shown before it is done.
struct RestorePlan {
    QString backupName;
    Instant backupAt{}; ///< when the backup's newest entry was written
    qint64 keysInBackup = 0;
    qint64 comeBack = 0;         ///< keys that the backup holds and the current file neither holds nor deleted
    qint64 changeBack = 0;       ///< keys whose name, scopes, owner, note or limits become the backup's again
    qint64 goAway = 0;           ///< keys made after the backup: deleted
    qint64 staysRevoked = 0;     ///< active in the backup, revoked or deleted now: not brought to life
    bool currentReadable = true; ///< false: no current file, or a damaged one; then nothing of it can be kept
    QString message;             ///< all of it in words, translated
};
Result<RestorePlan> planRestore(const QString &path, const QString &backup, const Clock &clock);

/// Restores in one transaction into the live database, which others may be using; never brings a dead key to life:
/// revocations, deletions and ends of grace of the current file hold, its log goes on, its use counters stay. Where
/// there is no readable current file, it is set aside as `<path>.damaged-<time>` and the backup takes its place: what
/// was active comes back revoked ("restored") unless `revive`. A backup of another keyring is refused, and so is a
/// shared database.
Done restoreKeyring(const QString &path, const QString &backup, const Caller &caller, const Clock &clock,
                    bool revive = false);

struct CheckReport {
    bool sound = false;
    QStringList findings; ///< of PRAGMA integrity_check, of the schema, of the chain; empty when sound
    ChainReport chain;
};
/// Everything: pages, schema, policy, chain. Damage is a finding; an error is a file that can't be asked now.
Result<CheckReport> checkKeyring(const QString &path, std::optional<ChainHead> known = {});

/// The Developer API flag: the operator's act (command line on the file), logged.
Done setDeveloperApi(const QString &path, bool on, const Caller &caller, const Clock &clock);

/// Puts another policy on the keyring: an admin's logged act.
Done changePolicy(const QString &path, const KeyPolicy &policy, const Caller &caller, const Clock &clock);

} // namespace keywright
