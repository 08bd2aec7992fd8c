// The command line's one way to wait for a keyring: an event loop until the reply is there.
#pragma once

#include "core/keyring/reply.h"

#include <QEventLoop>

#include <optional>

namespace keywright {

template<class T>
Result<T> await(const Reply<T> &reply) {
    QEventLoop loop;
    std::optional<Result<T>> answer;
    whenDone(reply, &loop, [&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    loop.exec();
    return std::move(*answer);
}

} // namespace keywright
