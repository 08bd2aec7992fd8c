#include "ui/platform/capture_guard.h"

#include <QWidget>

#import <AppKit/AppKit.h>

namespace keywright {

void excludeFromCapture(QWidget *widget) {
    auto *view = reinterpret_cast<NSView *>(widget->window()->winId());
    view.window.sharingType = NSWindowSharingNone;
}

} // namespace keywright
