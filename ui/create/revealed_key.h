// A new key while its token can still be seen: hands the token out, and knows whether anybody has taken it.
#pragma once

#include "ui/desk.h"

namespace keywright {

class RevealedKey final : public QObject {
    Q_OBJECT
public:
    RevealedKey(Desk &desk, Issued issued, QObject *parent = nullptr);

    const ApiKey &key() const { return issued_.key; }
    const QStringList &warnings() const { return issued_.warnings; }
    /// The token; null once wipe() was called.
    std::shared_ptr<const Secret> token() const { return issued_.token; }
    bool isDelivered() const { return delivered_; }
    /// It is on the screen and nobody has taken it: whoever closes that loses it.
    bool isUncopied() const { return issued_.token && !delivered_; }

    /// The token alone, its exact bytes, onto the clipboard.
    void copy();
    /// A text that holds the token; `text` is wiped.
    void copyWithKey(QByteArray text);
    /// Somebody has it: noted once in the keyring.
    void deliver();
    /// Lets go of the token: wiped with its last holder.
    void wipe();

Q_SIGNALS:
    void delivered();
    void copied(); ///< something that holds the token went onto the clipboard
    void noteFailed(const keywright::Error &error);

private:
    Desk &desk_;
    Issued issued_;
    bool delivered_ = false;
};

} // namespace keywright
