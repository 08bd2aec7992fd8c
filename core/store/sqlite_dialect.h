// SQLite: a file, or memory.
#pragma once

#include "core/store/dialect.h"

namespace keywright {

class SqliteDialect final : public Dialect {
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
    bool keepsSchemaText() const override { return true; }
    QString integrityCheck(bool quick) const override;
    QString fileSize() const override;

    /// Copies a whole keyring into another file; binds its path.
    static QString copyInto();
};

} // namespace keywright
