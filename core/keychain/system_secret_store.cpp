// Over QtKeychain.
#include "core/keychain/secret_store.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPromise>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace keywright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::SecretStore)
};

constexpr auto patience = 5s;
const QString service = u"Keywright"_s;

Error errorOf(const QKeychain::Job &job) {
    const auto said = [&](const QString &message) {
        return Error{.kind = ErrorKind::Storage, .message = message, .technical = job.errorString()};
    };
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return said(Words::tr("This computer has no keychain that is running."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return said(Words::tr("The keychain was not opened."));
    default:
        return said(Words::tr("The keychain does not work (%1).").arg(job.errorString()));
    }
}

Error noAnswer() {
    return Error{.kind = ErrorKind::Storage,
                 .message = Words::tr("The keychain does not answer. Unlock it, and try again.")};
}

/// One job of the keychain, which ends or is given up. `finish(job)` makes the result of one without an error.
template<class T, class F>
Reply<T> run(QKeychain::Job *job, QObject *context, F finish) {
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto end = [promise](Result<T> result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(result));
        promise->finish();
    };
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [end, finish](QKeychain::Job *done) {
        if (done->error() != QKeychain::NoError && done->error() != QKeychain::EntryNotFound)
            end(std::unexpected(errorOf(*done)));
        else
            end(finish(*done));
    });
    QTimer::singleShot(patience, context, [end] { end(std::unexpected(noAnswer())); });
    job->start();
    return promise->future();
}

class SystemSecretStore final : public SecretStore {
public:
    QString unavailable() const override { return {}; }

    Reply<KeptSecret> read(const QString &name) override {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(name);
        return run<KeptSecret>(job, this, [job](QKeychain::Job &done) -> Result<KeptSecret> {
            if (done.error() == QKeychain::EntryNotFound)
                return KeptSecret();
            QByteArray bytes = job->binaryData();
            KeptSecret secret = std::make_shared<const Secret>(QByteArrayView(bytes));
            wipe(bytes);
            return secret;
        });
    }

    Reply<void> write(const QString &name, KeptSecret secret) override {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(name);
        job->setBinaryData(secret->view().toByteArray());
        return run<void>(job, this, [](QKeychain::Job &) { return Done(); });
    }

    Reply<void> remove(const QString &name) override {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(name);
        return run<void>(job, this, [](QKeychain::Job &) { return Done(); });
    }
};

} // namespace

std::unique_ptr<SecretStore> systemSecretStore() {
    return std::make_unique<SystemSecretStore>();
}

} // namespace keywright
