#include "app/server/stop_signal.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace keywright {

namespace {

/// A signal handler may do little more than write to a socket.
std::array<int, 2> &wakeSockets() {
    static std::array<int, 2> sockets{-1, -1};
    return sockets;
}

void wake(int) {
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(wakeSockets()[0], &one, 1);
}

} // namespace

void onStopSignal(QObject *context, std::function<void()> stop) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, wakeSockets().data()) != 0)
        return; // the signals keep their default: they end the program
    auto *notifier = new QSocketNotifier(wakeSockets()[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [notifier, stop = std::move(stop)] {
        notifier->setEnabled(false);
        stop();
    });
    struct sigaction action{};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace keywright
