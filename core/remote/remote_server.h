// What a kind of server can be asked: the same questions as a keyring's, behind the gate.
#pragma once

#include "core/keyring/keyring.h"
#include "core/remote/remote_session.h"

namespace keywright {

class RemoteServer : public QObject {
    Q_OBJECT
public:
    explicit RemoteServer(RemoteSession &session, QObject *parent) : QObject(parent), session_(session) {}

    /// Begins to follow what others change.
    virtual void follow() = 0;
    /// Looks now, instead of at the next turn.
    virtual void lookNow() = 0;

    virtual Reply<KeyPage> keys(Cursor from, int limit) = 0;
    virtual Reply<Delta> changes(FeedSeq since) = 0;
    virtual Reply<KeyDetails> details(KeyId id) = 0;
    virtual Reply<Issued> create(Draft draft, RequestId request) = 0;
    virtual Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) = 0;
    virtual Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) = 0;
    virtual Reply<ApiKey> reactivate(KeyId id, Revision from) = 0;
    virtual Reply<Outcomes> erase(QList<KeyId> ids) = 0;
    virtual Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) = 0;
    virtual Reply<ApiKey> markDelivered(KeyId id) = 0;
    virtual Reply<QList<Match>> identify(QList<Sha256> digests) = 0;
    virtual Reply<ActivityPage> activity(ActivityQuery query, Cursor from) = 0;
    virtual Reply<ChainReport> checkActivity(std::optional<ChainHead> known) = 0;

Q_SIGNALS:
    void changed(const keywright::Delta &delta);
    /// Something that is true of the keyring as a whole may be different.
    void otherChange();
    /// What is known of the list, for a copy that can be read without the server: the first page of a reading, a
    /// further one, what changed since.
    void pageSeen(const QByteArray &json, bool first, bool last, qint64 feed);
    void deltaSeen(const QByteArray &json);

protected:
    RemoteSession &session() const { return session_; }

private:
    RemoteSession &session_;
};

} // namespace keywright
