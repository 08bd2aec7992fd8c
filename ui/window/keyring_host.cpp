#include "ui/window/keyring_host.h"

#include "core/keyring/reply.h"
#include "core/remote/server_memory.h"
#include "ui/settings/settings.h"
#include "ui/window/sample_keyring.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace keywright {

using namespace Qt::StringLiterals;

KeyringHost::KeyringHost(Settings &settings, SecretStore &secrets, const Clock &clock, QString user, QObject *parent)
    : QObject(parent), settings_(settings), secrets_(secrets), clock_(clock), user_(std::move(user)) {
    connect(&settings_, &Settings::changed, this, &KeyringHost::applySettings);
}

KeyringHost::~KeyringHost() = default;

Keyring *KeyringHost::keyring() const {
    return keyring_.get();
}

QString KeyringHost::path() const {
    return isServerUrl(place_) ? QString() : place_;
}

Caller KeyringHost::caller() const {
    return Caller{.name = user_, .address = u"local"_s};
}

const Clock &KeyringHost::clock() const {
    return sampleClock_ ? static_cast<const Clock &>(*sampleClock_) : clock_;
}

QString KeyringHost::cacheFolder() const {
    return settings_.keepCopies() ? serverCopyFolder() : QString();
}

void KeyringHost::open(const QString &place) {
    if (isServerUrl(place))
        openServer(place);
    else
        openFile(place);
}

void KeyringHost::openFile(const QString &path) {
    const QString clean = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (keyring_ && clean == place_)
        return;
    begin(std::make_unique<LocalKeyring>(clean, caller(), clock_), clean);
    whenDone(next_->open(), next_.get(), [this](const Result<KeyringInfo> &info) { finish(info); });
}

/// With the key from the keychain; without one it is asked for.
void KeyringHost::openServer(const QString &place) {
    if (keyring_ && place == place_)
        return;
    const ServerAddress address = settings_.server(place);
    const QString why = secrets_.unavailable();
    if (!why.isEmpty())
        return Q_EMIT keyWanted(address, why + u' ' + tr("So the key is asked for at each start."));
    Q_EMIT opening(place);
    whenDone(secrets_.read(managementKeyName(address.text())), this, [this, address](const Result<KeptSecret> &key) {
        if (key && *key)
            return connectTo(address, *key);
        Q_EMIT keyWanted(address, key ? tr("The keychain holds no key for this server.") : key.error().message);
    });
}

void KeyringHost::connectTo(const ServerAddress &address, const KeptSecret &key) {
    nextRemote_ = std::make_shared<RemoteKeyring>(
        RemoteOptions{.address = address, .key = key, .cacheFolder = cacheFolder()}, clock_);
    whenDone(nextRemote_->open(), this, [this, address, asked = nextRemote_](const Result<KeyringInfo> &info) {
        if (nextRemote_ != asked)
            return; // somebody opened another one meanwhile
        const auto keyring = std::exchange(nextRemote_, {});
        if (info)
            return take(keyring, address);
        Q_EMIT failed(info.error(), address.text());
        if (info.error().kind == ErrorKind::Refused)
            Q_EMIT keyWanted(address, info.error().message);
    });
}

void KeyringHost::take(const std::shared_ptr<RemoteKeyring> &keyring, const ServerAddress &address) {
    nextRemote_.reset();
    settings_.rememberServer(address);
    remote_ = keyring.get();
    show(keyring, address.text());
}

void KeyringHost::openSample() {
    nextSampleClock_ = std::make_unique<SampleClock>(clock_);
    NewKeyring sample{.path = {}, .name = tr("Sample"), .policy = shippedPolicies().front()};
    begin(std::make_unique<LocalKeyring>(std::move(sample), caller(), *nextSampleClock_), {});
    LocalKeyring *keyring = next_.get();
    whenDone(keyring->open(), keyring, [this, keyring](const Result<KeyringInfo> &info) {
        if (!info)
            return finish(info);
        auto *filler = new SampleFiller(*keyring, *nextSampleClock_);
        connect(filler, &SampleFiller::finished, this, [this, info] { finish(info); });
        filler->start();
    });
}

void KeyringHost::begin(std::unique_ptr<LocalKeyring> keyring, const QString &place) {
    nextRemote_.reset();
    next_ = std::move(keyring);
    nextPlace_ = place;
    Q_EMIT opening(place);
}

void KeyringHost::finish(const Result<KeyringInfo> &info) {
    // Called from within the new keyring: what has to go goes once the event is over.
    if (!info) {
        next_.release()->deleteLater();
        Q_EMIT failed(info.error(), nextPlace_);
        return;
    }
    local_ = next_.get();
    show(std::move(next_), std::exchange(nextPlace_, {}));
}

void KeyringHost::show(std::shared_ptr<Keyring> keyring, const QString &place) {
    close();
    keyring_ = std::move(keyring);
    sampleClock_ = std::move(nextSampleClock_);
    place_ = place;
    if (!place_.isEmpty())
        settings_.rememberKeyring(place_);
    applySettings();
    Q_EMIT opened();
}

void KeyringHost::close() {
    if (!keyring_)
        return;
    Q_EMIT closing();
    keyring_.reset();
    sampleClock_.reset();
    place_.clear();
}

Reply<void> KeyringHost::forgetServer(const QString &place) {
    nextRemote_.reset();
    if (place == place_)
        close();
    const QUrl url = settings_.server(place).url;
    removeServerCopy(url);
    settings_.forgetServer(place);
    if (!secrets_.unavailable().isEmpty())
        return QtFuture::makeReadyFuture(Done());
    return secrets_.remove(managementKeyName(place));
}

void KeyringHost::applySettings() {
    if (remote_ && !settings_.keepCopies())
        remote_->forgetCopy();
    if (!local_)
        return;
    const KeyringInfo info = local_->info();
    const Role role = settings_.role(info.id);
    if (info.caller.role == role)
        return;
    Caller mine = caller();
    mine.role = role;
    local_->setCaller(mine);
}

} // namespace keywright
