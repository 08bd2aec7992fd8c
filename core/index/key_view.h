// Which keys are shown, in which order: what a view asks the index.
#pragma once

#include "core/model/api_key.h"

#include <QString>

#include <array>

namespace keywright {

/// Which keys a view shows. Counts overlap (Active holds Expiring and In grace). NeverUsed, Unused, Undelivered and
/// Test hold usable keys alone (neither revoked nor expired): they are what one looks through to revoke.
enum class KeyFilter { All, Active, Expiring, InGrace, Expired, Revoked, NeverUsed, Unused, Undelivered, Test };
inline constexpr int keyFilterCount = int(KeyFilter::Test) + 1;

/// What a view is sorted by. No expiry counts as the latest one, never used as the earliest use.
enum class KeyColumn { Name, Key, Status, Scopes, Owner, Created, Expires, LastUsed, Requests, Spend };

struct KeyView {
    KeyFilter filter = KeyFilter::All;
    QString search = {}; ///< words that must all occur in name, owner, preview or (from 4 characters) id; case-folded
    QString owner = {};  ///< exact; empty: any
    QString scope = {};  ///< a scope's id; empty: any
    KeyColumn sort = KeyColumn::Created;
    bool descending = true;
    Instant now{};
    Days expiringWithin = defaultExpiringWithin;
    Days unusedFor{90};
    bool showRevoked = true; ///< false: revoked keys are in no filter but Revoked
    friend bool operator==(const KeyView &, const KeyView &) = default;
};

/// Whether both views put the same keys in the same order.
bool sameOrder(const KeyView &a, const KeyView &b);
/// Whether everything `narrower` shows is in `wider`, in the same order.
bool covers(const KeyView &wider, const KeyView &narrower);

struct KeyCounts {
    std::array<qint64, keyFilterCount> of{};
    qint64 operator[](KeyFilter filter) const { return of[std::size_t(filter)]; }
    friend bool operator==(const KeyCounts &, const KeyCounts &) = default;
};

} // namespace keywright
