// Real servers for tests: keywrightd over a file of its own, and Python programs that behave as they are told.
#pragma once

#include "core/crypto/secret.h"
#include "core/remote/remote_keyring.h"
#include "tests/support/results.h"
#include "tests/support/test_store.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace keywright::test {

/// keywrightd serving a keyring of a policy, in a file or under with_postgresql.sh in PostgreSQL (Developer API on
/// where the policy asks for it), with its first admin.
class ServedKeyring {
public:
    explicit ServedKeyring(const QString &policyId, int keys = 0);
    ~ServedKeyring();

    /// On the port it had before, if it had one.
    void start();
    void stop();
    /// Without any farewell.
    void kill();

    /// Where keywrightd itself listens.
    quint16 port() const { return port_; }
    /// Where to ask: the server itself, or what KEYWRIGHT_PRISM names, which stands before it (prism/with_prism.py).
    QUrl url() const;
    /// The file, or under with_postgresql.sh the database's address.
    const QString &path() const { return store_.place(); }
    std::shared_ptr<const Secret> admin() const { return admin_; }
    /// A new member's token.
    std::shared_ptr<const Secret> member(const QString &name, const QString &role);
    void revokeMember(const QString &name);
    /// keywright-cli on the file.
    QByteArray cli(const QStringList &arguments);

    RemoteOptions options() const { return {.address = {.url = url()}, .key = admin_}; }

private:
    QStringList place(const QStringList &verb = {}) const;
    QByteArray run(const QString &program, const QStringList &arguments);

    QTemporaryDir folder_;
    TestStore store_;
    QProcess server_;
    std::shared_ptr<const Secret> admin_;
    quint16 port_ = 0;
};

/// A Python program of tests/remote that prints one line of JSON when it serves, and answers each line it is sent.
class ScriptedServer {
public:
    explicit ScriptedServer(const QString &script, const QStringList &arguments = {});
    ~ScriptedServer();

    /// What it said when it began.
    const QJsonObject &said() const { return said_; }
    QUrl url(const QString &scheme = QStringLiteral("http"), const QString &host = QStringLiteral("127.0.0.1")) const;
    std::shared_ptr<const Secret> key() const;
    QJsonObject tell(const QByteArray &line);

    RemoteOptions options() const { return {.address = {.url = url()}, .key = key()}; }

private:
    QJsonObject readLine();

    QProcess process_;
    QJsonObject said_;
};

std::shared_ptr<const Secret> secretOf(const QByteArray &text);

/// A remote keyring that is open, or the test fails.
std::unique_ptr<RemoteKeyring> opened(const RemoteOptions &options, const Clock &clock);

/// Every key, read page by page.
QList<ApiKey> allKeys(Keyring &keyring, int page = 500);

} // namespace keywright::test
