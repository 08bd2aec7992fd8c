#include "ui/platform/secret_hints.h"

#import <AppKit/AppKit.h>

namespace keywright {

QList<SecretHint> secretHints() {
    return {};
}

void markClipboardSecret() {
    // http://nspasteboard.org: Qt maps no MIME type to this one, so it is added to what Qt has put there.
    NSString *const concealed = @"org.nspasteboard.ConcealedType";
    NSPasteboard *pasteboard = NSPasteboard.generalPasteboard;
    [pasteboard addTypes:@[ concealed ] owner:nil];
    [pasteboard setString:@"" forType:concealed];
}

} // namespace keywright
