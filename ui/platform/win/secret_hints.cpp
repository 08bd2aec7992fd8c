#include "ui/platform/secret_hints.h"

namespace keywright {

namespace {

QString windowsFormat(const QString &name) {
    return QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(name);
}

} // namespace

QList<SecretHint> secretHints() {
    // https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats:
    // the first is a mark whatever its data, the others are a DWORD, 0 for "no".
    const QByteArray no(4, '\0');
    return {{windowsFormat(QStringLiteral("ExcludeClipboardContentFromMonitorProcessing")), QByteArrayLiteral("1")},
            {windowsFormat(QStringLiteral("CanIncludeInClipboardHistory")), no},
            {windowsFormat(QStringLiteral("CanUploadToCloudClipboard")), no}};
}

void markClipboardSecret() {
    // Everything is said by the formats.
}

} // namespace keywright
