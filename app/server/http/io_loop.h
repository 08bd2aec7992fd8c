// One thread of connections: its event loop, its coarse clock, who is connected. Private to the HTTP room: Boost.
#pragma once

#include "app/server/http/http_server.h"

#include <QHash>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <list>
#include <mutex>
#include <thread>

namespace keywright {

using SteadyTime = std::chrono::steady_clock::time_point;

/// What all connections of a server share.
struct ServerShared {
    ServerShared(const Router &routes, HttpServer::Setup how, Mailbox &on, quint64 first)
        : router(routes), setup(std::move(how)), context(on), firstNumber(first) {}

    const Router &router;
    HttpServer::Setup setup;
    Mailbox &context;
    quint64 firstNumber;
    std::atomic<quint64> requests = 0;
    std::atomic<int> open = 0;
    std::atomic<int> deferred = 0;
    std::atomic<bool> stopping = false;

    quint64 nextNumber();
    bool isFull() const { return open >= setup.limits.connections; }
    /// Counts a connection in, or refuses it.
    bool admit(const QHostAddress &address);
    void leave(const QHostAddress &address);

private:
    std::mutex mutex_;
    QHash<QHostAddress, int> perAddress_;
};

/// A connection as its loop sees it. All calls come on the loop's thread.
class OpenConnection {
public:
    virtual ~OpenConnection() = default;
    virtual void start() = 0;
    /// Ends it if its deadline is over.
    virtual void sweep(SteadyTime now) = 0;
    /// Closes it if it is idle; else its next answer is its last.
    virtual void finish() = 0;
    virtual void close() = 0;
    /// No request is under way, and none has begun to arrive.
    virtual bool isIdle() const = 0;
};

class IoLoop : public std::enable_shared_from_this<IoLoop> {
public:
    IoLoop() : context(1), sweeper_(context) { tick(); }
    ~IoLoop() = default;
    IoLoop(const IoLoop &) = delete;
    IoLoop &operator=(const IoLoop &) = delete;

    void run();
    /// Ends the loop and waits for its thread.
    void join();

    using Place = std::list<std::shared_ptr<OpenConnection>>::iterator;
    Place add(std::shared_ptr<OpenConnection> connection);
    void remove(Place place);
    /// It is the newest to be idle.
    void nowIdle(Place place) { connections_.splice(connections_.end(), connections_, place); }
    /// Closes the connection that has been idle longest, so that there is room for another one.
    void closeIdlest();
    void finishAll();
    void closeAll();
    /// The time, a quarter of a second coarse: enough for deadlines, and free.
    SteadyTime now() const { return now_; }
    /// The header line `Date: ...`, ended.
    QByteArrayView date() const { return date_; }
    bool isEmpty() const { return connections_.empty(); }

    boost::asio::io_context context;
    std::atomic<bool> ended = false; ///< its thread is gone: nothing is posted any more

private:
    void tick();
    void sweepLater();
    template<class F>
    void forEach(F act);

    boost::asio::steady_timer sweeper_;
    std::list<std::shared_ptr<OpenConnection>> connections_; ///< of the idle ones, the longest idle comes first
    SteadyTime now_{};
    QByteArray date_;
    qint64 dateSecond_ = -1;
    std::thread thread_;
};

} // namespace keywright
