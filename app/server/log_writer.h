// Lines on their way to where they are kept, so that nobody who serves waits for a pipe that is not read.
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>
#include <thread>

namespace keywright {

/// Writes lines on a thread of its own, in order. Where they are taken too slowly, some are lost, and that is told.
class LogWriter {
public:
    /// `to`: a file descriptor, which stays open. `ofLost(n)` makes the line that stands where n lines were lost.
    LogWriter(int to, std::function<QByteArray(qint64)> ofLost);
    /// Waits a moment for what is still to be written.
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    /// From any thread; never waits.
    void write(const QByteArray &line);

private:
    struct State;
    static void run(State &state);

    std::shared_ptr<State> state_; ///< shared with the thread, which may be stuck in a write for ever
    std::thread thread_;
};

} // namespace keywright
