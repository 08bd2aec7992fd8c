#include "core/store/store_thread.h"

#include <openssl/crypto.h>

#include <latch>
#include <utility>

namespace keywright {

StoreThread::StoreThread(const QString &name) : mailbox_(std::make_unique<Mailbox>()) {
    thread_.setObjectName(name);
    mailbox_->moveToThread(&thread_);
    thread_.start();
}

StoreThread::~StoreThread() {
    stop();
}

void StoreThread::stop(std::function<void()> last) {
    std::latch ended(1);
    {
        const std::lock_guard lock(mutex_);
        if (!thread_.isRunning() || std::exchange(stopping_, true))
            return;
        // wait() may return before the thread's own memory is given back; if the process ends in between, OpenSSL no
        // longer knows that it is to free its part.
        mailbox_->post([&ended, last = std::move(last)] {
            last();
            OPENSSL_thread_stop();
            ended.count_down();
        });
    }
    ended.wait();
    // Not by the last job itself: Qt hands an event over first and wakes the thread's event loop then, which must not
    // have ended in between.
    thread_.quit();
    thread_.wait();
}

void StoreThread::post(std::function<void()> job) {
    const std::lock_guard lock(mutex_);
    if (!stopping_)
        mailbox_->post(std::move(job));
}

} // namespace keywright
