#include "app/server/signals.h"

#include <QPointer>

#include <windows.h>

namespace keywright {

namespace {

struct Stopper {
    QPointer<QObject> context;
    std::function<void()> stop;
};

Stopper &stopper() {
    static Stopper one;
    return one;
}

BOOL WINAPI wake(DWORD) {
    if (!stopper().context)
        return FALSE;
    QMetaObject::invokeMethod(stopper().context, stopper().stop, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

void onSignals(QObject *context, SignalHandlers handlers) {
    stopper() = {context, std::move(handlers.stop)};
    SetConsoleCtrlHandler(wake, TRUE);
}

} // namespace keywright
