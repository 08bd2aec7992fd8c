#include "core/store/postgresql_dialect.h"

#include <QRegularExpression>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// What the shared migrations say in SQLite's words.
QString translated(QString statement) {
    static const QRegularExpression table(u"\\)\\s*STRICT(\\s*,\\s*WITHOUT ROWID)?\\s*$"_s);
    static const QRegularExpression number(u"\\bINTEGER\\b"_s);
    static const QRegularExpression bytes(u"\\bBLOB\\b"_s);
    return statement.replace(table, u")"_s).replace(number, u"BIGINT"_s).replace(bytes, u"BYTEA"_s);
}

} // namespace

/// One lock for all who write: it puts the chain and the feed in one order, and is given back once what was written can
/// be seen.
QStringList PostgresqlDialect::beginWrite() const {
    return {u"BEGIN ISOLATION LEVEL READ COMMITTED"_s, u"SELECT pg_advisory_xact_lock(%1)"_s.arg(applicationId)};
}

QStringList PostgresqlDialect::beginRead() const {
    return {u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s};
}

/// A writer that is cut off from the database must not hold the lock for long. An acknowledged change survives a crash,
/// whatever the database's default is.
QStringList PostgresqlDialect::guards(std::chrono::milliseconds busyTimeout) const {
    return {u"SET lock_timeout = %1"_s.arg(busyTimeout.count()), u"SET idle_in_transaction_session_timeout = 60000"_s,
            u"SET client_min_messages = error"_s,
            u"SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = "
            u"'off'"_s};
}

QStringList PostgresqlDialect::durability() const {
    return {};
}

QString PostgresqlDialect::queryOnly(bool on) const {
    return on ? u"SET default_transaction_read_only = on"_s : u"SET default_transaction_read_only = off"_s;
}

QString PostgresqlDialect::checkpoint() const {
    return {};
}

/// Whatever changes the keyring moves a feed, which stands in this row: which transaction wrote it last?
QString PostgresqlDialect::dataVersion() const {
    return u"SELECT xmin::text::bigint FROM meta"_s;
}

// The format stands in the comment of the table `meta`, as a file has it in its header.

QString PostgresqlDialect::readApplicationId() const {
    return u"SELECT CASE WHEN obj_description(to_regclass('meta'), 'pg_class') LIKE 'Keywright, format %' "
           u"THEN %1 ELSE 0 END"_s.arg(applicationId);
}

QString PostgresqlDialect::formatNumber() const {
    return u"SELECT substring(obj_description(to_regclass('meta'), 'pg_class') FROM '^Keywright, format ([0-9]+)$')"
           u"::integer"_s;
}

QStringList PostgresqlDialect::setFormat(int format) const {
    return {u"COMMENT ON TABLE meta IS 'Keywright, format %1'"_s.arg(format)};
}

/// Triggers are written anew in the file of the same number: this database's are functions.
QStringList PostgresqlDialect::migration(const QString &file) const {
    QStringList statements;
    for (const QString &statement : statementsIn(u":/keywright/sql/"_s + file)) {
        if (!statement.startsWith(u"CREATE TRIGGER "_s))
            statements << translated(statement);
    }
    return statements + statementsIn(u":/keywright/sql/postgresql/"_s + file);
}

QString PostgresqlDialect::schemaObjects() const {
    return uR"(SELECT 'table', relname::text, '' FROM pg_class
               WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind IN ('r', 'p')
               UNION ALL
               SELECT 'index', c.relname::text, '' FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
               WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND i.indisvalid
                   AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)
               UNION ALL
               SELECT 'trigger', t.tgname::text, '' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
               WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND NOT t.tgisinternal
                   AND t.tgenabled IN ('O', 'A')
               ORDER BY 1, 2)"_s;
}

QString PostgresqlDialect::integrityCheck(bool) const {
    return {};
}

QString PostgresqlDialect::fileSize() const {
    return {};
}

QString PostgresqlDialect::channel() {
    return u"keywright"_s;
}

QString PostgresqlDialect::isReadOnly() {
    return u"SELECT pg_is_in_recovery() OR coalesce(NOT has_table_privilege(to_regclass('keys'), 'INSERT'), false)"_s;
}

QString PostgresqlDialect::tableCount() {
    return u"SELECT count(*) FROM pg_class WHERE relnamespace = quote_ident(current_schema())::regnamespace AND "
           u"relkind IN ('r', 'p')"_s;
}

} // namespace keywright
