// A keyring in a local SQLite file, in a PostgreSQL database or in memory, answered on threads of its own.
#pragma once

#include "core/keyring/keyring.h"
#include "core/store/usage_table.h"

namespace keywright {

struct Author;
struct KeyListing;

/// What a new keyring file is made from.
struct NewKeyring {
    QString path; ///< or postgresql://...; empty: in memory
    QString name;
    KeyPolicy policy;
    QString apiBaseUrl = {};
    bool developerApi = false; ///< the Developer API flag at the start: for samples; a file's operator turns it on
};

/// Changes, and where the feed of uses stands that they were read at.
struct UsesDelta {
    Delta delta;
    qint64 usesNext = 0;
};

class LocalKeyring final : public Keyring {
    Q_OBJECT
public:
    /// `path`: a file, or postgresql://...; no I/O yet, call open(). `clock` must outlive the keyring.
    LocalKeyring(QString path, Caller caller, const Clock &clock, QObject *parent = nullptr);
    /// A sample or test keyring in memory, made by open().
    LocalKeyring(NewKeyring inMemory, Caller caller, const Clock &clock, QObject *parent = nullptr);
    /// Finishes what was accepted, closes the file. May take as long as the statement under way.
    ~LocalKeyring() override;

    /// Opens the file: checks it (application id, schema, format), migrates it, starts the change feed. Call it once;
    /// whatever is asked before it has finished waits for it.
    Reply<KeyringInfo> open();

    /// Before open(): changed() then says where the feed of keys stands, without rows and without uses. For a server,
    /// whose clients ask for what they lack.
    void tellPositionsAlone();

    /// Takes over another role (the safety catch of Settings); infoChanged follows.
    void setCaller(Caller caller);

    /// Another caller's view of the same open keyring: the server makes one a request. It must not outlive this one,
    /// and tells of no changes by itself.
    std::unique_ptr<LocalKeyring> as(Caller caller);
    /// A page of keys, filtered and sorted by the database: see key_listing.h.
    Reply<KeyPage> list(KeyListing listing, Cursor from);
    /// Changes of keys after `since` and of their use after `usesSince`; nothing: where the feed of uses stands, alone.
    Reply<UsesDelta> changesWithUses(FeedSeq since, std::optional<qint64> usesSince);
    /// What revoke() would do, which is then undone.
    Reply<Outcomes> tryRevoke(QList<KeyId> ids, QString reason);
    /// Who shows a token with this digest: see callerOf() of members.h. Notes when a member was last here.
    Reply<std::optional<Caller>> callerFor(Sha256 digest);

    KeyringInfo info() const override;
    Reply<KeyPage> keys(Cursor from, int limit) override;
    /// Changes of keys. Changes of their use alone come by changed(), whose deltas hold both.
    Reply<Delta> changes(FeedSeq since) override;
    Reply<KeyDetails> details(KeyId id) override;
    Reply<Issued> create(Draft draft, RequestId request) override;
    Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) override;
    Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) override;
    Reply<ApiKey> reactivate(KeyId id, Revision from) override;
    Reply<Outcomes> erase(QList<KeyId> ids) override;
    Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) override;
    /// The delivery stands on the key; the log has no entry of it.
    Reply<ApiKey> markDelivered(KeyId id) override;
    Reply<QList<Match>> identify(QList<Sha256> digests) override;
    Reply<ActivityPage> activity(ActivityQuery query, Cursor from) override;
    Reply<ChainReport> checkActivity(std::optional<ChainHead> known) override;

    /// Counts one use of a key, allowed or refused (`keywright-cli verify`). Not a managing act: no gate, no log entry.
    Reply<void> recordUse(KeyId id, Use use);

private:
    class Private;
    LocalKeyring(Private &shared, Caller caller);
    Author author() const;

    std::unique_ptr<Private> owned_; ///< none in another caller's view
    Private *d;
    std::optional<Caller> as_;
};

} // namespace keywright
