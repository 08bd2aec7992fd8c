// "Which key is this?": finds a pasted token in the keyring by its digest, and says what it is.
#pragma once

#include "ui/desk.h"
#include "ui/keys/search_field.h"

namespace keywright {

class KeyIdentifier final : public QObject {
    Q_OBJECT
public:
    explicit KeyIdentifier(Desk &desk, QObject *parent = nullptr);

    void identify(const PastedKey &pasted);

Q_SIGNALS:
    void found(const keywright::ApiKey &key, const QString &text);
    void unknown(const QString &text);
    void failed(const keywright::Error &error);

private:
    QString textOf(const ApiKey &key, const QStringList &faults) const;

    Desk &desk_;
    int run_ = 0; ///< the newest question wins
};

} // namespace keywright
