// The numbered migrations in resources/sql, and whether a file's schema is exactly what they make.
#pragma once

#include "core/store/connection.h"

namespace keywright {

/// The newest format that this program knows: the number of migrations.
int knownFormat();

/// The format a file has; 0 for an empty one.
Result<int> formatOf(Connection &connection);

/// Applies what is missing after `from`, each migration in a transaction of its own.
Done migrate(Connection &connection, int from);

/// Names what the schema holds beyond, or lacks of, what the migrations up to `format` make. Empty: equal.
Result<QStringList> schemaDifferences(Connection &connection, int format);

} // namespace keywright
