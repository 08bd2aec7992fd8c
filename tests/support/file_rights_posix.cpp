#include "tests/support/file_rights.h"

#include <QFile>

namespace keywright::test {

bool isForOwnerAlone(const QString &path) {
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return QFile::exists(path) && !(QFile::permissions(path) & others);
}

bool openToEverybody(const QString &path) {
    return QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadGroup | QFile::ReadOther);
}

} // namespace keywright::test
