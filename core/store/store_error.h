// What the database said, as an Error for people: what happened, to which file, what to do.
#pragma once

#include "core/model/result.h"

namespace keywright {

/// What went wrong, as far as a person or the caller must tell it apart.
enum class Fault {
    Busy,
    ReadOnly,
    CannotOpen,
    Away, ///< a database server that can't be reached, or a connection to it that broke
    Full,
    InputOutput,
    Corrupt,
    NotADatabase,
    Constraint,
    Other,
};

struct DatabaseFault {
    Fault what = Fault::Other;
    QString technical; ///< the database's name, its code and its words; never a bound value
};

/// `place` is the file's path (or "in memory"); `statement` stands in the technical part, without bound values.
Error storeError(const DatabaseFault &fault, const QString &place, const QString &statement);

/// A row that cannot be what was written: the file is damaged.
Error damagedError(const QString &place, const QString &technical);

/// Whether the error says that the file itself can't be read (as against: not now, or not by us).
bool isDamage(const Error &error);

} // namespace keywright
