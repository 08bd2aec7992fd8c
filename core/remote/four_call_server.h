// A server that knows only the four calls of the contract: create, list, revoke, rotate. The list is asked for again
// and again, and what is different is what changed.
#pragma once

#include "core/remote/remote_server.h"

#include <QHash>
#include <QTimer>

namespace keywright {

class FourCallServer final : public RemoteServer {
    Q_OBJECT
public:
    /// `json`: its list, as the first question was answered.
    FourCallServer(RemoteSession &session, const QList<ApiKey> &keys, QByteArray json, QObject *parent);

    void follow() override;
    void lookNow() override;

    Reply<KeyPage> keys(Cursor from, int limit) override;
    Reply<Delta> changes(FeedSeq since) override;
    Reply<KeyDetails> details(KeyId id) override;
    Reply<Issued> create(Draft draft, RequestId request) override;
    Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) override;
    Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) override;

    // What such a server has no call for; the gate says so before.
    Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) override;
    Reply<ApiKey> reactivate(KeyId id, Revision from) override;
    Reply<Outcomes> erase(QList<KeyId> ids) override;
    Reply<ApiKey> markDelivered(KeyId id) override;
    Reply<QList<Match>> identify(QList<Sha256> digests) override;
    Reply<ActivityPage> activity(ActivityQuery query, Cursor from) override;
    Reply<ChainReport> checkActivity(std::optional<ChainHead> known) override;

    /// GET /v1/keys with the revoked ones.
    static RemoteRequest listRequest();

private:
    struct Known {
        ApiKey key;
        qint64 changedAt = 0;
    };

    void look(const std::function<void(const Result<QList<ApiKey>> &)> &then = {});
    /// `asked`: where the feed stood when the list was asked for.
    void take(RemoteResult result, qint64 asked, qint64 milliseconds,
              const std::function<void(const Result<QList<ApiKey>> &)> &then);
    /// What is different from what was known; becomes what is known.
    Delta adopt(const QList<ApiKey> &keys, qint64 asked);
    Delta adoptOne(const ApiKey &key);
    void tell(const Delta &delta);
    Reply<Issued> issue(const QByteArray &path, const QByteArray &body);
    void takeIssued(const Pending<Issued> &pending, RemoteResult result);
    /// The answer got lost: what is there now that was not there before.
    void tellWhatAppeared(const Pending<Issued> &pending, const Error &lost);
    void noteRole(const RemoteResult &result);
    std::chrono::milliseconds interval() const;

    QList<KeyId> order_;
    QHash<KeyId, Known> known_;
    QHash<KeyId, qint64> gone_;
    QByteArray json_;
    qint64 feed_ = 1;
    bool isBehind_ = false;   ///< the last list was older than something known
    qint64 lastTransfer_ = 0; ///< milliseconds
    QTimer every_;
    bool looking_ = false;
};

} // namespace keywright
