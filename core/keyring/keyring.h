// Keyring: one caller's view of one set of keys, and the only way to manage them.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/activity.h"
#include "core/model/draft.h"
#include "core/model/key_use.h"

#include <QObject>

namespace keywright {

/// A client-chosen id of one create or rotate, so that a repeated call never mints twice. Empty: none.
struct RequestId {
    QString value;
};

/// Where we are with the backend.
enum class Link { Live, Offline, Cached };

/// Everything that is true of the keyring as a whole. `situation()` turns it into what the gate wants.
struct KeyringInfo {
    QString id; ///< keyring_id
    QString name;
    std::shared_ptr<const KeyPolicy> policy;
    Caller caller;
    Capabilities can;
    bool developerApi = false;
    bool writable = true;
    QString readOnlyReason;
    QStringList warnings; ///< what a person should know about the place: a cloud-sync folder
    QString apiBaseUrl;
    QString location; ///< what a person calls the place: a file path, a server's address, "in memory"
    Link link = Link::Live;
    std::optional<Instant> linkSince;
    QString linkReason = {};              ///< why the link is not live, in words
    std::optional<Instant> syncedAt = {}; ///< when what is shown was last known to be what the backend has; unset: a
                                          ///< local keyring, always
    FeedSeq feed;

    Situation situation(Instant now) const;
};

/// Opaque position of a paged read; empty asks for the first page and, in an answer, says that there is no more.
struct Cursor {
    QString value;
    bool isEmpty() const { return value.isEmpty(); }
};

/// One page of keys in insertion order. Note and usage details beyond the list's columns may be left out (see
/// KeyDetails).
struct KeyPage {
    QList<ApiKey> keys;
    Cursor next;
    FeedSeq feed;     ///< ask changes() from here once the last page is read
    qint64 total = 0; ///< keys in the keyring when the page was read
};

/// What happened after a feed position.
struct Delta {
    QList<ApiKey> upserts = {};
    QList<KeyId> removals = {};
    FeedSeq next;
    bool reload = false; ///< a new epoch (restore): read everything again
};

/// One key with all that is known of it.
struct KeyDetails {
    ApiKey key;
    QList<ClientUse> clients = {}; ///< newest first, at most 32
    QList<DayUse> days = {};       ///< oldest first, at most 30
    qint64 requestsLast7Days = 0;
    QList<ApiKey> lineage = {}; ///< predecessors and successors, oldest first, itself included
    QList<ApiKey> issued = {};  ///< live keys that this key issued
};

/// A new key and its token, once.
struct Issued {
    std::shared_ptr<const Secret> token;
    ApiKey key;
    QStringList warnings = {}; ///< hints that refused nothing (poor name, duplicate name)
};

/// What became of one key in a bulk act.
struct Outcome {
    KeyId id;
    bool done = false;
    bool already = false; ///< it was so before
    Error error = {};     ///< when not done
    std::optional<ApiKey> key = {};
};
using Outcomes = QList<Outcome>;

/// A key found by digest.
struct Match {
    Sha256 digest;
    ApiKey key;
};

struct ActivityPage {
    QList<Activity> entries; ///< newest first
    Cursor next;
};

/// What checking the chain found.
struct ChainReport {
    bool intact = false;
    qint64 entries = 0;
    ChainHead head;
    std::optional<qint64> firstBroken = {}; ///< seq of the first entry that does not fit
    QString message = {};                   ///< in words, translated
    bool knownHeadMissing = false;          ///< the remembered head is no ancestor: the log was cut or replaced
};

/// No call blocks, and no continuation runs before its call has returned. Every call passes the gate.
class Keyring : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~Keyring() override = default;

    virtual KeyringInfo info() const = 0;

    /// Keys page by page, in insertion order, whatever their state.
    virtual Reply<KeyPage> keys(Cursor from, int limit) = 0;
    /// What came after `since`; own changes included.
    virtual Reply<Delta> changes(FeedSeq since) = 0;
    virtual Reply<KeyDetails> details(KeyId id) = 0;

    virtual Reply<Issued> create(Draft draft, RequestId request) = 0;
    /// Errors: Conflict carries the newer key.
    virtual Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) = 0;
    /// Idempotent; one outcome an id; never fails on a stale revision. Progress through the future.
    virtual Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) = 0;
    virtual Reply<ApiKey> reactivate(KeyId id, Revision from) = 0;
    virtual Reply<Outcomes> erase(QList<KeyId> ids) = 0;
    virtual Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) = 0;
    /// Notes that a person has the token now (Copy, save, "I have saved it").
    virtual Reply<ApiKey> markDelivered(KeyId id) = 0;

    /// Digests go in, never out.
    virtual Reply<QList<Match>> identify(QList<Sha256> digests) = 0;
    virtual Reply<ActivityPage> activity(ActivityQuery query, Cursor from) = 0;
    virtual Reply<ChainReport> checkActivity(std::optional<ChainHead> known) = 0;

Q_SIGNALS:
    /// Keys changed, by us or by others; at most ten a second. Ask changes() or take it as it comes.
    void changed(const keywright::Delta &delta);
    /// info() says something new: flag, role, link, name.
    void infoChanged();
};

} // namespace keywright
