// The SQL that differs between SQLite and PostgreSQL, in one place. Everything else in this room is plain SQL.
#pragma once

#include <QString>
#include <QStringList>

namespace keywright::dialect {

/// `KWRT`: says whose file it is.
inline constexpr int applicationId = 0x4b575254;

/// Starts a transaction that holds the write lock from its first moment.
QString beginWrite();
QString beginRead();
QString commit();
QString rollback();
/// The same for a part of an open transaction; parts don't nest.
QString beginPart();
QString endPart();
QString rollbackPart();

/// What every connection is told before anything else is read from a file that might be hostile.
QStringList guards();
/// What a writing connection is told: journal, durability.
QStringList durability();
/// Refuse every write on this connection, or allow them again.
QString queryOnly(bool on);

/// A number that moves when another connection commits.
QString dataVersion();
QString formatNumber();
QString setFormatNumber(int format);
QString readApplicationId();
QString setApplicationId();
/// Columns type, name, sql of everything that the schema holds, in a fixed order.
QString schemaObjects();
QString integrityCheck(bool quick);
/// Binds the target path.
QString copyInto();
QString fileSize();
/// Moves the journal into the file and empties it.
QString checkpoint();

} // namespace keywright::dialect
