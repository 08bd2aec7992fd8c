// PostgreSQL: one store for several servers. One database holds one keyring.
#pragma once

#include "core/store/dialect.h"

namespace keywright {

class PostgresqlDialect final : public Dialect {
public:
    QStringList beginWrite() const override;
    QStringList beginRead() const override;
    QStringList guards(std::chrono::milliseconds busyTimeout) const override;
    QStringList durability() const override;
    QString queryOnly(bool on) const override;
    QString checkpoint() const override;
    QString dataVersion() const override;
    QString readApplicationId() const override;
    QString formatNumber() const override;
    QStringList setFormat(int format) const override;
    QStringList migration(const QString &file) const override;
    QString schemaObjects() const override;
    bool keepsSchemaText() const override { return false; }
    QString integrityCheck(bool quick) const override;
    QString fileSize() const override;

    /// The channel on which the database tells that the keyring changed (resources/sql/postgresql).
    static QString channel();
    /// Whether the keyring can't be written here: a standby, or a role that lacks the permission.
    static QString isReadOnly();
    /// How many tables there are.
    static QString tableCount();
};

} // namespace keywright
