#include "ui/platform/capture_guard.h"

namespace keywright {

void excludeFromCapture(QWidget *) {
    // Neither X11 nor Wayland lets a window say this; a Wayland compositor asks before it shares the screen.
}

} // namespace keywright
