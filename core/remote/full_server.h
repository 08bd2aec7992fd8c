// A server that offers all of the interface (resources/openapi.yaml).
#pragma once

#include "core/remote/feed_poll.h"
#include "core/remote/remote_server.h"

namespace keywright {

class FullServer final : public RemoteServer {
    Q_OBJECT
public:
    /// `usesFrom`: where the feed of uses stood before the list was read.
    FullServer(RemoteSession &session, qint64 usesFrom, QObject *parent);
    ~FullServer() override;

    void follow() override;
    void lookNow() override;

    Reply<KeyPage> keys(Cursor from, int limit) override;
    Reply<Delta> changes(FeedSeq since) override;
    Reply<KeyDetails> details(KeyId id) override;
    Reply<Issued> create(Draft draft, RequestId request) override;
    Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) override;
    Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) override;
    Reply<ApiKey> reactivate(KeyId id, Revision from) override;
    Reply<Outcomes> erase(QList<KeyId> ids) override;
    Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) override;
    Reply<ApiKey> markDelivered(KeyId id) override;
    Reply<QList<Match>> identify(QList<Sha256> digests) override;
    Reply<ActivityPage> activity(ActivityQuery query, Cursor from) override;
    Reply<ChainReport> checkActivity(std::optional<ChainHead> known) override;

private:
    Reply<KeyPage> readPage(const QString &path);
    void arrived(const QString &path, const QString &next);
    void prefetch(const QString &path);
    QString pathAfter(const QString &path, const RemoteAnswer &answer) const;
    Reply<ApiKey> change(const RemoteRequest &request, const KeyId &id);

    FeedPoll poll_;
    QString nextPath_; ///< the page that is fetched before it is asked for
    std::optional<Reply<KeyPage>> nextPage_;
    QString afterNext_; ///< the page behind it, once it is there
};

} // namespace keywright
