// What lineages have spent, a row for each UTC day and month, and which charges are counted already.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"
#include "core/store/connection.h"

#include <QDate>

#include <functional>

namespace keywright {

/// What a lineage spent in a UTC day or month; `day` is the day, or the month's first.
struct SpendRow {
    QString lineage;
    QDate day;
    bool month = false;
    MicroUsd amount;
    qint64 change = 0; ///< the usage feed's position of the last charge
};

/// Adds to the day's row, or the month's, and returns what stands there now. Inside a write transaction.
Result<SpendRow> addSpend(Connection &connection, const QString &lineage, QDate day, bool month, MicroUsd amount,
                          qint64 usageFeed);
/// Rows of the day and of its month that changed after `since`.
Done forEachSpend(Connection &connection, qint64 since, QDate day, const std::function<void(const SpendRow &)> &each);

/// Notes a charge by its id; false if it is noted already. Forgets those of the month before last.
Result<bool> noteCharge(Connection &connection, const QString &id, const QString &lineage, Instant at);

} // namespace keywright
