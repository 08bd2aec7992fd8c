#include "core/store/store_thread.h"

#include <openssl/crypto.h>

#include <latch>

namespace keywright {

StoreThread::StoreThread(const QString &name) : mailbox_(std::make_unique<Mailbox>()) {
    thread_.setObjectName(name);
    mailbox_->moveToThread(&thread_);
    thread_.start();
}

StoreThread::~StoreThread() {
    stop();
}

void StoreThread::stop() {
    if (!thread_.isRunning())
        return;
    // Jobs come in order: this one is the last. wait() may return before the thread's own memory is given back; if the
    // process ends in between, OpenSSL no longer knows that it is to free its part.
    std::latch ended(1);
    post([this, &ended] {
        OPENSSL_thread_stop();
        thread_.quit();
        ended.count_down();
    });
    ended.wait();
    thread_.wait();
}

void StoreThread::post(std::function<void()> job) {
    mailbox_->post(std::move(job));
}

} // namespace keywright
