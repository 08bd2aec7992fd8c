#include "core/store/store_thread.h"

#include <openssl/crypto.h>

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
    {
        const std::lock_guard lock(mutex_);
        if (!thread_.isRunning() || std::exchange(stopping_, true))
            return;
        mailbox_->post([this, last = std::move(last)] {
            last();
            // wait() may return before the thread's own memory is given back; if the process ends in between, OpenSSL
            // no longer knows that it is to free its part.
            OPENSSL_thread_stop();
            // Qt wakes an event loop after it handed over the event: whoever posts is let out before the loop goes. The
            // thread ends itself, since a loop on Windows can sleep through an end that another thread asks for.
            const std::lock_guard posted(mutex_);
            thread_.quit();
        });
    }
    thread_.wait();
}

void StoreThread::post(std::function<void()> job) {
    const std::lock_guard lock(mutex_);
    if (!stopping_)
        mailbox_->post(std::move(job));
}

} // namespace keywright
