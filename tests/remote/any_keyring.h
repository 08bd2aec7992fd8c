// One keyring of a policy, wherever it lives.
#pragma once

#include "core/keyring/reply.h"
#include "tests/remote/served_keyring.h"
#include "tests/support/keyring_fixture.h"

namespace keywright::test {

class AnyKeyring {
public:
    /// "local", "keywrightd", "four calls"; under with_postgresql.sh the first two keep their keys there, and the last,
    /// which has nothing to do with it, is left out. Beside Prism: "keywrightd" alone.
    static QStringList places();

    AnyKeyring(const QString &place, const QString &policyId);
    ~AnyKeyring();

    Keyring *keyring() const { return keyring_; }
    Keyring *operator->() const { return keyring_; }
    Keyring &operator*() const { return *keyring_; }

    /// A key made with goodDraft(), or the test fails.
    Issued make(const QString &name);
    /// Another admin's view of the same keys.
    std::unique_ptr<Keyring> another();
    std::unique_ptr<Keyring> auditor();

private:
    RemoteOptions options() const;

    SystemClock clock_;
    std::unique_ptr<KeyringFixture> local_;
    std::unique_ptr<ServedKeyring> served_;
    std::unique_ptr<ScriptedServer> fourCalls_;
    std::unique_ptr<RemoteKeyring> remote_;
    Keyring *keyring_ = nullptr;
};

} // namespace keywright::test
