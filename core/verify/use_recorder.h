// Writes down who used which key, behind the answers: in one transaction now and then, never one a request.
#pragma once

#include "core/keyring/mutation.h"
#include "core/model/key_use.h"
#include "core/store/store_thread.h"
#include "core/verify/abuse_watch.h"
#include "core/verify/spend_book.h"
#include "core/verify/use_ring.h"

#include <QTimer>

#include <list>

namespace keywright {

/// A request to a protected API that changed something there, made with a key (A2).
struct ReportedRequest {
    KeyId key;
    Instant at{};
    QString method, path;
    QString address;
};

/// What became of a charge.
struct Charged {
    bool already = false; ///< it was counted before
    Spend spent;          ///< of the lineage, this UTC day and month
};

struct RecorderOptions {
    QString path;
    std::chrono::milliseconds countEvery{50};
    std::chrono::milliseconds writeEvery{500};
};

class UseRecorder {
public:
    /// Both outlive it. Nothing is written before start().
    UseRecorder(RecorderOptions options, const Clock &clock, SpendBook &spend);
    /// Writes what is left.
    ~UseRecorder();
    UseRecorder(const UseRecorder &) = delete;
    UseRecorder &operator=(const UseRecorder &) = delete;

    void start();
    /// Which spikes end a key, by the policy; nothing: none do.
    void setAbuseRule(const std::optional<KeyPolicy::Abuse> &rule);

    /// A ring for a thread that verifies, until it is given back.
    UseRing &newRing();
    void giveBack(UseRing &ring);
    /// Takes what the rings hold. Any thread may, when a ring is full.
    void count();

    void report(ReportedRequest request);
    /// Counts a cost that was not known when the key was verified; once for each charge id. It is on disk when the
    /// reply comes. Errors: NotFound.
    Reply<Charged> charge(const KeyId &key, MicroUsd cost, const QString &chargeId);
    /// Writes everything that was counted before the call.
    Reply<void> flush();

    /// Why the last writing failed; no message: it did not. What could not be written is kept.
    Error trouble() const;

private:
    using Tallies = std::unordered_map<Sha256, UseTally, DigestHash>;
    struct Batch {
        Tallies uses;
        std::vector<SpendBook::Unwritten> spends;
        std::vector<ReportedRequest> requests;
        bool isEmpty() const { return uses.empty() && spends.empty() && requests.empty(); }
    };
    struct Ring {
        UseRing ring;
        bool taken = true;
    };

    void countLocked();
    void judge();
    void tick();
    Done write();
    Batch takeBatch();
    void keep(Batch batch);
    Done writePart(Batch &batch);
    Done writeUses(Mutation &mutation, const Tallies &uses);
    Done writeRequests(Mutation &mutation, const std::vector<ReportedRequest> &requests);
    Result<Charged> chargeNow(Mutation &mutation, const KeyId &key, MicroUsd cost, const QString &chargeId);
    Result<Session *> session();
    Author author() const;
    void revoke(const AbuseWatch::Finding &finding);

    const RecorderOptions options_;
    const Clock &clock_;
    SpendBook &spend_;

    mutable std::mutex mutex_; ///< guards what follows
    std::list<Ring> rings_;
    Tallies uses_;
    std::vector<ReportedRequest> requests_;
    std::optional<KeyPolicy::Abuse> abuseRule_;
    std::unique_ptr<AbuseWatch> abuse_;
    Error trouble_;

    std::atomic<bool> writing_ = false;
    qint64 ticks_ = 0;                 ///< on the counting thread
    std::unique_ptr<QTimer> timer_;    ///< on the counting thread
    std::unique_ptr<Session> session_; ///< on the writing thread
    StoreThread writer_;
    StoreThread counter_;
};

} // namespace keywright
