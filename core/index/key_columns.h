// How KeyIndex keeps its rows: one array a column, rare values on the side.
#pragma once

#include "core/index/dictionary.h"
#include "core/index/id_column.h"
#include "core/index/key_index.h"
#include "core/index/text_column.h"

namespace keywright {

/// Whole seconds since 1970; 0 is none.
using PackedInstant = std::uint32_t;
PackedInstant packed(const std::optional<Instant> &instant);
inline std::optional<Instant> unpacked(PackedInstant instant) {
    return instant == 0 ? std::nullopt : std::optional(fromEpoch(instant));
}

class KeyColumns {
public:
    using Row = KeyIndex::Row;
    enum Flag : std::uint8_t { Living = 1, TestKey = 2, HasRotation = 4, HasMoney = 8, HasRare = 16, OwnLineage = 32 };

    /// Of keys that a rotation links.
    struct Rotation {
        PackedInstant deprecatedAt = 0, autoRevokeAt = 0;
        QString lineage;
        KeyId replacedBy;
        friend bool operator==(const Rotation &, const Rotation &) = default;
    };
    struct Money {
        std::optional<MicroUsd> dailyLimit, monthlyLimit;
        std::optional<Spend> spend;
        friend bool operator==(const Money &, const Money &) = default;
    };
    struct Rare {
        KeyId issuedBy;
        std::optional<int> ratePerMinute;
        PackedInstant reviewedAt = 0, lastRefusedAt = 0;
        qint64 refused = 0, requests = 0; ///< requests: where they are too many for the column
        friend bool operator==(const Rare &, const Rare &) = default;
    };
    struct End { // of a revoked key
        QString by, reason;
        friend bool operator==(const End &, const End &) = default;
        friend size_t qHash(const End &end, size_t seed = 0) { return qHashMulti(seed, end.by, end.reason); }
    };

    explicit KeyColumns(std::shared_ptr<const KeyPolicy> keyPolicy) : policy(std::move(keyPolicy)) {}

    void addRow();
    void store(Row row, const ApiKey &key);
    void storeRare(Row row, const ApiKey &key);
    void drop(Row row);
    ApiKey load(Row row) const;
    void loadRare(Row row, ApiKey &key) const;

    std::size_t rows() const { return flags.size(); }
    bool has(Row row, Flag flag) const { return (flags[row] & flag) != 0; }
    void mark(Row row, Flag flag, bool on);
    template<class T>
    void keepAside(QHash<Row, T> &side, Flag flag, Row row, const T &value);

    Lifetime lifetimeOf(Row row) const;
    qint64 requestsOf(Row row) const;

    std::shared_ptr<const KeyPolicy> policy;
    IdColumn ids;
    TextColumn text;
    std::vector<std::uint8_t> flags;
    std::vector<PackedInstant> createdAt, expiresAt, revokedAt, lastUsedAt, deliveredAt;
    std::vector<std::uint32_t> revision, requests;
    std::vector<std::uint32_t> owner, createdBy, scopes, expiresOn, end; ///< codes
    Dictionary<QString> people, dates;
    Dictionary<QStringList> scopeSets;
    Dictionary<End> ends;
    QHash<Row, Rotation> rotations;
    QHash<Row, Money> money;
    QHash<Row, Rare> rare;
    std::vector<Row> free;
    qsizetype living = 0;
};

} // namespace keywright
