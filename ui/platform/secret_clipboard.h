// The clipboard for tokens: exact bytes, marked secret for clipboard managers, cleared in time, and only if still ours.
#pragma once

#include "core/crypto/secret.h"

#include <QObject>
#include <QTimer>

namespace keywright {

class SecretClipboard final : public QObject {
    Q_OBJECT
public:
    explicit SecretClipboard(QObject *parent = nullptr);
    /// Clears what is still ours.
    ~SecretClipboard() override;

    /// Puts the bytes on the clipboard with the three systems' secret hints; never on the primary selection.
    /// Cleared after `seconds` (0: not by time). No newline, no quotes, no space are added.
    void copySecret(const Secret &secret, int seconds);
    /// Text around a token ("with the key" commands); wiped by the caller, treated as a secret here.
    void copySecretText(const QByteArray &utf8, int seconds);
    /// Ordinary text: previews, ids, requests without the key.
    void copyText(const QString &text);
    /// Takes our secret off the clipboard, if it is still there.
    void clear();
    bool holdsSecret() const;
    /// Seconds until it is cleared; 0 when nothing is there or no time is set.
    int secondsLeft() const;

Q_SIGNALS:
    void secretCleared();
    void tick(int secondsLeft); ///< once a second while a secret is there

private:
    QTimer timer_;
    qint64 clearsAtMs_ = 0;
};

} // namespace keywright
