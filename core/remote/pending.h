// A reply that is still to come.
#pragma once

#include "core/model/result.h"

#include <QFutureWatcher>
#include <QPromise>

namespace keywright {

/// Copies share the one reply. Whoever drops the last of them unfinished cancels it.
template<class T>
class Pending {
public:
    Pending() : promise_(std::make_shared<QPromise<Result<T>>>()) { promise_->start(); }

    Reply<T> reply() const { return promise_->future(); }
    void finish(Result<T> result) const {
        promise_->addResult(std::move(result));
        promise_->finish();
    }
    void fail(Error error) const { finish(std::unexpected(std::move(error))); }
    bool isCancelled() const { return promise_->isCanceled(); }
    QPromise<Result<T>> &promise() const { return *promise_; }

    /// `act` runs on `context`'s thread once the asker cancels.
    template<class F>
    void onCancel(QObject *context, F act) const {
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::canceled, context, std::move(act));
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(promise_->future());
    }

private:
    std::shared_ptr<QPromise<Result<T>>> promise_;
};

/// A reply that is there already.
template<class T>
Reply<T> readyReply(Result<T> result) {
    const Pending<T> pending;
    pending.finish(std::move(result));
    return pending.reply();
}

} // namespace keywright
