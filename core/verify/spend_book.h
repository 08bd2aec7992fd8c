// What lineages have spent, as far as this process knows: what the store said, and what is not written there yet.
#pragma once

#include "core/store/spend_table.h"
#include "core/verify/decide.h"

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace keywright {

class SpendBook {
public:
    struct Reservation {
        bool granted = false;
        Spend spent;          ///< with the cost, if it was granted
        Seconds retryAfter{}; ///< until the day or month that is used up ends
    };
    /// Adds the cost if it fits the limits at that instant; no cost: asks whether anything is left.
    Reservation reserve(std::string_view lineage, const KeyLimits &limits, std::optional<MicroUsd> cost, Instant at);
    Spend spent(std::string_view lineage, Instant at);

    /// What the store says; older news than what is known is passed over.
    void learn(const SpendRow &row);
    /// Forgets what the store said (another file), and keeps what it has not been told.
    void forgetStored();

    /// Amounts that the store has not been told.
    struct Unwritten {
        std::string lineage;
        QDate day;
        bool month = false;
        MicroUsd amount;
    };
    /// Hands them out to be written; each must come back by written() or notWritten().
    std::vector<Unwritten> takeUnwritten();
    /// `row`: what stands in the store since then.
    void written(const Unwritten &amount, const SpendRow &row);
    void notWritten(const Unwritten &amount);

private:
    /// A day's or a month's account.
    struct Account {
        qint64 since = 0; ///< its first day, as a Julian day
        qint64 stored = 0, change = 0;
        qint64 unwritten = 0, underWay = 0;
        qint64 total() const { return stored + unwritten + underWay; }
    };
    struct Accounts {
        Account day, month;
    };
    /// Of a period that ended with something unwritten.
    struct Left {
        std::string lineage;
        qint64 since = 0;
        bool month = false;
        qint64 amount = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Shard {
        std::mutex mutex;
        std::unordered_map<std::string, Accounts, Hash, std::equal_to<>> accounts;
        std::vector<Left> left;
    };

    Shard &shardOf(std::string_view lineage) { return shards_[Hash()(lineage) % shards_.size()]; }
    static Accounts &accountsOf(Shard &shard, std::string_view lineage);
    static void turn(Shard &shard, std::string_view lineage, Account &account, qint64 since, bool month);
    static void turn(Shard &shard, std::string_view lineage, Accounts &accounts, Instant at);

    std::array<Shard, 16> shards_;
};

} // namespace keywright
