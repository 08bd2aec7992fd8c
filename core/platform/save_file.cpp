#include "core/platform/save_file.h"

#include "core/platform/replacing_file.h"

#include <QFileInfo>

namespace keywright {

namespace {

/// A file that is write-protected is to stay, and what is no file can't be replaced by one.
Done mayBeReplaced(const QString &path) {
    QFile existing(path);
    if (existing.exists() && !existing.open(QIODevice::ReadWrite))
        return couldNotWrite(path, existing.errorString());
    return {};
}

} // namespace

Done saveFile(const QString &path, const std::function<Done(QIODevice &)> &write) {
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.symLinkTarget() : path;
    if (auto done = mayBeReplaced(target); !done)
        return done;
    ReplacingFile file(target);
    if (auto done = file.open(); !done)
        return done;
    if (auto done = write(file.device()); !done)
        return done;
    return file.commit();
}

} // namespace keywright
