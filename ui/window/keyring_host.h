// Holds the one open keyring, and opens the next: the new one stands before the old one goes.
#pragma once

#include "core/keyring/local_keyring.h"

#include <QObject>

#include <memory>

namespace keywright {

class SampleClock;
class Settings;

class KeyringHost final : public QObject {
    Q_OBJECT
public:
    /// `user` stands in the log as the local actor. Settings and clock outlive the host.
    KeyringHost(Settings &settings, const Clock &clock, QString user, QObject *parent = nullptr);
    ~KeyringHost() override;

    /// Opens a file; what was open stays open until it is there, and if it fails.
    void openFile(const QString &path);
    /// Makes and opens a sample keyring in memory.
    void openSample();
    void close();

    Keyring *keyring() const;
    /// The open file; empty: in memory, or none.
    QString path() const { return path_; }
    Caller caller() const;
    /// The clock of the open keyring.
    const Clock &clock() const;

Q_SIGNALS:
    void opening(const QString &path);
    /// The open keyring is about to go: let go of it now.
    void closing();
    void opened();
    void failed(const keywright::Error &error, const QString &path);

private:
    void begin(std::unique_ptr<LocalKeyring> keyring, const QString &path);
    void take(const Result<KeyringInfo> &info);
    void applyRole();

    Settings &settings_;
    const Clock &clock_;
    QString user_;
    std::unique_ptr<SampleClock> sampleClock_, nextSampleClock_;
    std::unique_ptr<LocalKeyring> keyring_, next_;
    QString path_, nextPath_;
};

} // namespace keywright
