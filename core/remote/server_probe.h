// What answers at an address, found out by GET alone.
#pragma once

#include "core/remote/answers.h"
#include "core/remote/remote_session.h"

namespace keywright {

struct ServerFound {
    KeyringInfo info;
    bool fourCalls = false;
    QByteArray about, policy; ///< of a full server: its answers, for the copy
    qint64 usesFrom = 0;      ///< of a full server: where its feed of uses stands
    QList<ApiKey> keys;       ///< of a server of four calls: its list, and as it came
    QByteArray list;
};

/// Deletes itself.
class ServerProbe final : public QObject {
    Q_OBJECT
public:
    static Reply<ServerFound> start(RemoteSession &session);

private:
    explicit ServerProbe(RemoteSession &session);
    void askWho();
    void takeWho(const RemoteResult &result);
    void askPolicy();
    void askFeed();
    void askList();
    void takeList(const Result<QList<ApiKey>> &keys);
    void end(Result<ServerFound> found);

    RemoteSession &session_;
    Pending<ServerFound> pending_;
    ServerFound found_;
};

/// The keyring as a full server's answers to /v1/me and /v1/policy have it.
Result<KeyringInfo> fullServerInfo(const QByteArray &about, const QByteArray &policy, const QString &host, Instant now);

} // namespace keywright
