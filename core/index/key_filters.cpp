#include "core/index/key_filters.h"

namespace keywright {

KeyStatus FilterTest::statusOf(Row row) const {
    return keywright::statusOf(d_.lifetimeOf(row), view_.now, view_.expiringWithin);
}

Instant FilterTest::unusedFrom(Row row) const {
    const PackedInstant last = d_.lastUsedAt[row] != 0 ? d_.lastUsedAt[row] : d_.createdAt[row];
    return fromEpoch(last) + view_.unusedFor;
}

FilterSet FilterTest::filtersOf(Row row, const Lifetime &life) const {
    FilterSet filters;
    const auto put = [&](KeyFilter filter, bool in = true) { filters.set(std::size_t(filter), in); };
    const KeyStatus status = keywright::statusOf(life, view_.now, view_.expiringWithin);
    put(KeyFilter::All, view_.showRevoked || status != KeyStatus::Revoked);
    put(KeyFilter::Revoked, status == KeyStatus::Revoked);
    put(KeyFilter::Expired, status == KeyStatus::Expired);
    if (status == KeyStatus::Revoked || status == KeyStatus::Expired)
        return filters;
    put(KeyFilter::Active);
    put(KeyFilter::Expiring, status == KeyStatus::Expiring);
    put(KeyFilter::InGrace, status == KeyStatus::InGrace);
    put(KeyFilter::NeverUsed, d_.lastUsedAt[row] == 0);
    put(KeyFilter::Unused, unusedFrom(row) <= view_.now);
    put(KeyFilter::Undelivered, d_.deliveredAt[row] == 0);
    put(KeyFilter::Test, d_.has(row, KeyColumns::TestKey));
    return filters;
}

std::optional<Instant> FilterTest::nextBoundary(Row row, const Lifetime &life) const {
    const auto next = keywright::nextBoundary(life, view_.now, view_.expiringWithin);
    if (!isActive(life, view_.now))
        return next;
    const Instant unused = unusedFrom(row);
    return unused > view_.now && (!next || unused < *next) ? unused : next;
}

} // namespace keywright
