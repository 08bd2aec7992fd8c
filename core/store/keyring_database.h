// Opening a keyring's file: whatever it is, it is looked at before anything in it is believed.
#pragma once

#include "core/store/connection.h"

namespace keywright {

struct KeyringDatabase {
    std::unique_ptr<Connection> connection;
    ConnectionOptions options; ///< opens another connection to the same file in the same way
    bool writable = true;
    QString readOnlyReason;
    QStringList warnings;   ///< a cloud-sync folder
    bool checkedAll = true; ///< false: too big to check all of its pages before showing it
};

/// Opens and checks: the file system, application id, format, schema equal to the migrations', pages. Brings an older
/// format up to date. A newer format, or a file that can't be written, opens for reading alone, with the reason.
/// `Access::Read` never writes to it, whatever it is (a backup).
enum class Access { Write, Read };
Result<KeyringDatabase> openKeyringDatabase(const QString &path, Access access = Access::Write);

/// An empty database with the schema, for a new keyring: in memory, or in an existing empty file.
Result<std::unique_ptr<Connection>> openBlankDatabase(const QString &path);

/// What PRAGMA quick_check or integrity_check finds; empty: nothing.
Result<QStringList> checkPages(Connection &connection, bool quick);

} // namespace keywright
