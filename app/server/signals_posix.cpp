#include "app/server/signals.h"

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

void wake(int sign) {
    const char told = sign == SIGHUP ? 'r' : 's';
    [[maybe_unused]] const auto written = ::write(wakeSockets()[0], &told, 1);
}

} // namespace

void onSignals(QObject *context, SignalHandlers handlers) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, wakeSockets().data()) != 0)
        return; // the signals keep their default: they end the program
    auto *notifier = new QSocketNotifier(wakeSockets()[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [notifier, handlers = std::move(handlers)] {
        char told = 0;
        while (::read(wakeSockets()[1], &told, 1) == 1 && told == 'r')
            handlers.reload();
        if (told != 's')
            return;
        notifier->setEnabled(false);
        handlers.stop();
    });
    struct sigaction action{};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (const int sign : {SIGTERM, SIGINT, SIGHUP})
        sigaction(sign, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace keywright
