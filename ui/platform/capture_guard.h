// Keeps a window that may show a key out of screenshots and shared screens, where the system can.
#pragma once

class QWidget;

namespace keywright {

/// Excludes the window of `widget` from capture. Needs the native window: call it from showEvent(). Does nothing where
/// the system has no such thing (X11, Wayland).
void excludeFromCapture(QWidget *widget);

} // namespace keywright
