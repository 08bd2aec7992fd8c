// Keeps the snapshot in step with the file: looks for changes, by whomever, and publishes the next one.
#pragma once

#include "core/store/store_thread.h"
#include "core/verify/published.h"
#include "core/verify/snapshot_build.h"
#include "core/verify/spend_book.h"

#include <QElapsedTimer>
#include <QTimer>

#include <mutex>

namespace keywright {

/// How verification stands with its store.
struct VerifierHealth {
    Seconds age{};      ///< since the file was last known to hold nothing newer
    Error trouble = {}; ///< why it can't be asked now; no message: it can
    qint64 keys = 0;
    FeedSeq feed;
    qint64 overlay = 0; ///< keys that changed since the last compaction
    qint64 memoryBytes = 0;
    Seconds clockBehind{}; ///< how far the system's clock was set back
};

struct KeeperOptions {
    QString path;
    std::chrono::milliseconds pollEvery{50};
    std::size_t compactAt = 4'096;                          ///< changed keys, or a 64th of all where that is more
    std::function<void(const KeyPolicy &)> policyRead = {}; ///< called on the keeper's thread, also at the start
};

class SnapshotKeeper {
public:
    /// What it keeps in step outlives it.
    SnapshotKeeper(KeeperOptions options, const Clock &clock, RateSlots &slots, SpendBook &spend,
                   Published<Snapshot> &published);
    ~SnapshotKeeper();
    SnapshotKeeper(const SnapshotKeeper &) = delete;
    SnapshotKeeper &operator=(const SnapshotKeeper &) = delete;

    /// Reads everything and begins to follow. Blocks.
    Done start();
    /// Looks now; what is committed before the call is in the snapshot when the reply comes.
    Reply<void> refresh();
    VerifierHealth health() const;
    /// When the file was last known to hold nothing newer, in seconds since 1970.
    qint64 freshAt() const { return freshAt_.load(std::memory_order_relaxed); }

private:
    void poll();
    void answerWaiting();
    Done look();
    Done open();
    bool replaced();
    std::chrono::milliseconds pollInterval() const;
    Done follow();
    Done load(const Meta &meta);
    Done learnSpend(const Meta &meta);
    void publish();
    void compactIfLarge();
    void adopt(const SnapshotParts &compact, const SnapshotParts &before, int generation);
    void note(const Done &done);

    const KeeperOptions options_;
    const Clock &clock_;
    RateSlots &slots_;
    SpendBook &spend_;
    Published<Snapshot> &published_;
    std::atomic<qint64> freshAt_ = 0;

    mutable std::mutex mutex_; ///< guards what follows
    VerifierHealth health_;
    QList<std::shared_ptr<QPromise<Result<void>>>> waiting_; ///< for the next look

    // On the thread.
    std::unique_ptr<Connection> connection_;
    QByteArray identity_;
    PolicyCache policies_;
    qint64 dataVersion_ = -1;
    std::optional<Meta> seen_;
    SnapshotParts parts_;
    int generation_ = 0; ///< moves when everything was read anew
    bool compacting_ = false;
    bool told_ = false; ///< the store says when something changed
    std::unique_ptr<QTimer> timer_;
    QElapsedTimer sinceIdentity_;

    StoreThread thread_;
    StoreThread compactor_;
};

} // namespace keywright
