#include "core/store/dialect.h"

namespace keywright::dialect {

using namespace Qt::StringLiterals;

QString driver() {
    return QStringLiteral("QSQLITE");
}

QString beginWrite() {
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString beginRead() {
    return QStringLiteral("BEGIN");
}

QString commit() {
    return QStringLiteral("COMMIT");
}

QString rollback() {
    return QStringLiteral("ROLLBACK");
}

QStringList guards() {
    return {QStringLiteral("PRAGMA trusted_schema = OFF"), QStringLiteral("PRAGMA cell_size_check = ON"),
            QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA secure_delete = ON"),
            QStringLiteral("PRAGMA temp_store = MEMORY")};
}

QStringList durability() {
    return {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL")};
}

QString queryOnly(bool on) {
    return on ? QStringLiteral("PRAGMA query_only = ON") : QStringLiteral("PRAGMA query_only = OFF");
}

QString utf8Of(const QStringList &columns) {
    return QStringLiteral("CAST(%1 AS BLOB)").arg(columns.join(QStringLiteral(" AS BLOB), CAST(")));
}

QString dataVersion() {
    return QStringLiteral("PRAGMA data_version");
}

QString formatNumber() {
    return QStringLiteral("PRAGMA user_version");
}

QString setFormatNumber(int format) {
    return QStringLiteral("PRAGMA user_version = %1").arg(format);
}

QString readApplicationId() {
    return QStringLiteral("PRAGMA application_id");
}

QString setApplicationId() {
    return QStringLiteral("PRAGMA application_id = %1").arg(applicationId);
}

QString schemaObjects() {
    return QStringLiteral(R"(SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'
                             ORDER BY type, name)");
}

QString integrityCheck(bool quick) {
    return quick ? QStringLiteral("PRAGMA quick_check(20)") : QStringLiteral("PRAGMA integrity_check(100)");
}

QString copyInto() {
    return QStringLiteral("VACUUM INTO ?");
}

QString fileSize() {
    return QStringLiteral("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
}

QString checkpoint() {
    return QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)");
}

Fault fault(const QString &nativeCode) {
    switch (nativeCode.toInt() & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL: the journal's locks could not be had
        return Fault::Busy;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
        return Fault::ReadOnly;
    case 14: // SQLITE_CANTOPEN
        return Fault::CannotOpen;
    case 13: // SQLITE_FULL
        return Fault::Full;
    case 10: // SQLITE_IOERR
        return Fault::InputOutput;
    case 11: // SQLITE_CORRUPT
        return Fault::Corrupt;
    case 26: // SQLITE_NOTADB
        return Fault::NotADatabase;
    case 19: // SQLITE_CONSTRAINT
        return Fault::Constraint;
    default:
        return Fault::Other;
    }
}

} // namespace keywright::dialect
