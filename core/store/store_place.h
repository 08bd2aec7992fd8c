// Where a keyring is kept: the path of a file, or the address of a PostgreSQL database (postgresql://...).
#pragma once

#include "core/model/result.h"

namespace keywright {

/// Whether the place is a database that several servers share; else it is a file's path.
bool isSharedStore(const QString &place);

/// Refuses a shared store where a file is copied or put in its place.
Done keptInFile(const QString &place);

/// The place as people may see it: without password and parameters.
QString shownPlace(const QString &place);

/// Whether the address holds a password, which stands only where nobody else can read it.
bool holdsPassword(const QString &place);

/// What the address says, as the driver wants it.
struct PostgresqlAddress {
    QString host, user, password, database;
    int port = -1;
    QString options; ///< libpq's parameters, for QSqlDatabase::setConnectOptions()
};
/// `postgresql://[user[:password]@][host][:port][/database][?parameter=value&...]`, with libpq's parameters (sslmode,
/// passfile, service, host for a socket's folder, ...): https://www.postgresql.org/docs/current/libpq-connect.html
Result<PostgresqlAddress> parsePostgresqlAddress(const QString &place);

} // namespace keywright
