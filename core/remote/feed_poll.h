// Follows a server's feed by long polls, one request at a time, so that what is older never comes after what is newer.
#pragma once

#include "core/remote/remote_session.h"

#include <QElapsedTimer>
#include <QTimer>

namespace keywright {

class FeedPoll final : public QObject {
    Q_OBJECT
public:
    FeedPoll(RemoteSession &session, qint64 usesFrom, QObject *parent);

    void start(FeedSeq from);
    /// Ends a pause between tries.
    void hurry();

Q_SIGNALS:
    void delta(const keywright::Delta &delta, const QByteArray &json);
    /// Something moved that is no key's: the flag, a role, the policy.
    void otherChange();

private:
    void ask();
    void take(const RemoteResult &result);
    void follow(const QByteArray &json);
    void retryLater();

    RemoteSession &session_;
    QTimer pause_;
    QElapsedTimer sinceUses_;
    FeedSeq feed_;
    qint64 uses_;
    int failures_ = 0;
    bool asking_ = false;
};

} // namespace keywright
