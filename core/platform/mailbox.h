// Jobs for a thread's event loop, from any thread.
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace keywright {

/// Runs what is posted to it on the thread where it lives, in the order in which it came, never inside post(). What it
/// has not run when it is destroyed never runs.
class Mailbox : public QObject {
public:
    using QObject::QObject;
    void post(std::function<void()> job);

protected:
    void customEvent(QEvent *event) override;

private:
    std::mutex mutex_;
    std::deque<std::function<void()>> jobs_; ///< one for each event that is under way
};

} // namespace keywright
