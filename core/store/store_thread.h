// A thread that owns a database connection and runs jobs on it, in the order in which they came.
#pragma once

#include "core/model/result.h"
#include "core/platform/mailbox.h"

#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>

namespace keywright {

class StoreThread {
public:
    explicit StoreThread(const QString &name);
    ~StoreThread();
    /// Runs every job that was accepted, then `last`, then ends. What comes afterwards, from whichever thread, is
    /// dropped: it never runs, and its future is cancelled.
    void stop(std::function<void()> last = [] {});
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    void post(std::function<void()> job);

    /// Runs `job(QPromise<Result<T>> &) -> Result<T>` on the thread and fulfils the future with what it returns.
    template<class T, class F>
    Reply<T> ask(F job) {
        static_assert(std::is_void_v<T> || std::is_copy_constructible_v<T>, "a move-only T in a future crashes");
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto reply = promise->future();
        post([promise, job = std::move(job)]() mutable {
            if (!promise->isCanceled())
                promise->addResult(job(*promise));
            promise->finish();
        });
        return reply;
    }

private:
    QThread thread_;
    std::unique_ptr<Mailbox> mailbox_; ///< lives on the thread
    std::mutex mutex_;                 ///< held while a job is posted: the thread ends when nobody is at its mailbox
    bool stopping_ = false;
};

} // namespace keywright
