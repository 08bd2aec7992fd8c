// Acts on many keys, with an outcome for each and progress.
#pragma once

#include "core/remote/remote_session.h"

#include <deque>

namespace keywright {

/// Revokes some hundred keys a request, by POST /v1/keys/revoke. Deletes itself.
class RevokeRun final : public QObject {
    Q_OBJECT
public:
    static Reply<Outcomes> start(RemoteSession &session, const QList<KeyId> &ids, const QString &reason);

private:
    RevokeRun(RemoteSession &session, const QList<KeyId> &ids, const QString &reason);
    void next();
    void take(const RemoteResult &result, const QList<KeyId> &asked);

    RemoteSession &session_;
    QList<KeyId> left_;
    QString reason_;
    Outcomes outcomes_;
    Pending<Outcomes> pending_;
};

/// Sends DELETE for one key after the other. Deletes itself.
class DeleteRun final : public QObject {
    Q_OBJECT
public:
    static Reply<Outcomes> start(RemoteSession &session, const QList<KeyId> &ids, const QByteArray &query);

private:
    DeleteRun(RemoteSession &session, const QList<KeyId> &ids, QByteArray query);
    void next();

    RemoteSession &session_;
    QList<KeyId> left_;
    QByteArray query_;
    Outcomes outcomes_;
    Pending<Outcomes> pending_;
};

} // namespace keywright
