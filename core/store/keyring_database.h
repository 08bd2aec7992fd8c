// Opening a keyring, in a file or in a shared database: whatever it is, it is looked at before anything in it is
// believed.
#pragma once

#include "core/store/connection.h"

namespace keywright {

struct KeyringDatabase {
    std::unique_ptr<Connection> connection;
    ConnectionOptions options; ///< opens another connection to the same place in the same way
    bool writable = true;
    QString readOnlyReason;
    QStringList warnings;   ///< a cloud-sync folder
    bool checkedAll = true; ///< false: too big to check all of its pages before showing it
};

/// Opens and checks: the file system, application id, format, schema equal to the migrations', pages. Brings an older
/// format up to date. A newer format, or a file that can't be written, opens for reading alone, with the reason.
/// `Access::Read` never writes to it, whatever it is (a backup).
enum class Access { Write, Read };
Result<KeyringDatabase> openKeyringDatabase(const QString &place, Access access = Access::Write);

/// An empty database with the schema, for a new keyring: in memory, in an existing empty file, or in a shared database
/// that holds nothing else.
Result<std::unique_ptr<Connection>> openBlankDatabase(const QString &place);

/// Refuses every write on this connection, or allows them again.
Done refuseWrites(Connection &connection, bool on);

/// What the database finds wrong with its pages; empty: nothing, or it keeps them itself.
Result<QStringList> checkPages(Connection &connection, bool quick);

} // namespace keywright
