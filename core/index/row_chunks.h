// Work on all rows, shared out among the processor's cores.
#pragma once

#include <QList>
#include <QThread>
#include <QtConcurrentMap>

#include <algorithm>

namespace keywright {

/// Calls `work(from, to)` for chunks that make up all rows, on several threads at once, and returns when all are done.
/// Chunks begin at multiples of 64, so that each writes words of a RowSet of its own.
template<class F>
void inChunks(std::size_t rows, F work) {
    constexpr std::size_t worthAThread = 1 << 16;
    const std::size_t chunks = std::min(std::size_t(QThread::idealThreadCount()), rows / worthAThread);
    if (chunks < 2)
        return work(std::size_t(0), rows);
    const std::size_t step = (rows / chunks / 64 + 1) * 64;
    QList<std::size_t> starts;
    for (std::size_t from = 0; from < rows; from += step)
        starts.append(from);
    QtConcurrent::blockingMap(starts, [&](std::size_t from) { work(from, std::min(from + step, rows)); });
}

} // namespace keywright
