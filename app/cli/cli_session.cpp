#include "app/cli/cli_session.h"

#include "core/keyring/keyring_file.h"
#include "core/platform/process.h"
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

Caller CliSession::caller() const {
    Role role = keyring_ ? memory_.role(keyring_->info().id) : Role::Admin;
    if (options_.role)
        role = roleFromId(*options_.role).value_or(Role::Auditor);
    return {.role = role, .name = platform::userName(), .method = AuthMethod::Local, .address = u"local"_s};
}

Result<LocalKeyring *> CliSession::localKeyring() {
    if (keyring_)
        return keyring_.get();
    if (!isSharedStore(path()) && !QFileInfo::exists(path()))
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate(
                           "CliSession",
                           "There is no keyring at %1. Make one with `keywright-cli init`, or name another "
                           "file with --keyring.")
                           .arg(path()));
    auto opened = std::make_unique<LocalKeyring>(path(), caller(), clock_);
    if (const Result<KeyringInfo> info = await(opened->open()); !info)
        return std::unexpected(info.error());
    keyring_ = std::move(opened);
    keyring_->setCaller(caller());
    return keyring_.get();
}

Result<Keyring *> CliSession::keyring() {
    const Result<LocalKeyring *> local = localKeyring();
    if (!local)
        return std::unexpected(local.error());
    return *local;
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
