#include "app/cli/cli_session.h"

#include "app/cli/key_file.h"
#include "core/keyring/keyring_file.h"
#include "core/platform/process.h"
#include "core/remote/server_memory.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

CliSession::CliSession(const GlobalOptions &options, Console &console, const Clock &clock)
    : options_(options), console_(console), clock_(clock), settings_(userSettings()) {}

CliSession::~CliSession() = default;

QString CliSession::path() const {
    if (!options_.keyring)
        return defaultKeyringPath();
    return isSharedStore(*options_.keyring) ? *options_.keyring : QFileInfo(*options_.keyring).absoluteFilePath();
}

QString CliSession::shownPath() const {
    return shownPlace(path());
}

Caller CliSession::caller() const {
    if (remote_)
        return remote_->info().caller;
    Role role = keyring_ ? memory_.role(keyring_->info().id) : Role::Admin;
    if (options_.role)
        role = roleFromId(*options_.role).value_or(Role::Auditor);
    return {.role = role, .name = platform::userName(), .method = AuthMethod::Local, .address = u"local"_s};
}

Done CliSession::requireFile() const {
    if (!isRemote())
        return {};
    return failure(ErrorKind::Refused,
                   QCoreApplication::translate("CliSession", "This is done on a keyring's file, where "
                                                             "it lies, and not over a server."));
}

Result<LocalKeyring *> CliSession::localKeyring() {
    if (keyring_)
        return keyring_.get();
    if (const Done file = requireFile(); !file)
        return std::unexpected(file.error());
    if (!isSharedStore(path()) && !QFileInfo::exists(path()))
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate(
                           "CliSession",
                           "There is no keyring at %1. Make one with `keywright-cli init`, or name another "
                           "file with --keyring.")
                           .arg(shownPath()));
    auto opened = std::make_unique<LocalKeyring>(path(), caller(), clock_);
    if (const Result<KeyringInfo> info = await(opened->open()); !info)
        return std::unexpected(info.error());
    keyring_ = std::move(opened);
    keyring_->setCaller(caller());
    return keyring_.get();
}

Result<Keyring *> CliSession::keyring() {
    if (isRemote())
        return remoteKeyring();
    const Result<LocalKeyring *> local = localKeyring();
    if (!local)
        return std::unexpected(local.error());
    return *local;
}

Result<Keyring *> CliSession::remoteKeyring() {
    if (remote_)
        return remote_.get();
    const auto url = parseServerUrl(*options_.server);
    if (!url)
        return std::unexpected(url.error());
    ServerAddress address = rememberedServer(settings_, *url);
    if (options_.caFile)
        address.caFile = QFileInfo(*options_.caFile).absoluteFilePath();
    const auto key = managementKey(address);
    if (!key)
        return std::unexpected(key.error());
    auto opened = std::make_unique<RemoteKeyring>(RemoteOptions{.address = address, .key = *key}, clock_);
    if (const Result<KeyringInfo> info = await(opened->open()); !info)
        return std::unexpected(info.error());
    remote_ = std::move(opened);
    return remote_.get();
}

/// From the file that was named, or else from the keychain, where the window puts it.
Result<KeptSecret> CliSession::managementKey(const ServerAddress &address) {
    if (options_.keyFile)
        return readKeyFile(*options_.keyFile, console_);
    const auto store = systemSecretStore();
    Result<KeptSecret> kept = await(store->read(managementKeyName(address.text())));
    if (kept && *kept)
        return kept;
    const QString none = QCoreApplication::translate("CliSession", "There is no management key for %1 in the keychain.")
                             .arg(address.text());
    return failure(ErrorKind::Refused,
                   (kept ? none : kept.error().message) + u' ' +
                       QCoreApplication::translate("CliSession", "Give one with --key-file FILE, or with --key-file - "
                                                                 "on standard input."));
}

void CliSession::print(const QByteArray &jsonDocument, const QByteArray &text) {
    console_.out(json() ? jsonDocument : text);
}

void CliSession::remark(const QString &text) {
    if (!json())
        console_.note(printable(text));
}

Done CliSession::confirm(const QString &question, bool yes) {
    if (yes || !console_.canAsk() || console_.confirm(printable(question)))
        return {};
    return failure(ErrorKind::Cancelled, QCoreApplication::translate("CliSession", "Nothing was done."));
}

} // namespace keywright
