// What the operating system asks of the program.
#pragma once

#include <QObject>

#include <functional>

namespace keywright {

struct SignalHandlers {
    std::function<void()> stop;   ///< SIGTERM, SIGINT, Ctrl+C: once
    std::function<void()> reload; ///< SIGHUP
};

/// Calls the handlers on `context`'s thread. For the life of the program; call it once.
void onSignals(QObject *context, SignalHandlers handlers);

} // namespace keywright
