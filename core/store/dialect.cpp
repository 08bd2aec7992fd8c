#include "core/store/dialect.h"

namespace keywright::dialect {

using namespace Qt::StringLiterals;

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

QString beginPart() {
    return QStringLiteral("SAVEPOINT part");
}

QString endPart() {
    return QStringLiteral("RELEASE part");
}

QString rollbackPart() {
    return QStringLiteral("ROLLBACK TO part");
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

} // namespace keywright::dialect
