#include "app/server/log_writer.h"

#include <QFile>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace keywright {

namespace {

constexpr qsizetype mostWaiting = 4 << 20; ///< bytes
constexpr std::chrono::seconds farewell{2};

} // namespace

struct LogWriter::State {
    State(int descriptor, std::function<QByteArray(qint64)> tell) : to(descriptor), ofLost(std::move(tell)) {}

    const int to;
    const std::function<QByteArray(qint64)> ofLost;
    std::mutex mutex;
    std::condition_variable toWrite, finished;
    QByteArray waiting;
    qint64 lost = 0;
    bool ends = false, hasFinished = false;
};

LogWriter::LogWriter(int to, std::function<QByteArray(qint64)> ofLost)
    : state_(std::make_shared<State>(to, std::move(ofLost))), thread_([state = state_] { run(*state); }) {}

LogWriter::~LogWriter() {
    std::unique_lock lock(state_->mutex);
    state_->ends = true;
    state_->toWrite.notify_one();
    const bool finished = state_->finished.wait_for(lock, farewell, [this] { return state_->hasFinished; });
    lock.unlock();
    if (finished)
        thread_.join();
    else
        thread_.detach();
}

void LogWriter::write(const QByteArray &line) {
    const std::scoped_lock lock(state_->mutex);
    if (state_->waiting.size() + line.size() > mostWaiting) {
        ++state_->lost;
        return;
    }
    state_->waiting += line;
    state_->toWrite.notify_one();
}

void LogWriter::run(State &state) {
    // Not through stdio: a write that is stuck would hold its lock, and the program's end waits for that.
    QFile to;
    to.open(state.to, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::DontCloseHandle);
    std::unique_lock lock(state.mutex);
    while (true) {
        state.toWrite.wait(lock, [&] { return state.ends || !state.waiting.isEmpty(); });
        if (state.waiting.isEmpty())
            break;
        QByteArray lines = std::exchange(state.waiting, {});
        if (const qint64 lost = std::exchange(state.lost, 0); lost > 0)
            lines += state.ofLost(lost);
        lock.unlock();
        to.write(lines);
        lock.lock();
    }
    state.hasFinished = true;
    state.finished.notify_one();
}

} // namespace keywright
