#include "app/server/config/store_option.h"

#include "core/keyring/keyring_file.h"
#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestAddress = 4'096;

QString say(const char *text) {
    return QCoreApplication::translate("ServerOptions", text);
}

/// Its owner alone reads it; root's may be read by a group, too.
Done isPrivate(const QString &file) {
    const QFileInfo info(file);
    const auto others = QFile::ReadOther | QFile::WriteOther;
    const auto group = QFile::ReadGroup | QFile::WriteGroup;
    const auto forbidden = info.ownerId() == 0 ? others | QFile::WriteGroup : others | group;
    if (!(info.permissions() & forbidden))
        return {};
    return failure(
        ErrorKind::Refused,
        say("Others can read %1, which holds the database's password. Take the permission away: chmod 600.").arg(file),
        u"store"_s);
}

Result<QString> readPlace(const QString &name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, say("The file %1 can't be read.").arg(name), u"store_file"_s);
    if (const Done done = isPrivate(name); !done)
        return std::unexpected(done.error());
    const QString place = QString::fromUtf8(file.read(longestAddress)).trimmed();
    if (!isSharedStore(place))
        return failure(ErrorKind::Invalid,
                       say("The file %1 holds no address of a database (postgresql://...).").arg(name),
                       u"store_file"_s);
    return place;
}

/// Arguments and the environment are seen by other programs.
Done secretIsKept(const QString &place, const StoreOrigin &origin) {
    if (!holdsPassword(place))
        return {};
    const bool shown = std::ranges::any_of(origin.arguments, [&](const QString &one) { return one.contains(place); });
    if (shown || qEnvironmentVariable("KEYWRIGHTD_STORE") == place ||
        qEnvironmentVariable("KEYWRIGHT_KEYRING") == place)
        return failure(ErrorKind::Refused,
                       say("The address of the database holds a password, where others can read it. Change that "
                           "password, and write the address into a private file: --store-file, or passfile=FILE in "
                           "the address."),
                       u"store"_s);
    return isPrivate(origin.file);
}

} // namespace

Result<QString> storePlace(const StoreOptions &options, const StoreOrigin &origin) {
    if (!options.storeFile.isEmpty())
        return readPlace(options.storeFile);
    if (!options.store.isEmpty() && !isSharedStore(options.store))
        return failure(ErrorKind::Invalid,
                       say("--store takes the address of a database (postgresql://...). A file is named by --keyring."),
                       u"store"_s);
    const QString place = options.store.isEmpty() ? options.keyring : options.store;
    if (place.isEmpty())
        return defaultKeyringPath();
    if (const Done done = secretIsKept(place, origin); !done)
        return std::unexpected(done.error());
    return place;
}

} // namespace keywright
