// One change of the keyring: the write lock first, fresh rows under the gate, the rows and their activity entries in
// one transaction.
#pragma once

#include "core/keyring/session.h"
#include "core/model/activity.h"
#include "core/model/permit.h"
#include "core/store/transaction.h"

namespace keywright {

/// Who changes what, when, and whether the file lets them.
struct Author {
    Caller caller;
    Instant now{};
    bool writable = true;
    QString readOnlyReason = {};
};

class Mutation {
public:
    /// Takes the lock, reads what the keyring is now, and revokes keys whose grace has ended.
    static Result<Mutation> begin(Session &session, const Author &author);

    const Situation &situation() const { return situation_; }
    const KeyPolicy &policy() const { return *policy_; }
    const Meta &meta() const { return meta_; }
    const Author &author() const { return author_; }
    Session &session() const { return *session_; }
    Connection &connection() const { return *session_->connection; }
    Instant now() const { return author_.now; }

    /// The key as it stands, or ErrorKind::NotFound. The id is never echoed.
    Result<StoredKey> key(const KeyId &id);

    Done insert(const ApiKey &key, const Sha256 &digest);
    Done update(const ApiKey &key);
    Done erase(const ApiKey &key);
    /// One activity entry by the author.
    Done log(QStringView event, const ApiKey *key, const QJsonObject &detail = {});
    /// The same by somebody else, who did it through a program.
    Done logBy(const Caller &who, Instant at, QStringView event, const ApiKey *key, const QJsonObject &detail = {});
    /// Marks a change that insert(), update() and erase() don't see.
    void touch() { changed_ = true; }
    /// What rows that this mutation changes are stamped with.
    FeedSeq nextFeed() const { return {meta_.feed.value + 1}; }

    /// Makes every reader read everything again (a restore).
    Done startEpoch();

    /// Moves the feed and commits; where nothing changed, nothing is written.
    Done commit();
    /// Commits a change of usage: its feed is its own, so the keys' feed moves only if keys changed, too.
    Done commitUse();

private:
    Mutation(Session &session, Author author, Transaction transaction)
        : session_(&session), author_(std::move(author)), transaction_(std::move(transaction)) {}
    Done read();
    Done endGraces();
    Done append(Activity entry);

    Session *session_;
    Author author_;
    Transaction transaction_;
    Meta meta_;
    std::shared_ptr<const KeyPolicy> policy_;
    Situation situation_;
    std::optional<ChainHead> head_;
    bool changed_ = false;
};

/// The situation of `author` in a keyring that stands at `meta`.
Situation situationOf(const Author &author, const Meta &meta, const KeyPolicy &policy);

/// The gate for what changes nothing, as the keyring stands now.
Done requireNow(Session &session, const Author &author, Action action);

} // namespace keywright
