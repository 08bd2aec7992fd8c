#pragma once

#include <QProcess>
#include <QTest>

namespace keywright::test {

/// The write lock of a keyring's file, held by a real other program from hold() to release().
class ForeignLock {
public:
    ForeignLock() = default;
    ~ForeignLock() { (void)release(); }
    ForeignLock(const ForeignLock &) = delete;
    ForeignLock &operator=(const ForeignLock &) = delete;

    bool hold(const QString &path) {
        program_.start(QString::fromLocal8Bit(LOCK_HOLDER), {path});
        return program_.waitForReadyRead(20'000) && program_.readLine() == "locked\n";
    }
    bool isHeld() const { return program_.state() == QProcess::Running; }
    /// True if the other program held the lock and let it go by itself.
    bool release() {
        if (!isHeld())
            return false;
        program_.closeWriteChannel();
        return program_.waitForFinished(20'000) && program_.exitCode() == 0;
    }

private:
    QProcess program_;
};

} // namespace keywright::test
