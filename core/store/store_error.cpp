#include "core/store/store_error.h"

#include "core/store/dialect.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

QString sentence(dialect::Fault fault, const QString &place) {
    switch (fault) {
    case dialect::Fault::Busy:
        return Words::tr("Another program keeps the keyring %1 locked. Nothing was changed. Close that program or wait "
                         "for it, then try again.")
            .arg(place);
    case dialect::Fault::ReadOnly:
        return Words::tr("The keyring %1 can't be written. Check the permissions of the file and its folder.")
            .arg(place);
    case dialect::Fault::CannotOpen:
        return Words::tr("The keyring %1 can't be opened. Check that the file exists, and the permissions of the file "
                         "and its folder.")
            .arg(place);
    case dialect::Fault::Full:
        return Words::tr("The disk that holds the keyring %1 is full. Nothing was changed. Make room, then try again.")
            .arg(place);
    case dialect::Fault::InputOutput:
        return Words::tr("Reading or writing the keyring %1 failed. Nothing was changed. Check the disk and its free "
                         "space, then try again.")
            .arg(place);
    case dialect::Fault::Corrupt:
        return Words::tr("The keyring %1 is damaged. Restore it from a backup.").arg(place);
    case dialect::Fault::NotADatabase:
        return Words::tr("%1 is not a keyring, or it is damaged. Choose another file, or restore it from a backup.")
            .arg(place);
    case dialect::Fault::Constraint:
        return Words::tr("The keyring %1 refused the change: it would break a rule of the file. Nothing was changed.")
            .arg(place);
    case dialect::Fault::Other:
        break;
    }
    return Words::tr("The keyring %1 could not be used. Nothing was changed. Try again; if it happens again, check the "
                     "file.")
        .arg(place);
}

const QString damageMark = QStringLiteral("damaged: ");

} // namespace

bool isDamage(const Error &error) {
    return error.kind == ErrorKind::Storage && error.technical.startsWith(damageMark);
}

Error storeError(const QSqlError &error, const QString &place, const QString &statement) {
    const auto what = dialect::fault(error.nativeErrorCode());
    const bool damage = what == dialect::Fault::Corrupt || what == dialect::Fault::NotADatabase;
    const QString native = QStringLiteral("%1 %2 %3: %4")
                               .arg(dialect::driver(), error.nativeErrorCode(), error.databaseText().trimmed(),
                                    statement.simplified().left(120));
    return Error{.kind = ErrorKind::Storage,
                 .message = sentence(what, QDir::toNativeSeparators(place)),
                 .technical = damage ? damageMark + native : native};
}

Error damagedError(const QString &place, const QString &technical) {
    return Error{.kind = ErrorKind::Storage,
                 .message = sentence(dialect::Fault::Corrupt, QDir::toNativeSeparators(place)),
                 .technical = damageMark + technical};
}

} // namespace keywright
