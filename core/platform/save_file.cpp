#include "core/platform/save_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace keywright {
namespace {

Done couldNotWrite(const QString &path, const QString &why) {
    const QString text = QCoreApplication::translate("SaveFile", "Could not write %1: %2. Nothing was changed there.");
    return std::unexpected(Error{.kind = ErrorKind::Storage,
                                 .message = text.arg(QDir::toNativeSeparators(path), why),
                                 .technical = path + QStringLiteral(": ") + why});
}

} // namespace

Done saveFile(const QString &path, const std::function<Done(QIODevice &)> &write) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return couldNotWrite(path, file.errorString());
    if (const Done written = write(file); !written) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit())
        return couldNotWrite(path, file.errorString());
    return {};
}

} // namespace keywright
