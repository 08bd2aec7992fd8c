#include "ui/window/keyring_host.h"

#include "core/keyring/reply.h"
#include "ui/settings/settings.h"
#include "ui/window/sample_keyring.h"

#include <QDir>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

KeyringHost::KeyringHost(Settings &settings, const Clock &clock, QString user, QObject *parent)
    : QObject(parent), settings_(settings), clock_(clock), user_(std::move(user)) {
    connect(&settings_, &Settings::changed, this, &KeyringHost::applyRole);
}

KeyringHost::~KeyringHost() = default;

Keyring *KeyringHost::keyring() const {
    return keyring_.get();
}

Caller KeyringHost::caller() const {
    return Caller{.name = user_, .address = u"local"_s};
}

const Clock &KeyringHost::clock() const {
    return sampleClock_ ? static_cast<const Clock &>(*sampleClock_) : clock_;
}

void KeyringHost::openFile(const QString &path) {
    const QString clean = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (keyring_ && clean == path_)
        return;
    begin(std::make_unique<LocalKeyring>(clean, caller(), clock_), clean);
    whenDone(next_->open(), next_.get(), [this](const Result<KeyringInfo> &info) { take(info); });
}

void KeyringHost::openSample() {
    nextSampleClock_ = std::make_unique<SampleClock>(clock_);
    NewKeyring sample{.path = {}, .name = tr("Sample"), .policy = shippedPolicies().front()};
    begin(std::make_unique<LocalKeyring>(std::move(sample), caller(), *nextSampleClock_), {});
    LocalKeyring *keyring = next_.get();
    whenDone(keyring->open(), keyring, [this, keyring](const Result<KeyringInfo> &info) {
        if (!info)
            return take(info);
        auto *filler = new SampleFiller(*keyring, *nextSampleClock_);
        connect(filler, &SampleFiller::finished, this, [this, info] { take(info); });
        filler->start();
    });
}

void KeyringHost::begin(std::unique_ptr<LocalKeyring> keyring, const QString &path) {
    next_ = std::move(keyring);
    nextPath_ = path;
    Q_EMIT opening(path);
}

void KeyringHost::take(const Result<KeyringInfo> &info) {
    // Both are called from within the new keyring: what has to go goes once the event is over.
    if (!info) {
        next_.release()->deleteLater();
        Q_EMIT failed(info.error(), nextPath_);
        return;
    }
    close();
    keyring_ = std::move(next_);
    sampleClock_ = std::move(nextSampleClock_);
    path_ = std::exchange(nextPath_, {});
    if (!path_.isEmpty())
        settings_.rememberKeyring(path_);
    applyRole();
    Q_EMIT opened();
}

void KeyringHost::close() {
    if (!keyring_)
        return;
    Q_EMIT closing();
    keyring_.reset();
    sampleClock_.reset();
    path_.clear();
}

void KeyringHost::applyRole() {
    if (!keyring_)
        return;
    const KeyringInfo info = keyring_->info();
    const Role role = settings_.role(info.id);
    if (info.caller.role == role)
        return;
    Caller mine = caller();
    mine.role = role;
    keyring_->setCaller(mine);
}

} // namespace keywright
