#include "core/store/sqlite_dialect.h"

namespace keywright {

using namespace Qt::StringLiterals;

/// QtSql's own BEGIN would take the write lock too late.
QStringList SqliteDialect::beginWrite() const {
    return {u"BEGIN IMMEDIATE"_s};
}

QStringList SqliteDialect::beginRead() const {
    return {u"BEGIN"_s};
}

/// The file might be hostile. The busy timeout is the driver's.
QStringList SqliteDialect::guards(std::chrono::milliseconds) const {
    return {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s, u"PRAGMA foreign_keys = ON"_s,
            u"PRAGMA secure_delete = ON"_s, u"PRAGMA temp_store = MEMORY"_s};
}

QStringList SqliteDialect::durability() const {
    return {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s};
}

QString SqliteDialect::queryOnly(bool on) const {
    return on ? u"PRAGMA query_only = ON"_s : u"PRAGMA query_only = OFF"_s;
}

QString SqliteDialect::checkpoint() const {
    return u"PRAGMA wal_checkpoint(TRUNCATE)"_s;
}

QString SqliteDialect::dataVersion() const {
    return u"PRAGMA data_version"_s;
}

QString SqliteDialect::readApplicationId() const {
    return u"PRAGMA application_id"_s;
}

QString SqliteDialect::formatNumber() const {
    return u"PRAGMA user_version"_s;
}

QStringList SqliteDialect::setFormat(int format) const {
    return {u"PRAGMA application_id = %1"_s.arg(applicationId), u"PRAGMA user_version = %1"_s.arg(format)};
}

QStringList SqliteDialect::migration(const QString &file) const {
    return statementsIn(u":/keywright/sql/"_s + file);
}

QString SqliteDialect::schemaObjects() const {
    return uR"(SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'
               ORDER BY type, name)"_s;
}

QString SqliteDialect::integrityCheck(bool quick) const {
    return quick ? u"PRAGMA quick_check(20)"_s : u"PRAGMA integrity_check(100)"_s;
}

QString SqliteDialect::fileSize() const {
    return u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s;
}

QString SqliteDialect::copyInto() {
    return u"VACUUM INTO ?"_s;
}

} // namespace keywright
