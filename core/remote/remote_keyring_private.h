// What stands behind RemoteKeyring: the connection, the server's kind, the copy of its list.
#pragma once

#include "core/remote/cached_list.h"
#include "core/remote/list_cache.h"
#include "core/remote/remote_keyring.h"
#include "core/remote/remote_server.h"
#include "core/remote/server_probe.h"

#include <QTimer>

namespace keywright {

class RemoteKeyring::Private final : public QObject {
    Q_OBJECT
public:
    Private(RemoteKeyring *q, const RemoteOptions &options, const Clock &clock);
    ~Private() override;

    Reply<KeyringInfo> open();
    Reply<KeyPage> keys(const Cursor &from, int limit);
    /// The server, if `action` may be asked of it; else the error.
    Result<RemoteServer *> serverFor(Action action) const;
    Result<RemoteServer *> server() const;
    void forgetCopy();

    RemoteSession session;
    bool fourCalls = false;

private:
    void takeProbe(const Result<ServerFound> &found, const Pending<KeyringInfo> &pending);
    void adopt(const ServerFound &found);
    void follow();
    void openCopy(const Error &why, const Pending<KeyringInfo> &pending);
    void probeAgain();
    void refreshInfo();
    void keepPage(const QByteArray &json, bool first, bool last);
    Reply<KeyPage> cachedPage(const Cursor &from, int limit);
    KeyPage pageOfCopy(const Cursor &from, int limit) const;

    RemoteKeyring *q_;
    QString cachePath_;
    ListCache cache_;
    std::unique_ptr<RemoteServer> server_;
    QByteArray about_, policy_; ///< for the copy
    std::optional<CachedList> copy_;
    QTimer again_;
    int failures_ = 0;
    bool refreshing_ = false;
};

} // namespace keywright
