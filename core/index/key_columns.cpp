#include "core/index/key_columns.h"

#include <algorithm>
#include <limits>

namespace keywright {

namespace {

constexpr std::uint32_t manyRequests = std::numeric_limits<std::uint32_t>::max();

/// Keeps a side value only where it says something.
template<class T>
bool keepAside(QHash<KeyIndex::Row, T> &side, KeyIndex::Row row, T value) {
    if (value == T{})
        side.remove(row);
    else
        side.insert(row, std::move(value));
    return side.contains(row);
}

} // namespace

PackedInstant packed(const std::optional<Instant> &instant) {
    if (!instant)
        return 0;
    return PackedInstant(std::clamp<qint64>(toEpoch(*instant), 1, std::numeric_limits<PackedInstant>::max()));
}

std::optional<Instant> unpacked(PackedInstant instant) {
    return instant == 0 ? std::nullopt : std::optional(fromEpoch(instant));
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

void KeyColumns::storeRare(Row row, const ApiKey &key) {
    const bool ownLineage = key.lineage == key.id.value;
    mark(row, OwnLineage, ownLineage);
    mark(row, HasRotation,
         keepAside(rotations, row,
                   Rotation{.deprecatedAt = packed(key.deprecatedAt),
                            .autoRevokeAt = packed(key.autoRevokeAt),
                            .lineage = ownLineage ? QString() : key.lineage,
                            .replacedBy = key.replacedBy}));
    mark(row, HasMoney,
         keepAside(money, row,
                   Money{.dailyLimit = key.dailyLimit, .monthlyLimit = key.monthlyLimit, .spend = key.spend}));
    mark(row, HasRare,
         keepAside(rare, row,
                   Rare{.issuedBy = key.issuedBy,
                        .ratePerMinute = key.ratePerMinute,
                        .reviewedAt = packed(key.reviewedAt),
                        .lastRefusedAt = packed(key.usage.lastRefusedAt),
                        .refused = key.usage.refused,
                        .requests = requests[row] == manyRequests ? key.usage.requests : 0}));
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

void KeyColumns::loadStates(Row row, ApiKey &key) const {
    key.kind = has(row, TestKey) ? KeyKind::Test : KeyKind::Standard;
    key.createdAt = unpacked(createdAt[row]).value_or(Instant{});
    key.expiresAt = unpacked(expiresAt[row]);
    key.revokedAt = unpacked(revokedAt[row]);
    key.deprecatedAt.reset();
    key.autoRevokeAt.reset();
    if (!has(row, HasRotation))
        return;
    const auto rotation = rotations.constFind(row);
    key.deprecatedAt = unpacked(rotation->deprecatedAt);
    key.autoRevokeAt = unpacked(rotation->autoRevokeAt);
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
    loadStates(row, key);
    loadRare(row, key);
    return key;
}

void KeyColumns::loadRare(Row row, ApiKey &key) const {
    if (has(row, OwnLineage))
        key.lineage = key.id.value;
    if (has(row, HasRotation)) {
        const Rotation rotation = rotations.value(row);
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
