// What one does with a keyring's file as a whole: make it, back it up, restore it, check it, set its flag.
// These calls block; the window runs them through runOnPool() or a LocalKeyring's thread, the command line directly.
#pragma once

#include "core/keyring/local_keyring.h"

#include <functional>

namespace keywright {

/// Where the default keyring lives: `$XDG_DATA_HOME/keywright/default.keyring` and its like elsewhere.
QString defaultKeyringPath();

/// Makes the file (0600, in a folder made 0700) with its policy embedded. Refuses to overwrite.
Done createKeyringFile(const NewKeyring &keyring, const Caller &caller, const Clock &clock);

/// A consistent copy: VACUUM INTO a 0600 temporary beside `target`, fsync, rename. Refuses an existing target unless
/// `replace`.
Done backupKeyring(const QString &path, const QString &target, bool replace = false);

/// What a restore would do, shown before it is done.
struct RestorePlan {
    QString backupName;
    Instant backupAt{}; ///< when the backup's newest entry was written
    qint64 keysInBackup = 0;
    qint64 comeBack =
        0;             ///< keys deleted or unknown now... that the backup holds and that stay dead or alive as it says
    qint64 goAway = 0; ///< keys made after the backup
    qint64 staysRevoked = 0; ///< active in the backup, revoked or deleted now: not brought to life
    bool currentReadable = true;
    QString message;
};
Result<RestorePlan> planRestore(const QString &path, const QString &backup, const Clock &clock);

/// Restores in one transaction into the live database; never brings a dead key to life. `revive`: where the current
/// file is unreadable, take what was active as active (otherwise it comes back revoked, "restored").
Done restoreKeyring(const QString &path, const QString &backup, const Caller &caller, const Clock &clock,
                    bool revive = false);

struct CheckReport {
    bool sound = false;
    QStringList findings; ///< of PRAGMA integrity_check, of the schema, of the chain; empty when sound
    ChainReport chain;
};
Result<CheckReport> checkKeyring(const QString &path, std::optional<ChainHead> known = {});

/// The Developer API flag: the operator's act (command line on the file), logged.
Done setDeveloperApi(const QString &path, bool on, const Caller &caller, const Clock &clock);

/// Puts another policy on the keyring: an admin's logged act.
Done changePolicy(const QString &path, const KeyPolicy &policy, const Caller &caller, const Clock &clock);

} // namespace keywright
