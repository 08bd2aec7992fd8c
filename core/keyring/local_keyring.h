// A keyring in a local SQLite file (or in memory), answered on threads of its own.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

/// What a new keyring file is made from.
struct NewKeyring {
    QString path; ///< empty: in memory
    QString name;
    KeyPolicy policy;
    QString apiBaseUrl = {};
};

class LocalKeyring final : public Keyring {
    Q_OBJECT
public:
    /// No I/O yet; call open(). `clock` must outlive the keyring.
    LocalKeyring(QString path, Caller caller, const Clock &clock, QObject *parent = nullptr);
    /// A sample or test keyring in memory, made by open().
    LocalKeyring(NewKeyring inMemory, Caller caller, const Clock &clock, QObject *parent = nullptr);
    /// Finishes what was accepted, closes the file. May take as long as the statement under way.
    ~LocalKeyring() override;

    /// Opens the file: checks it (application id, schema, format), migrates it, starts the change feed.
    Reply<KeyringInfo> open();

    /// Takes over another role (the safety catch of Settings); infoChanged follows.
    void setCaller(Caller caller);

    KeyringInfo info() const override;
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
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace keywright
