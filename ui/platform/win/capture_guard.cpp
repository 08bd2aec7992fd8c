#include "ui/platform/capture_guard.h"

#include <QWidget>

#include <windows.h>

#ifndef WDA_EXCLUDEFROMCAPTURE
#define WDA_EXCLUDEFROMCAPTURE 0x00000011
#endif

namespace keywright {

void excludeFromCapture(QWidget *widget) {
    const auto window = reinterpret_cast<HWND>(widget->window()->winId());
    // Before Windows 10 2004 the window can only be shown black instead of left out.
    if (!SetWindowDisplayAffinity(window, WDA_EXCLUDEFROMCAPTURE))
        SetWindowDisplayAffinity(window, WDA_MONITOR);
}

} // namespace keywright
