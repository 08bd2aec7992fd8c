#include "core/platform/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

#include <filesystem>
#include <system_error>

namespace keywright {

namespace {

Done couldNotWrite(const QString &path, const QString &why) {
    const QString text =
        QCoreApplication::translate("PrivateFile", "Could not write %1: %2. Nothing was changed there.");
    return std::unexpected(Error{.kind = ErrorKind::Storage,
                                 .message = text.arg(QDir::toNativeSeparators(path), why),
                                 .technical = path + QStringLiteral(": ") + why});
}

std::filesystem::path nativePath(const QString &path) {
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

} // namespace

Done writePrivateFile(const QString &path, QByteArrayView bytes) {
    // QTemporaryFile creates with O_EXCL and mode 0600, and takes the file away again unless it was renamed.
    QTemporaryFile file(path + QStringLiteral(".XXXXXX"));
    if (!file.open())
        return couldNotWrite(path, file.errorString());
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush() || !syncToDisk(file))
        return couldNotWrite(path, file.errorString());
    const QString temporary = file.fileName();
    file.close();
    std::error_code error;
    std::filesystem::rename(nativePath(temporary), nativePath(path), error);
    if (error)
        return couldNotWrite(path, QString::fromLocal8Bit(error.message().c_str()));
    file.setAutoRemove(false);
    return {};
}

} // namespace keywright
