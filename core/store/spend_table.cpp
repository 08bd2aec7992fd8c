#include "core/store/spend_table.h"

#include "core/store/sql_values.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr Days chargesKept{62};
constexpr qsizetype monthLength = 7; // of `2027-01`

QString periodText(QDate day, bool month) {
    return day.toString(month ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s);
}

} // namespace

Result<SpendRow> addSpend(Connection &connection, const QString &lineage, QDate day, bool month, MicroUsd amount,
                          qint64 usageFeed) {
    const QString period = periodText(day, month);
    auto done = connection.run(u"INSERT INTO spend (lineage, period, micros, change_seq) VALUES (?, ?, ?, ?) "
                               u"ON CONFLICT (lineage, period) DO UPDATE SET micros = spend.micros + excluded.micros, "
                               u"change_seq = excluded.change_seq"_s,
                               {lineage, period, amount.micros, usageFeed});
    if (!done)
        return std::unexpected(done.error());
    auto total = connection.number(u"SELECT micros FROM spend WHERE lineage = ? AND period = ?"_s, {lineage, period});
    if (!total)
        return std::unexpected(total.error());
    return SpendRow{.lineage = lineage, .day = day, .month = month, .amount = {*total}, .change = usageFeed};
}

Done forEachSpend(Connection &connection, qint64 since, QDate day, const std::function<void(const SpendRow &)> &each) {
    return connection.forEach(
        u"SELECT lineage, period, micros, change_seq FROM spend WHERE change_seq > ? AND period IN (?, ?)"_s,
        {since, periodText(day, false), periodText(day, true)}, [&](const Row &row) {
            const bool month = row.text(1).size() == monthLength;
            each({.lineage = row.text(0),
                  .day = month ? QDate(day.year(), day.month(), 1) : day,
                  .month = month,
                  .amount = {row.integer(2)},
                  .change = row.integer(3)});
        });
}

Result<bool> noteCharge(Connection &connection, const QString &id, const QString &lineage, Instant at) {
    if (auto done = connection.run(u"DELETE FROM charge WHERE at < ?"_s, {toEpoch(at - chargesKept)}); !done)
        return std::unexpected(done.error());
    auto rows =
        connection.change(u"INSERT INTO charge (id, lineage, at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
                          {id, lineage, toEpoch(at)});
    if (!rows)
        return std::unexpected(rows.error());
    return *rows == 1;
}

} // namespace keywright
