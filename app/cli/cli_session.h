// One run of the command line: its options, its console, and the keyring it works on.
#pragma once

#include "app/cli/await.h"
#include "app/cli/console.h"
#include "core/keychain/secret_store.h"
#include "core/keyring/keyring_memory.h"
#include "core/keyring/local_keyring.h"
#include "core/remote/remote_keyring.h"

#include <memory>

namespace keywright {

/// What every command understands.
struct GlobalOptions {
    std::optional<QString> keyring; ///< a file; nothing: the window's default keyring
    std::optional<QString> server;  ///< a server's address instead of a file
    std::optional<QString> keyFile; ///< where the server's management key is read from; `-`: standard input
    std::optional<QString> caFile;  ///< certificate authorities to trust for the server
    std::optional<QString> role;    ///< nothing: the one set for this keyring in the window, else admin
    bool json = false;
};

class CliSession {
public:
    CliSession(const GlobalOptions &options, Console &console, const Clock &clock);
    ~CliSession();

    Console &console() { return console_; }
    const Clock &clock() const { return clock_; }
    Instant now() const { return clock_.now(); }
    bool json() const { return options_.json; }
    QString path() const;
    /// The same as people see it: a path as this system writes it, an address without a password.
    QString shownPath() const;
    /// Who acts: with the role of --role, else the one remembered for the keyring once it is open, else admin.
    Caller caller() const;
    /// What is remembered of keyrings outside their files.
    KeyringMemory &memory() { return memory_; }

    /// The keyring, opened by the first call.
    Result<Keyring *> keyring();
    /// The same as what it is: for what only a local one does.
    Result<LocalKeyring *> localKeyring();
    bool isRemote() const { return options_.server.has_value(); }
    /// Refuses what is done to a keyring's file, where a server is named instead.
    Done requireFile() const;

    /// Writes one JSON document or what `text` makes, as the options say.
    void print(const QByteArray &jsonDocument, const QByteArray &text);
    /// Notes for people; kept quiet with --json.
    void remark(const QString &text);

    /// Success if there is nobody to ask, `yes` was given, or the person says yes.
    Done confirm(const QString &question, bool yes);

private:
    Result<Keyring *> remoteKeyring();
    Result<KeptSecret> managementKey(const ServerAddress &address);

    const GlobalOptions &options_;
    Console &console_;
    const Clock &clock_;
    QSettings settings_;
    KeyringMemory memory_{settings_};
    std::unique_ptr<LocalKeyring> keyring_;
    std::unique_ptr<RemoteKeyring> remote_;
};

} // namespace keywright
