// A request's body that can be read once: QNetworkAccessManager repeats a request whose connection was closed without
// an answer, up to three times, unless its body can't be rewound. What changes something is sent once.
#pragma once

#include "core/crypto/secret.h"

#include <QIODevice>

namespace keywright {

class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes);
    ~OnceBody() override;

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray bytes_;
    qint64 at_ = 0;
};

} // namespace keywright
