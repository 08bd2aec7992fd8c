#include "ui/platform/secret_mime_data.h"

#include "ui/platform/secret_hints.h"

namespace keywright {

namespace {
const QString plainText = QStringLiteral("text/plain");
}

SecretMimeData::SecretMimeData(QByteArrayView utf8) : secret_(utf8) {
    for (const SecretHint &hint : secretHints())
        setData(hint.format, hint.data);
}

bool SecretMimeData::hasFormat(const QString &format) const {
    return format == plainText || QMimeData::hasFormat(format);
}

QStringList SecretMimeData::formats() const {
    return QStringList{plainText} + QMimeData::formats();
}

QVariant SecretMimeData::retrieveData(const QString &format, QMetaType type) const {
    if (format != plainText)
        return QMimeData::retrieveData(format, type);
    if (type.id() == QMetaType::QString)
        return QString::fromUtf8(secret_.view());
    return secret_.view().toByteArray();
}

} // namespace keywright
