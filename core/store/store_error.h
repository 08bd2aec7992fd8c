// What the database said, as an Error for people: what happened, to which file, what to do.
#pragma once

#include "core/model/result.h"

class QSqlError;

namespace keywright {

/// `place` is the file's path (or "in memory"); `statement` stands in the technical part, without bound values.
Error storeError(const QSqlError &error, const QString &place, const QString &statement);

/// A row that cannot be what was written: the file is damaged.
Error damagedError(const QString &place, const QString &technical);

/// Whether the error says that the file itself can't be read (as against: not now, or not by us).
bool isDamage(const Error &error);

} // namespace keywright
