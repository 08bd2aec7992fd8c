// How a continuation is attached to a Reply: always through the event loop, never after its context died.
#pragma once

#include "core/model/result.h"

#include <QFutureWatcher>
#include <QPointer>

namespace keywright {

/// Runs `then(Result<T>)` on `context`'s thread once the reply is there; never inside this call, never if `context` is
/// gone. A cancelled reply gives ErrorKind::Cancelled.
template<class T, class F>
void whenDone(const Reply<T> &reply, QObject *context, F then) {
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context,
        [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            const auto future = watcher->future();
            if (future.resultCount() == 0)
                then(Result<T>(failure(ErrorKind::Cancelled, QString())));
            else
                then(future.result());
        },
        Qt::QueuedConnection);
    watcher->setFuture(reply);
}

} // namespace keywright
