// The limit of reading the list: a bare scan through the C API of SQLite.
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <sqlite3.h>

namespace keywright::bench {

/// The columns that the list reads (core/store/key_table.cpp).
inline constexpr auto listScan =
    "SELECT k.n, k.id, k.name, k.first_chars, k.last_chars, k.scopes, k.owner, k.kind, k.created_at, k.expires_at, "
    "k.revoked_at, k.revoke_reason, k.deprecated_at, k.auto_revoke_at, k.lineage, k.replaced_by, k.daily_limit, "
    "k.monthly_limit, k.delivered_at, k.revision, u.last_used_at, u.requests, u.refused "
    "FROM keys k LEFT JOIN usage u ON u.n = k.n ORDER BY k.n";

/// Seconds that a bare scan of those columns takes.
inline double scanSeconds(const QString &path) {
    QElapsedTimer time;
    time.start();
    sqlite3 *db = nullptr;
    sqlite3_stmt *scan = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_prepare_v2(db, listScan, -1, &scan, nullptr);
    qint64 sum = 0;
    while (sqlite3_step(scan) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(scan); ++column) {
            if (sqlite3_column_type(scan, column) == SQLITE_TEXT)
                sum += sqlite3_column_text(scan, column)[0];
            else
                sum += sqlite3_column_int64(scan, column);
        }
    }
    sqlite3_finalize(scan);
    sqlite3_close(db);
    if (sum == 0)
        qFatal("nothing was read");
    return double(time.nsecsElapsed()) / 1e9;
}

} // namespace keywright::bench
