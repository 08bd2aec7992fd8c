#include "app/server/http/io_loop.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <boost/asio/post.hpp>

namespace keywright {

namespace {

constexpr std::chrono::milliseconds sweepEvery{250};
constexpr quint64 spread = 0x9E3779B97F4A7C15; // odd: numbers that follow each other look different, none comes twice

} // namespace

quint64 ServerShared::nextNumber() {
    return (firstNumber + requests.fetch_add(1, std::memory_order_relaxed)) * spread;
}

bool ServerShared::admit(const QHostAddress &address) {
    if (stopping || isFull())
        return false;
    const std::scoped_lock lock(mutex_);
    int &count = perAddress_[address];
    if (count >= setup.limits.perAddress)
        return false;
    ++count;
    ++open;
    return true;
}

void ServerShared::leave(const QHostAddress &address) {
    const std::scoped_lock lock(mutex_);
    --open;
    if (--perAddress_[address] == 0)
        perAddress_.remove(address);
}

void IoLoop::run() {
    sweepLater();
    thread_ = std::thread([this] {
        const auto work = boost::asio::make_work_guard(context);
        context.run();
    });
}

void IoLoop::join() {
    if (!thread_.joinable())
        return;
    boost::asio::post(context, [this] {
        closeAll();
        context.stop();
    });
    thread_.join();
    ended = true;
    // What was posted last still holds connections, and they hold this loop.
    context.restart();
    context.poll();
}

void IoLoop::sweepLater() {
    sweeper_.expires_after(sweepEvery);
    sweeper_.async_wait([this](const boost::system::error_code &error) {
        if (error)
            return;
        tick();
        forEach([this](OpenConnection &connection) { connection.sweep(now_); });
        sweepLater();
    });
}

void IoLoop::tick() {
    now_ = std::chrono::steady_clock::now();
    const QDateTime utc = QDateTime::currentDateTimeUtc();
    if (utc.toSecsSinceEpoch() == dateSecond_)
        return;
    dateSecond_ = utc.toSecsSinceEpoch();
    date_ = "Date: " + QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT\r\n";
}

IoLoop::Place IoLoop::add(std::shared_ptr<OpenConnection> connection) {
    return connections_.insert(connections_.end(), std::move(connection));
}

void IoLoop::remove(Place place) {
    connections_.erase(place);
}

void IoLoop::closeIdlest() {
    const auto found = std::ranges::find_if(connections_, [](const auto &one) { return one->isIdle(); });
    if (found == connections_.end())
        return;
    const auto connection = *found; // it leaves the list while it closes
    connection->close();
}

/// A connection may leave the list while it is looked at.
template<class F>
void IoLoop::forEach(F act) {
    for (auto next = connections_.begin(); next != connections_.end();) {
        const auto connection = *next++;
        act(*connection);
    }
}

void IoLoop::finishAll() {
    forEach([](OpenConnection &connection) { connection.finish(); });
}

void IoLoop::closeAll() {
    forEach([](OpenConnection &connection) { connection.close(); });
}

} // namespace keywright
