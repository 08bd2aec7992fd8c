// A file system under SQLite that fails when it is told to: the i-th open, write, sync or truncate from now on.
#pragma once

namespace keywright::test {

/// Registers itself as the default VFS of the system's SQLite, which Qt's driver links; gone with the object.
class FailingVfs {
public:
    FailingVfs();
    ~FailingVfs();
    FailingVfs(const FailingVfs &) = delete;
    FailingVfs &operator=(const FailingVfs &) = delete;

    enum class Fault { InputOutput, DiskFull };

    /// The `access`-th access from now on (1: the next) fails, and every one after it until heal(). Writes are half
    /// done before they fail.
    void failAt(long access, Fault fault = Fault::InputOutput);
    void heal();
    /// Accesses since the last failAt() or heal().
    long accesses() const;
    /// Whether one has failed since the last failAt().
    bool hasFailed() const;
};

} // namespace keywright::test
