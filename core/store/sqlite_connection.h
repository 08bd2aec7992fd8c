// SQLite through its own interface: a list of a million keys is mostly values on their way, and QtSql makes each one a
// QVariant and each text a QString of its own.
#pragma once

#include "core/store/connection.h"
#include "core/store/sqlite_dialect.h"

struct sqlite3;

namespace keywright {

class SqliteConnection final : public Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const ConnectionOptions &options);
    ~SqliteConnection() override;
    const Dialect &dialect() const override { return dialect_; }
    bool inTransaction() const override;

protected:
    std::unique_ptr<Statement> prepare(const QString &sql) override;
    DatabaseFault fault() const override;

private:
    explicit SqliteConnection(const ConnectionOptions &options);
    static int waitForLock(void *self, int tries);

    const SqliteDialect dialect_;
    sqlite3 *database_ = nullptr;
    const std::chrono::milliseconds busyTimeout_;
    std::chrono::steady_clock::time_point waitingSince_;
};

} // namespace keywright
