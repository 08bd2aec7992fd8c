// What is remembered of servers in the user's settings; window and command line share it. Never a key.
#pragma once

#include "core/remote/server_address.h"

#include <QSettings>

namespace keywright {

/// The server at this address with what was set for it: certificates, policy.
ServerAddress rememberedServer(const QSettings &store, const QUrl &url);
void rememberServer(QSettings &store, const ServerAddress &address);
void forgetServer(QSettings &store, const QUrl &url);

/// Where the copies of servers' lists lie: `$XDG_CACHE_HOME/keywright/servers` and its like elsewhere.
QString serverCopyFolder();
/// No copy of this server's list is left there. Not while a keyring of that server is open.
void removeServerCopy(const QUrl &url);

} // namespace keywright
