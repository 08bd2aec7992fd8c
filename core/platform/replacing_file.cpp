#include "core/platform/replacing_file.h"

#include "core/platform/file_system.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace keywright {

using namespace Qt::StringLiterals;

ReplacingFile::ReplacingFile(QString path) : path_(std::move(path)) {}

ReplacingFile::~ReplacingFile() {
    if (file_.fileName().isEmpty())
        return;
    file_.close();
    file_.remove();
}

Done ReplacingFile::open() {
    const QFileInfo there(path_);
    if (there.exists() && !there.isFile())
        return couldNotWrite(path_, QCoreApplication::translate("SaveFile", "it is no ordinary file"));
    constexpr qsizetype enough = 8; // characters that nobody else's temporary has
    const QString temporary = path_ + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(enough);
    if (auto done = platform::createPrivateFile(temporary, path_); !done)
        return done;
    file_.setFileName(temporary);
    if (!file_.open(QIODevice::WriteOnly | QIODevice::ExistingOnly))
        return couldNotWrite(path_, file_.errorString());
    return {};
}

Done ReplacingFile::commit() {
    const bool written = file_.flush() && file_.error() == QFileDevice::NoError;
    const QString why = file_.errorString();
    file_.close();
    if (!written)
        return couldNotWrite(path_, why);
    if (auto done = platform::syncFile(file_.fileName()); !done)
        return done;
    if (auto done = platform::replaceFile(file_.fileName(), path_); !done)
        return done;
    file_.setFileName({});
    return platform::syncFolder(QFileInfo(path_).absolutePath());
}

Done couldNotWrite(const QString &path, const QString &why) {
    const QString text = QCoreApplication::translate("SaveFile", "Could not write %1: %2. Nothing was changed there.");
    return std::unexpected(Error{.kind = ErrorKind::Storage,
                                 .message = text.arg(QDir::toNativeSeparators(path), why),
                                 .technical = path + u": "_s + why});
}

} // namespace keywright
