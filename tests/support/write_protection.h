#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace keywright::test {

/// While it lives, this process may read a file but not write it: by the file's mode or its folder's, and, as modes
/// bind no superuser, by being nobody in particular as long.
class WriteProtection {
public:
    enum class Of { File, Folder };

    WriteProtection(const QString &path, Of what) : path_(path), folder_(QFileInfo(path).absolutePath()) {
        using enum QFileDevice::Permission;
        const auto readable = ReadOwner | ReadGroup | ReadOther;
        const auto enterable = readable | ExeOwner | ExeGroup | ExeOther;
        const auto writable = WriteOwner | WriteGroup | WriteOther;
        QFile::setPermissions(path_, what == Of::File ? readable : readable | writable);
        QFile::setPermissions(folder_, what == Of::Folder ? enterable : enterable | writable);
        if (::geteuid() == 0)
            works_ = ::setresuid(nobody, nobody, 0) == 0;
    }
    ~WriteProtection() {
        if (::getuid() == nobody)
            works_ = ::setresuid(0, 0, 0) == 0;
        QFile::setPermissions(folder_, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QFile::setPermissions(path_, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    WriteProtection(const WriteProtection &) = delete;
    WriteProtection &operator=(const WriteProtection &) = delete;

    /// Asks the system itself, so that a test on a machine where nothing bites fails.
    bool bites() const {
        const bool file = ::access(QFile::encodeName(path_).constData(), W_OK) != 0;
        const bool folder = ::access(QFile::encodeName(folder_).constData(), W_OK) != 0;
        return works_ && (file || folder);
    }

private:
    static constexpr uid_t nobody = 65'534;
    QString path_, folder_;
    bool works_ = true;
};

} // namespace keywright::test
