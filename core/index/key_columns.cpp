#include "core/index/key_columns.h"

#include <algorithm>
#include <limits>

namespace keywright {

namespace {

constexpr std::uint32_t manyRequests = std::numeric_limits<std::uint32_t>::max();

} // namespace

PackedInstant packed(const std::optional<Instant> &instant) {
    if (!instant)
        return 0;
    return PackedInstant(std::clamp<qint64>(toEpoch(*instant), 1, std::numeric_limits<PackedInstant>::max()));
}

void KeyColumns::addRow() {
    for (auto *column : {&createdAt, &expiresAt, &revokedAt, &lastUsedAt, &deliveredAt, &revision, &requests, &owner,
                         &createdBy, &scopes, &expiresOn, &end})
        column->push_back(0);
    flags.push_back(0);
}

void KeyColumns::mark(Row row, Flag flag, bool on) {
    flags[row] = std::uint8_t(on ? flags[row] | flag : flags[row] & ~flag);
}

void KeyColumns::store(Row row, const ApiKey &key) {
    text.set(row, key.name, key.preview);
    createdAt[row] = packed(key.createdAt);
    expiresAt[row] = packed(key.expiresAt);
    revokedAt[row] = packed(key.revokedAt);
    lastUsedAt[row] = packed(key.usage.lastUsedAt);
    deliveredAt[row] = packed(key.deliveredAt);
    revision[row] = std::uint32_t(key.revision.value);
    requests[row] = std::uint32_t(std::clamp<qint64>(key.usage.requests, 0, manyRequests));
    owner[row] = people.code(key.owner);
    createdBy[row] = people.code(key.createdBy);
    scopes[row] = scopeSets.code(key.scopes);
    expiresOn[row] = dates.code(key.expiresOn);
    end[row] = ends.code({key.revokedBy, key.revokeReason});
    mark(row, Living, true);
    mark(row, TestKey, key.kind == KeyKind::Test);
    storeRare(row, key);
}

/// Keeps a side value only where it says something.
template<class T>
void KeyColumns::keepAside(QHash<Row, T> &side, Flag flag, Row row, const T &value) {
    const bool kept = !(value == T{});
    if (kept)
        side.insert(row, value);
    else if (has(row, flag))
        side.remove(row);
    mark(row, flag, kept);
}

void KeyColumns::storeRare(Row row, const ApiKey &key) {
    const bool ownLineage = key.lineage == key.id.value;
    mark(row, OwnLineage, ownLineage);
    keepAside(rotations, HasRotation, row,
              Rotation{.deprecatedAt = packed(key.deprecatedAt),
                       .autoRevokeAt = packed(key.autoRevokeAt),
                       .lineage = ownLineage ? QString() : key.lineage,
                       .replacedBy = key.replacedBy});
    keepAside(money, HasMoney, row,
              Money{.dailyLimit = key.dailyLimit, .monthlyLimit = key.monthlyLimit, .spend = key.spend});
    keepAside(rare, HasRare, row,
              Rare{.issuedBy = key.issuedBy,
                   .ratePerMinute = key.ratePerMinute,
                   .reviewedAt = packed(key.reviewedAt),
                   .lastRefusedAt = packed(key.usage.lastRefusedAt),
                   .refused = key.usage.refused,
                   .requests = requests[row] == manyRequests ? key.usage.requests : 0});
}

void KeyColumns::drop(Row row) {
    ids.erase(row);
    text.erase(row);
    flags[row] = 0;
    rotations.remove(row);
    money.remove(row);
    rare.remove(row);
    free.push_back(row);
    --living;
}

qint64 KeyColumns::requestsOf(Row row) const {
    return requests[row] == manyRequests ? rare.value(row).requests : requests[row];
}

Lifetime KeyColumns::lifetimeOf(Row row) const {
    Lifetime life{.expiresAt = unpacked(expiresAt[row]),
                  .revokedAt = unpacked(revokedAt[row]),
                  .deprecatedAt = {},
                  .autoRevokeAt = {}};
    if (has(row, HasRotation)) {
        const auto rotation = rotations.constFind(row);
        life.deprecatedAt = unpacked(rotation->deprecatedAt);
        life.autoRevokeAt = unpacked(rotation->autoRevokeAt);
    }
    return life;
}

ApiKey KeyColumns::load(Row row) const {
    ApiKey key;
    key.id = {ids.text(row)};
    key.name = text.name(row);
    key.preview = text.preview(row);
    key.scopes = scopeSets[scopes[row]];
    key.owner = people[owner[row]];
    key.createdBy = people[createdBy[row]];
    key.expiresOn = dates[expiresOn[row]];
    key.revokedBy = ends[end[row]].by;
    key.revokeReason = ends[end[row]].reason;
    key.deliveredAt = unpacked(deliveredAt[row]);
    key.revision = {revision[row]};
    key.usage.lastUsedAt = unpacked(lastUsedAt[row]);
    key.usage.requests = requestsOf(row);
    key.kind = has(row, TestKey) ? KeyKind::Test : KeyKind::Standard;
    key.createdAt = unpacked(createdAt[row]).value_or(Instant{});
    key.expiresAt = unpacked(expiresAt[row]);
    key.revokedAt = unpacked(revokedAt[row]);
    loadRare(row, key);
    return key;
}

void KeyColumns::loadRare(Row row, ApiKey &key) const {
    if (has(row, OwnLineage))
        key.lineage = key.id.value;
    if (has(row, HasRotation)) {
        const Rotation rotation = rotations.value(row);
        key.deprecatedAt = unpacked(rotation.deprecatedAt);
        key.autoRevokeAt = unpacked(rotation.autoRevokeAt);
        if (!rotation.lineage.isEmpty())
            key.lineage = rotation.lineage;
        key.replacedBy = rotation.replacedBy;
    }
    if (has(row, HasMoney)) {
        const Money kept = money.value(row);
        key.dailyLimit = kept.dailyLimit;
        key.monthlyLimit = kept.monthlyLimit;
        key.spend = kept.spend;
    }
    if (has(row, HasRare)) {
        const Rare kept = rare.value(row);
        key.issuedBy = kept.issuedBy;
        key.ratePerMinute = kept.ratePerMinute;
        key.reviewedAt = unpacked(kept.reviewedAt);
        key.usage.lastRefusedAt = unpacked(kept.lastRefusedAt);
        key.usage.refused = kept.refused;
    }
}

} // namespace keywright
