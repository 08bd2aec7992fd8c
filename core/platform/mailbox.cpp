#include "core/platform/mailbox.h"

#include <QCoreApplication>

namespace keywright {

void Mailbox::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Mailbox::customEvent(QEvent *) {
    std::function<void()> job;
    {
        const std::lock_guard lock(mutex_);
        job = std::move(jobs_.front());
        jobs_.pop_front();
    }
    job();
}

} // namespace keywright
