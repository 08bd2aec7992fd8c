// What is remembered of a keyring outside its file, in the user's settings; window and command line share it.
#pragma once

#include "core/model/activity.h"
#include "core/model/key_policy.h"

#include <QSettings>

namespace keywright {

/// Over a store that outlives it.
class KeyringMemory {
public:
    explicit KeyringMemory(QSettings &store) : store_(store) {}

    /// The role that the user took on (a safety catch, not a boundary); default admin.
    Role role(const QString &keyringId) const;
    void setRole(const QString &keyringId, Role role);
    /// The last head of the activity log that was seen here: a log that was cut or replaced lacks it.
    std::optional<ChainHead> knownHead(const QString &keyringId) const;
    void setKnownHead(const QString &keyringId, const ChainHead &head);

private:
    QSettings &store_;
};

/// The user's settings, where the system keeps such things.
QSettings userSettings();

/// Where a keyring's values stand in the settings.
QString keyringSetting(const QString &keyringId, const QString &what);

} // namespace keywright
