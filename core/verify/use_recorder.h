// Behind the answers: counts who used which key, and has it written down now and then, never one write a request.
#pragma once

#include "core/store/store_thread.h"
#include "core/verify/use_counter.h"
#include "core/verify/use_writer.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace keywright {

struct RecorderOptions {
    QString path;
    std::chrono::milliseconds countEvery{50};
    std::chrono::milliseconds writtenWithin{1'000}; ///< of a use: as seldom as that allows
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

    /// Where uses are noted.
    UseCounter &counter() { return counter_; }
    /// Counts what was noted soon, beside the thread that calls.
    void countSoon();

    void report(ReportedRequest request);
    /// A member asked something: when it did last is written down, to the minute.
    void noteMember(const QString &id, Instant at);
    /// Counts a cost that was not known when the key was verified; once for each charge id. It is on disk when the
    /// reply comes. Errors: NotFound.
    Reply<Charged> charge(const KeyId &key, MicroUsd cost, const QString &chargeId);
    /// Writes everything that was noted before the call.
    Reply<void> flush();

    /// Why the last writing failed; no message: it did not. What could not be written is kept.
    Error trouble() const;

private:
    void tick();
    bool isWriteDue() const;
    Done write();
    void revoke(const AbuseWatch::Finding &finding);
    void keep(UseBatch &batch);
    void note(const Done &done);

    const RecorderOptions options_;
    const Clock &clock_;
    SpendBook &spend_;
    UseCounter counter_;

    mutable std::mutex mutex_; ///< guards what follows
    std::vector<ReportedRequest> requests_;
    QHash<QString, Instant> members_; ///< when they were written down last
    Error trouble_;

    std::atomic<bool> writeAsked_ = false;
    std::atomic<bool> countAsked_ = false;
    std::atomic<qint64> writeTook_ = 0; ///< the last one; milliseconds
    QElapsedTimer sinceWrite_;          ///< was asked for; on the counting thread
    std::unique_ptr<QTimer> timer_;     ///< on the counting thread
    std::unique_ptr<UseWriter> writer_; ///< on the writing thread
    UseCounts empty_;                   ///< on the writing thread
    StoreThread writes_;
    StoreThread counts_;
};

} // namespace keywright
