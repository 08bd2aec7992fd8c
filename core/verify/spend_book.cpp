#include "core/verify/spend_book.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr qint64 julianEpoch = 2'440'588; // the Julian day of 1970-01-01

QDate dayOf(Instant at) {
    return toUtc(at).date();
}

QDate monthOf(QDate day) {
    return {day.year(), day.month(), 1};
}

Seconds until(QDate next, Instant at) {
    return toInstant(next.startOfDay(Qt::UTC)) - at;
}

} // namespace

SpendBook::Accounts &SpendBook::accountsOf(Shard &shard, std::string_view lineage) {
    const auto known = shard.accounts.find(lineage);
    return known != shard.accounts.end() ? known->second : shard.accounts[std::string(lineage)];
}

/// Brings the account to its period. What an older one has not written yet stays to be written.
void SpendBook::turn(Shard &shard, std::string_view lineage, Account &account, qint64 since, bool month) {
    if (account.since >= since)
        return;
    if (account.unwritten != 0)
        shard.left.push_back({std::string(lineage), account.since, month, account.unwritten});
    account = {.since = since};
}

/// For every request of a key that has limits: in whole numbers, without a calendar's help.
void SpendBook::turn(Shard &shard, std::string_view lineage, Accounts &accounts, Instant at) {
    const auto day = std::chrono::floor<Days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::sys_days month = date.year() / date.month() / 1;
    turn(shard, lineage, accounts.day, julianEpoch + day.time_since_epoch().count(), false);
    turn(shard, lineage, accounts.month, julianEpoch + month.time_since_epoch().count(), true);
}

SpendBook::Reservation SpendBook::reserve(std::string_view lineage, const KeyLimits &limits,
                                          std::optional<MicroUsd> cost, Instant at) {
    Shard &shard = shardOf(lineage);
    const std::lock_guard lock(shard.mutex);
    Accounts &accounts = accountsOf(shard, lineage);
    turn(shard, lineage, accounts, at);
    Reservation reservation{.spent = {{accounts.day.total()}, {accounts.month.total()}}};
    reservation.granted = maySpend(limits, reservation.spent, cost);
    if (!reservation.granted) {
        const bool monthIsOver =
            !maySpend({.daily = {}, .monthly = limits.monthly, .perMinute = {}}, reservation.spent, cost);
        const QDate day = dayOf(at);
        reservation.retryAfter = until(monthIsOver ? monthOf(day).addMonths(1) : day.addDays(1), at);
    } else if (cost) {
        accounts.day.unwritten += cost->micros;
        accounts.month.unwritten += cost->micros;
        reservation.spent.daily.micros += cost->micros;
        reservation.spent.monthly.micros += cost->micros;
    }
    return reservation;
}

Spend SpendBook::spent(std::string_view lineage, Instant at) {
    Shard &shard = shardOf(lineage);
    const std::lock_guard lock(shard.mutex);
    const auto known = shard.accounts.find(lineage);
    if (known == shard.accounts.end())
        return {};
    turn(shard, lineage, known->second, at);
    return {{known->second.day.total()}, {known->second.month.total()}};
}

void SpendBook::learn(const SpendRow &row) {
    const std::string lineage = row.lineage.toStdString();
    Shard &shard = shardOf(lineage);
    const std::lock_guard lock(shard.mutex);
    Accounts &accounts = accountsOf(shard, lineage);
    Account &account = row.month ? accounts.month : accounts.day;
    turn(shard, lineage, account, row.day.toJulianDay(), row.month);
    if (account.since != row.day.toJulianDay() || row.change < account.change)
        return;
    account.stored = row.amount.micros;
    account.change = row.change;
}

void SpendBook::forgetStored() {
    for (Shard &shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        for (auto &[lineage, accounts] : shard.accounts) {
            accounts.day.stored = accounts.day.change = 0;
            accounts.month.stored = accounts.month.change = 0;
        }
    }
}

std::vector<SpendBook::Unwritten> SpendBook::takeUnwritten() {
    std::vector<Unwritten> taken;
    const auto take = [&](const std::string &lineage, Account &account, bool month) {
        if (account.unwritten == 0)
            return;
        taken.push_back({lineage, QDate::fromJulianDay(account.since), month, {account.unwritten}});
        account.underWay += std::exchange(account.unwritten, 0);
    };
    for (Shard &shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        for (auto &[lineage, accounts] : shard.accounts) {
            take(lineage, accounts.day, false);
            take(lineage, accounts.month, true);
        }
        for (Left &left : shard.left)
            taken.push_back({std::move(left.lineage), QDate::fromJulianDay(left.since), left.month, {left.amount}});
        shard.left.clear();
    }
    return taken;
}

void SpendBook::written(const Unwritten &amount, const SpendRow &row) {
    {
        Shard &shard = shardOf(amount.lineage);
        const std::lock_guard lock(shard.mutex);
        Accounts &accounts = accountsOf(shard, amount.lineage);
        Account &account = amount.month ? accounts.month : accounts.day;
        if (account.since == amount.day.toJulianDay())
            account.underWay -= std::min(account.underWay, amount.amount.micros);
    }
    learn(row);
}

void SpendBook::notWritten(const Unwritten &amount) {
    Shard &shard = shardOf(amount.lineage);
    const std::lock_guard lock(shard.mutex);
    Accounts &accounts = accountsOf(shard, amount.lineage);
    Account &account = amount.month ? accounts.month : accounts.day;
    if (account.since != amount.day.toJulianDay()) {
        shard.left.push_back({amount.lineage, amount.day.toJulianDay(), amount.month, amount.amount.micros});
        return;
    }
    account.underWay -= std::min(account.underWay, amount.amount.micros);
    account.unwritten += amount.amount.micros;
}

} // namespace keywright
