// Holds the one open keyring, and opens the next: the new one stands before the old one goes.
#pragma once

#include "core/keychain/secret_store.h"
#include "core/keyring/local_keyring.h"
#include "core/remote/remote_keyring.h"

#include <QObject>

#include <memory>

namespace keywright {

class SampleClock;
class Settings;

class KeyringHost final : public QObject {
    Q_OBJECT
public:
    /// `user` stands in the log as the local actor. Settings, keychain and clock outlive the host.
    KeyringHost(Settings &settings, SecretStore &secrets, const Clock &clock, QString user, QObject *parent = nullptr);
    ~KeyringHost() override;

    /// Opens what stands among the recent keyrings: a file or a server. What was open stays open until it is there, and
    /// if it fails.
    void open(const QString &place);
    /// Makes and opens a sample keyring in memory.
    void openSample();
    /// Takes a server's keyring over that is open.
    void take(const std::shared_ptr<RemoteKeyring> &keyring, const ServerAddress &address);
    void close();
    /// Closes a server's keyring if it is the open one, and removes what this computer keeps of it: copy, address,
    /// management key. An error: the key is still in the keychain.
    Reply<void> forgetServer(const QString &place);

    Keyring *keyring() const;
    /// What is open: a file's path or a server's address; empty: in memory, or none.
    QString place() const { return place_; }
    /// The open file; empty: it is none.
    QString path() const;
    Caller caller() const;
    /// The clock of the open keyring.
    const Clock &clock() const;
    /// Where copies of servers' lists lie; empty: none are kept.
    QString cacheFolder() const;

Q_SIGNALS:
    void opening(const QString &place);
    /// The open keyring is about to go: let go of it now.
    void closing();
    void opened();
    void failed(const keywright::Error &error, const QString &place);
    /// A server's management key is not known; `why` in words.
    void keyWanted(const keywright::ServerAddress &address, const QString &why);

private:
    void openFile(const QString &path);
    void openServer(const QString &place);
    void connectTo(const ServerAddress &address, const KeptSecret &key);
    void begin(std::unique_ptr<LocalKeyring> keyring, const QString &place);
    void finish(const Result<KeyringInfo> &info);
    void show(std::shared_ptr<Keyring> keyring, const QString &place);
    void applySettings();

    Settings &settings_;
    SecretStore &secrets_;
    const Clock &clock_;
    QString user_;
    std::unique_ptr<SampleClock> sampleClock_, nextSampleClock_;
    std::shared_ptr<Keyring> keyring_;
    QPointer<LocalKeyring> local_;   ///< the open one, if it is a file's
    QPointer<RemoteKeyring> remote_; ///< the open one, if it is a server's
    std::unique_ptr<LocalKeyring> next_;
    std::shared_ptr<RemoteKeyring> nextRemote_;
    QString place_, nextPlace_;
};

} // namespace keywright
