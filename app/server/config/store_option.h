// Where the operator wants the keyring: a file, or a database whose password stands only where nobody else reads it.
#pragma once

#include "core/model/result.h"

#include <QStringList>

namespace keywright {

/// As they were given; at most one of the last two.
struct StoreOptions {
    QString keyring, store, storeFile;
};

/// Where options were read from: the command line, or else the environment and this file.
struct StoreOrigin {
    QStringList arguments;
    QString file;
};

/// The keyring's place. Refused: a password in an argument, in the environment, or in a file that others may read.
Result<QString> storePlace(const StoreOptions &options, const StoreOrigin &origin);

} // namespace keywright
