// Built without QtKeychain: nothing is kept.
#include "core/keychain/secret_store.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::SecretStore)
};

class NoSecretStore final : public SecretStore {
public:
    QString unavailable() const override {
        return Words::tr("This build of Keywright knows no keychain, so it keeps no keys.");
    }
    Reply<KeptSecret> read(const QString &) override { return refused<KeptSecret>(); }
    Reply<void> write(const QString &, KeptSecret) override { return refused<void>(); }
    Reply<void> remove(const QString &) override { return refused<void>(); }

private:
    template<class T>
    Reply<T> refused() const {
        return QtFuture::makeReadyFuture(Result<T>(failure(ErrorKind::Storage, unavailable())));
    }
};

} // namespace

std::unique_ptr<SecretStore> systemSecretStore() {
    return std::make_unique<NoSecretStore>();
}

} // namespace keywright
