#include "app/cli/key_file.h"

#include "core/platform/file_system.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::KeyFile)
};

constexpr qint64 longestKey = 4096;

Result<KeptSecret> keyFrom(QByteArrayView bytes) {
    const QByteArrayView trimmed = bytes.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestKey ||
        !std::ranges::all_of(trimmed, [](char c) { return c > 0x20 && c < 0x7f; }))
        return failure(ErrorKind::Invalid, Words::tr("There is no management key in it: one line, without spaces."));
    return std::make_shared<const Secret>(trimmed);
}

} // namespace

Result<KeptSecret> readKeyFile(const QString &path, Console &console) {
    if (path == QStringLiteral("-")) {
        const Result<Secret> typed = console.readSecret(Words::tr("Management key: "));
        return typed ? keyFrom(typed->view()) : Result<KeptSecret>(std::unexpected(typed.error()));
    }
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage, Words::tr("%1 can't be read: %2").arg(shown, file.errorString()));
    if (platform::othersMayRead(path))
        return failure(ErrorKind::Refused,
                       Words::tr("Others can read %1, which holds a management key. Take that away first: %2")
                           .arg(shown, platform::commandThatMakesPrivate(path)));
    QByteArray bytes = file.read(longestKey + 1);
    const Result<KeptSecret> key = keyFrom(bytes);
    wipe(bytes);
    return key;
}

} // namespace keywright
