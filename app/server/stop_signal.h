// How the operating system asks the program to stop.
#pragma once

#include <QObject>

#include <functional>

namespace keywright {

/// Calls `stop` on `context`'s thread when the system, or somebody at the terminal, asks the program to end. For the
/// life of the program; call it once.
void onStopSignal(QObject *context, std::function<void()> stop);

} // namespace keywright
