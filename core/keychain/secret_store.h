// The system's keychain: Secret Service, Keychain, Credential Manager. Never a file of our own.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/result.h"

#include <QObject>

namespace keywright {

/// What is kept under a name; no secret: nothing is.
using KeptSecret = std::shared_ptr<const Secret>;

class SecretStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Why this program keeps no secrets; empty: it can try.
    virtual QString unavailable() const = 0;
    /// Errors: Storage, where the keychain is not there, locked or does not answer within five seconds.
    virtual Reply<KeptSecret> read(const QString &name) = 0;
    virtual Reply<void> write(const QString &name, KeptSecret secret) = 0;
    /// Success, too, if there is none.
    virtual Reply<void> remove(const QString &name) = 0;
};

/// The keychain of the system this program was built for and runs on.
std::unique_ptr<SecretStore> systemSecretStore();

/// The name of a server's management key.
QString managementKeyName(const QString &serverAddress);

} // namespace keywright
