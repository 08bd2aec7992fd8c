#include "core/store/store_error.h"

#include <QCoreApplication>
#include <QDir>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

QString sentence(Fault what, const QString &place) {
    switch (what) {
    case Fault::Busy:
        return Words::tr("Another program keeps the keyring %1 locked. Nothing was changed. Close that program or wait "
                         "for it, then try again.")
            .arg(place);
    case Fault::ReadOnly:
        return Words::tr("The keyring %1 can't be written. Check the permissions of the file and its folder.")
            .arg(place);
    case Fault::CannotOpen:
        return Words::tr("The keyring %1 can't be opened. Check that the file exists, and the permissions of the file "
                         "and its folder.")
            .arg(place);
    case Fault::Away:
        return Words::tr(
                   "The connection to the database %1 is lost. What was asked for may have been done or not: look "
                   "before you ask again. It is used again as soon as it answers.")
            .arg(place);
    case Fault::Full:
        return Words::tr("The disk that holds the keyring %1 is full. Nothing was changed. Make room, then try again.")
            .arg(place);
    case Fault::InputOutput:
        return Words::tr("Reading or writing the keyring %1 failed. Nothing was changed. Check the disk and its free "
                         "space, then try again.")
            .arg(place);
    case Fault::Corrupt:
        return Words::tr("The keyring %1 is damaged. Restore it from a backup.").arg(place);
    case Fault::NotADatabase:
        return Words::tr("%1 is not a keyring, or it is damaged. Choose another file, or restore it from a backup.")
            .arg(place);
    case Fault::Constraint:
        return Words::tr("The keyring %1 refused the change: it would break a rule of the file. Nothing was changed.")
            .arg(place);
    case Fault::Other:
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

Error storeError(const DatabaseFault &fault, const QString &place, const QString &statement) {
    const bool damage = fault.what == Fault::Corrupt || fault.what == Fault::NotADatabase;
    const QString native = fault.technical.trimmed() + QStringLiteral(": ") + statement.simplified().left(120);
    return Error{.kind = ErrorKind::Storage,
                 .message = sentence(fault.what, QDir::toNativeSeparators(place)),
                 .technical = damage ? damageMark + native : native};
}

Error damagedError(const QString &place, const QString &technical) {
    return Error{.kind = ErrorKind::Storage,
                 .message = sentence(Fault::Corrupt, QDir::toNativeSeparators(place)),
                 .technical = damageMark + technical};
}

} // namespace keywright
