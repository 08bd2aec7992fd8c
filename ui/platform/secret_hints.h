// How a system is told that what lies on the clipboard is a secret: clipboard managers then keep no copy of it.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace keywright {

struct SecretHint {
    QString format; ///< a MIME type, as Qt maps it to the system's clipboard
    QByteArray data;
};

/// The formats that go on the clipboard beside the secret.
QList<SecretHint> secretHints();

/// What cannot be said by a format: called right after the secret was put on the clipboard.
void markClipboardSecret();

} // namespace keywright
