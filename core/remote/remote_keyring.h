// A keyring behind a REST server: keywrightd, or one that knows only the four calls of seed 002.
#pragma once

#include "core/crypto/secret.h"
#include "core/keyring/keyring.h"
#include "core/remote/server_address.h"

namespace keywright {

struct RemoteOptions {
    ServerAddress address;
    std::shared_ptr<const Secret> key; ///< the management key
    QString cacheFolder = {};          ///< where the last list is kept for times without the server; empty: nowhere
};

class RemoteKeyring final : public Keyring {
    Q_OBJECT
public:
    /// Nothing is sent yet; call open(). `clock` must outlive the keyring.
    RemoteKeyring(const RemoteOptions &options, const Clock &clock, QObject *parent = nullptr);
    ~RemoteKeyring() override;

    /// Asks the server what it is (by GET alone) and begins to follow its changes. Where it can't be reached, the last
    /// list stands in for it if there is one, and it is tried again by itself. Call it once.
    Reply<KeyringInfo> open();

    /// Whether the server knows the four calls alone; its rules are those of the address then.
    bool hasFourCalls() const;
    /// Ends the keeping of a copy, and removes the one there is.
    void forgetCopy();

    KeyringInfo info() const override;
    Reply<KeyPage> keys(Cursor from, int limit) override;
    Reply<Delta> changes(FeedSeq since) override;
    Reply<KeyDetails> details(KeyId id) override;
    /// A lost answer is made good where the server can tell what it did; the warnings say so.
    Reply<Issued> create(Draft draft, RequestId request) override;
    Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) override;
    Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) override;
    Reply<ApiKey> reactivate(KeyId id, Revision from) override;
    Reply<Outcomes> erase(QList<KeyId> ids) override;
    Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) override;
    Reply<ApiKey> markDelivered(KeyId id) override;
    Reply<QList<Match>> identify(QList<Sha256> digests) override;
    Reply<ActivityPage> activity(ActivityQuery query, Cursor from) override;
    /// Checked here, back to the remembered entry; with none, to the first.
    Reply<ChainReport> checkActivity(std::optional<ChainHead> known) override;

    /// The policy of servers that don't tell theirs: the shipped one that lists revoked keys on request, as their
    /// contract does.
    static QString usualPolicy();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace keywright
