// The activity log from a server, and the check of its chain on this side: no server vouches for itself.
#pragma once

#include "core/remote/remote_session.h"

namespace keywright {

Reply<ActivityPage> fetchActivity(RemoteSession &session, const ActivityQuery &query, const Cursor &from);

/// Reads the log from its newest entry back to the remembered one (what is before that was checked when it was
/// remembered), or to the first. Deletes itself.
class ChainWalk final : public QObject {
    Q_OBJECT
public:
    static Reply<ChainReport> start(RemoteSession &session, const std::optional<ChainHead> &known);

private:
    ChainWalk(RemoteSession &session, const std::optional<ChainHead> &known);
    void next(const Cursor &from);
    void take(const Result<ActivityPage> &page);
    void look(const Activity &entry);
    bool isOver(const ActivityPage &page) const;
    void end();

    RemoteSession &session_;
    std::optional<ChainHead> known_;
    Pending<ChainReport> pending_;
    std::optional<Activity> newer_; ///< the entry after the one that is looked at
    ChainHead head_;
    std::optional<qint64> firstBroken_;
    bool knownSeen_ = false;
};

} // namespace keywright
