// A secret on its way over the clipboard: kept in a Secret, handed out when asked for, wiped when it goes.
#pragma once

#include "core/crypto/secret.h"

#include <QMimeData>

namespace keywright {

class SecretMimeData final : public QMimeData {
    Q_OBJECT
public:
    /// Takes a copy of the bytes (UTF-8).
    explicit SecretMimeData(QByteArrayView utf8);

    bool hasFormat(const QString &format) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    Secret secret_;
};

} // namespace keywright
