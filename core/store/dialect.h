// The SQL that differs between databases, as one choice of a connection. Everything else in this room is plain SQL.
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace keywright {

/// Stateless: one object for each kind of database.
class Dialect {
public:
    virtual ~Dialect() = default;

    /// Starts a transaction that holds the write lock from its first moment.
    virtual QStringList beginWrite() const = 0;
    /// Starts a transaction that sees one moment.
    virtual QStringList beginRead() const = 0;
    /// What every connection is told before anything else.
    virtual QStringList guards(std::chrono::milliseconds busyTimeout) const = 0;
    /// What a writing connection is told: an acknowledged change survives a crash.
    virtual QStringList durability() const = 0;
    /// Refuse every write on this connection, or allow them again.
    virtual QString queryOnly(bool on) const = 0;
    /// Empties whatever still holds deleted rows; empty: the database sees to that.
    virtual QString checkpoint() const = 0;

    /// A number that moves when another connection changes the keyring.
    virtual QString dataVersion() const = 0;
    virtual QString readApplicationId() const = 0;
    virtual QString formatNumber() const = 0;
    /// Says whose it is, and which format it has.
    virtual QStringList setFormat(int format) const = 0;

    /// A migration's statements, written for SQLite, as this database takes them, with what it has of its own.
    virtual QStringList migration(const QString &file) const = 0;
    /// Columns type, name, sql of everything that the schema holds, in a fixed order.
    virtual QString schemaObjects() const = 0;
    /// Whether `sql` is what a migration said, to the letter; else it is empty.
    virtual bool keepsSchemaText() const = 0;
    /// Findings, one a row, or `ok`; empty: the database keeps its pages itself.
    virtual QString integrityCheck(bool quick) const = 0;
    /// In bytes; empty: of no meaning.
    virtual QString fileSize() const = 0;
};

/// `KWRT`: says whose database it is.
inline constexpr int applicationId = 0x4b575254;

/// The statements of a migration's file, which end where an empty line follows the semicolon.
QStringList statementsIn(const QString &file);

} // namespace keywright
