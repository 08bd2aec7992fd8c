#include "core/store/store_thread.h"

#include <openssl/crypto.h>

namespace keywright {

StoreThread::StoreThread(const QString &name) : context_(std::make_unique<QObject>()) {
    thread_.setObjectName(name);
    context_->moveToThread(&thread_);
    thread_.start();
}

StoreThread::~StoreThread() {
    stop();
}

void StoreThread::stop() {
    if (!thread_.isRunning())
        return;
    // Jobs are events of one object and come in order: this one is the last. wait() may return before the thread's own
    // memory is given back; if the process ends in between, OpenSSL no longer knows that it is to free its part.
    post([this] {
        OPENSSL_thread_stop();
        thread_.quit();
    });
    thread_.wait();
}

void StoreThread::post(std::function<void()> job) {
    QMetaObject::invokeMethod(context_.get(), std::move(job), Qt::QueuedConnection);
}

} // namespace keywright
