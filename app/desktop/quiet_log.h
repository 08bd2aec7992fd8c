// What the programs' own messages may say on standard error: nothing of the network's chatter, and no key.
#pragma once

#include <QString>

namespace keywright {

/// Installs the message handler: drops debug output of `qt.network`, masks everything that looks like a key.
void installQuietLog();

/// `text` with every run of characters that could be a key taken out.
QString maskedForLog(const QString &text);

} // namespace keywright
