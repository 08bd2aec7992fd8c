// Keyrings for tests and benchmarks: made quickly, filled with many keys straight by SQL.
#pragma once

#include "core/keyring/keyring_file.h"
#include "core/keyring/local_keyring.h"
#include "tests/support/manual_clock.h"
#include "tests/support/results.h"
#include "tests/support/test_store.h"

namespace keywright::test {

/// A shipped policy by its id; aborts if there is none.
KeyPolicy shippedPolicy(const QString &id);

/// An admin at this computer.
Caller admin(const QString &name = QStringLiteral("ada"));

/// A draft that the policy takes as it stands, with this name.
Draft goodDraft(const KeyPolicy &policy, const QString &name);

/// A change of the name alone.
Changes renaming(const QString &name);

/// A search of the log.
ActivityQuery logSearch(const QString &text = {}, const KeyId &key = {});

/// A keyring file of a policy in a folder of its own (Developer API on where the policy asks for it), and one opened
/// view of it. The clock is the test's.
class KeyringFixture {
public:
    explicit KeyringFixture(const QString &policyId, Caller caller = admin());
    ~KeyringFixture();

    /// The file, or under with_postgresql.sh the database's address.
    const QString &path() const { return store_.place(); }
    const KeyPolicy &policy() const { return policy_; }
    ManualClock &clock() { return clock_; }
    LocalKeyring &keyring() { return *keyring_; }
    /// Another view of the same file, as another program has it; opened.
    std::unique_ptr<LocalKeyring> another(Caller caller = admin(QStringLiteral("bob")));
    /// Closes the view, so that the file can be worked on; reopen() opens it again.
    void close() { keyring_.reset(); }
    Result<KeyringInfo> reopen(Caller caller = admin());

    /// A key made with goodDraft(), or the test fails.
    Issued make(const QString &name);
    /// Every key of the keyring, read page by page.
    QList<ApiKey> all();

private:
    TestStore store_;
    KeyPolicy policy_;
    ManualClock clock_;
    std::unique_ptr<LocalKeyring> keyring_;
};

/// What fillKeyring() makes, in parts of the whole; the rest is active and never expires.
struct Filling {
    qint64 keys = 10'000;
    double revoked = 0.10, expired = 0.05, expiring = 0.03, inGrace = 0.01;
    double used = 0.70; ///< have a usage row
    quint32 seed = 1;   ///< same seed, same keys
};

/// Writes keys straight into the tables in one transaction (a million in some seconds): digests are of no token,
/// `now` is where their states are counted from, and the log has no entry of them. For a keyring without keys.
Done fillKeyring(const QString &path, const Filling &filling, Instant now);

/// Runs SQL on the file past all rules, as a hand with a database tool would; returns the error's text, or nothing.
QString runSql(const QString &path, const QString &sql);
/// The first column of the first row.
QVariant sqlValue(const QString &path, const QString &sql);

} // namespace keywright::test
