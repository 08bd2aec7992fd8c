#include "core/platform/file_system.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

namespace keywright::platform {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Platform)
};

Done failed(const QString &sentence, const QString &path, int code) {
    const QString why = QString::fromLocal8Bit(std::strerror(code));
    return std::unexpected(Error{.kind = ErrorKind::Storage,
                                 .message = sentence.arg(QDir::toNativeSeparators(path), why),
                                 .technical = u"errno %1"_s.arg(code)});
}

Done sync(const QString &path, int flags) {
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return failed(Words::tr("%1 can't be opened: %2."), path, errno);
    const int code = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    // Some file systems can't sync a folder, and need not.
    if (code != 0 && code != EINVAL)
        return failed(Words::tr("%1 could not be written to the disk: %2."), path, code);
    return {};
}

bool mayAccess(const QString &path, int mode) {
    return ::access(QFile::encodeName(path).constData(), mode) == 0;
}

QString existing(const QString &path) {
    const QFileInfo info(path);
    return info.exists() ? info.absoluteFilePath() : info.absolutePath();
}

} // namespace

Done createPrivateFile(const QString &path, const QString &shown) {
    const QString &named = shown.isEmpty() ? path : shown;
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC,
                            S_IRUSR | S_IWUSR);
    if (file < 0 && errno == EEXIST)
        return failure(ErrorKind::Storage,
                       Words::tr("%1 exists already. Choose another name.").arg(QDir::toNativeSeparators(named)));
    if (file < 0)
        return failed(Words::tr("%1 can't be created: %2. Choose another place, or check its permissions."), named,
                      errno);
    ::close(file);
    return {};
}

Done makePrivateFolder(const QString &path) {
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    if (const QString parent = info.absolutePath(); parent != info.absoluteFilePath()) {
        if (auto done = makePrivateFolder(parent); !done)
            return done;
    }
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return failed(Words::tr("The folder %1 can't be created: %2."), path, errno);
    return {};
}

Done syncFile(const QString &path) {
    return sync(path, O_RDONLY);
}

Done syncFolder(const QString &folder) {
    return sync(folder, O_RDONLY | O_DIRECTORY);
}

void giveSameRights(const QString &, const QString &) {}

Done replaceFile(const QString &from, const QString &to) {
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failed(Words::tr("%1 can't be written: %2."), to, errno);
    return {};
}

bool othersMayRead(const QString &path) {
    struct stat about{};
    return ::stat(QFile::encodeName(path).constData(), &about) != 0 || (about.st_mode & (S_IRGRP | S_IROTH)) != 0;
}

QString commandThatMakesPrivate(const QString &path) {
    return uR"(chmod 600 "%1")"_s.arg(path);
}

bool isWritable(const QString &path) {
    return mayAccess(path, W_OK) && isFolderWritable(path);
}

bool isFolderWritable(const QString &path) {
    return mayAccess(QFileInfo(path).absolutePath(), W_OK | X_OK);
}

QByteArray fileIdentity(const QString &path) {
    struct stat about{};
    if (::stat(QFile::encodeName(path).constData(), &about) != 0)
        return {};
    return QByteArray::number(quint64(about.st_dev)) + ':' + QByteArray::number(quint64(about.st_ino));
}

#ifdef Q_OS_LINUX
QString networkFileSystem(const QString &path) {
    struct statfs about{};
    if (::statfs(QFile::encodeName(existing(path)).constData(), &about) != 0)
        return {};
    struct Magic {
        quint32 number;
        const char *name;
    };
    // From statfs(2). FUSE is left out: it holds local encrypted folders as well as sshfs.
    static constexpr std::array<Magic, 8> network{{{0x6969, "nfs"},
                                                   {0x517b, "smb"},
                                                   {0xff534d42, "cifs"},
                                                   {0xfe534d42, "smb2"},
                                                   {0x5346414f, "afs"},
                                                   {0x00c36400, "ceph"},
                                                   {0x01021997, "9p"},
                                                   {0x0bd00bd0, "lustre"}}};
    for (const Magic &magic : network) {
        if (quint32(about.f_type) == magic.number)
            return QString::fromLatin1(magic.name);
    }
    return {};
}
#else
QString networkFileSystem(const QString &path) {
    struct statfs about{};
    if (::statfs(QFile::encodeName(existing(path)).constData(), &about) != 0)
        return {};
    return (about.f_flags & MNT_LOCAL) ? QString() : QString::fromLatin1(about.f_fstypename);
}
#endif

} // namespace keywright::platform
