// The activity log from a server, and the check of its chain on this side: no server vouches for itself.
#pragma once

#include "core/remote/remote_session.h"

namespace keywright {

Reply<ActivityPage> fetchActivity(RemoteSession &session, const ActivityQuery &query, const Cursor &from);

/// Reads the log from its newest entry back to the remembered one (what is before that was checked when it was
/// remembered), or to the first, page by page; entries are hashed on a thread of their own. The reply tells how far it
/// is, and can be cancelled. Deletes itself.
class ChainWalk final : public QObject {
    Q_OBJECT
public:
    static Reply<ChainReport> start(RemoteSession &session, const std::optional<ChainHead> &known);

    /// What a link of the chain is, once its entry has been hashed.
    struct Hashed {
        qint64 seq = 0;
        Sha256 prev, hash;
        bool fits = false; ///< the hash is that of the entry
    };
    struct HashedPage {
        QList<Hashed> entries; ///< newest first
        Cursor next;
    };

private:
    ChainWalk(RemoteSession &session, const std::optional<ChainHead> &known);
    void next(const Cursor &from);
    void take(const Result<HashedPage> &page);
    void look(const Hashed &entry);
    void tellProgress();
    bool isOver(const HashedPage &page) const;
    void end();

    RemoteSession &session_;
    std::optional<ChainHead> known_;
    Pending<ChainReport> pending_;
    std::optional<Hashed> newer_; ///< the entry after the one that is looked at
    ChainHead head_;
    std::optional<qint64> firstBroken_;
    bool knownSeen_ = false;
};

} // namespace keywright
