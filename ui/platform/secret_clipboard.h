// The clipboard for tokens: exact bytes, marked secret for clipboard managers, cleared in time, and only if still ours.
#pragma once

#include "core/crypto/secret.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace keywright {

class SecretMimeData;

class SecretClipboard final : public QObject {
    Q_OBJECT
public:
    explicit SecretClipboard(QObject *parent = nullptr);
    /// Clears what is still ours.
    ~SecretClipboard() override;

    /// Puts the bytes on the clipboard with the system's secret hints; never on the primary selection.
    /// Cleared after `seconds` (0: not by time) and when the program ends. No newline, no quotes, no space are added.
    void copySecret(const Secret &secret, int seconds);
    /// Text around a token ("with the key" commands); wiped by the caller, treated as a secret here.
    void copySecretText(const QByteArray &utf8, int seconds);
    /// Ordinary text: previews, ids, requests without the key.
    void copyText(const QString &text);
    /// Takes our secret off the clipboard, if it is still there.
    void clear();
    bool holdsSecret() const;
    /// Seconds until it is cleared, rounded up; 0 when nothing is there or no time is set.
    int secondsLeft() const;

Q_SIGNALS:
    void secretCleared();       ///< our secret left the clipboard: cleared, or replaced by something else
    void tick(int secondsLeft); ///< once a second while a secret is there and a time is set

private:
    void put(QByteArrayView utf8, int seconds);
    void onTick();
    void onClipboardChanged();

    QTimer timer_;
    QDeadlineTimer clearsAt_;
    QPointer<SecretMimeData> secret_; ///< owned by the clipboard, gone once another thing is on it
    bool there_ = false;              ///< whether our secret was there when we last looked
};

} // namespace keywright
