#include "core/store/shared_database.h"

#include "core/store/postgresql_dialect.h"
#include "core/store/schema.h"

#include <QCoreApplication>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

} // namespace

Result<KeyringDatabase> connectShared(const QString &place, Access access) {
    KeyringDatabase database;
    database.options.path = place;
    database.options.readOnly = access == Access::Read;
    auto connection = Connection::open(database.options);
    if (!connection)
        return std::unexpected(connection.error());
    database.connection = std::move(*connection);
    const auto readOnly = database.connection->number(PostgresqlDialect::isReadOnly());
    if (!readOnly)
        return std::unexpected(readOnly.error());
    database.writable = access == Access::Write && *readOnly == 0;
    if (!database.writable)
        database.readOnlyReason =
            Words::tr("The keyring %1 can be read, not changed: the database is a standby, or its user may not write.")
                .arg(database.connection->place());
    return database;
}

Done isVacant(Connection &connection) {
    const auto format = formatOf(connection);
    if (!format)
        return std::unexpected(format.error());
    const auto count =
        connection.number(*format > 0 ? QStringLiteral("SELECT count(*) FROM meta") : PostgresqlDialect::tableCount());
    if (!count)
        return std::unexpected(count.error());
    if (*count == 0)
        return {};
    return failure(ErrorKind::Invalid,
                   *format > 0
                       ? Words::tr("There is a keyring in %1 already.").arg(connection.place())
                       : Words::tr("The database %1 holds other tables. Give the keyring a database of its own.")
                             .arg(connection.place()),
                   QStringLiteral("store"));
}

} // namespace keywright
