#include "core/keyring/restore_steps.h"

#include "core/store/sql_values.h"

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 1'000;

/// All keys of a session, whole, in parts.
Done forEachKey(Session &session, const std::function<Done(const StoredKey &)> &each) {
    qint64 last = std::numeric_limits<qint64>::min();
    while (true) {
        auto part = session.keys.where(u"k.n > ? ORDER BY k.n LIMIT ?"_s, {last, batch});
        if (!part)
            return std::unexpected(part.error());
        for (const StoredKey &stored : *part) {
            last = stored.n;
            if (auto done = each(stored); !done)
                return done;
        }
        if (part->size() < batch)
            return {};
    }
}

Result<bool> isDeleted(Connection &connection, const KeyId &id) {
    auto found = connection.number(u"SELECT EXISTS (SELECT 1 FROM tombstone WHERE id = ?)"_s, {id.value});
    if (!found)
        return std::unexpected(found.error());
    return *found != 0;
}

template<class T>
std::optional<T> earlier(const std::optional<T> &a, const std::optional<T> &b) {
    return a && b ? std::optional(std::min(*a, *b)) : (a ? a : b);
}

} // namespace

ApiKey restored(const ApiKey &backup, const ApiKey &live) {
    ApiKey key = backup;
    key.usage = live.usage;
    key.spend = live.spend;
    key.revision = live.revision;
    key.deliveredAt = live.deliveredAt ? live.deliveredAt : backup.deliveredAt;
    key.reviewedAt = live.reviewedAt ? live.reviewedAt : backup.reviewedAt;
    if (live.revokedAt) {
        key.revokedAt = live.revokedAt;
        key.revokedBy = live.revokedBy;
        key.revokeReason = live.revokeReason;
    }
    key.deprecatedAt = live.deprecatedAt ? live.deprecatedAt : backup.deprecatedAt;
    key.autoRevokeAt = earlier(live.autoRevokeAt, backup.autoRevokeAt);
    key.replacedBy = live.replacedBy.isEmpty() ? backup.replacedBy : live.replacedBy;
    return key;
}

Done forEachStep(Session &live, Session &backup, Instant now, const std::function<Done(const RestoreStep &)> &step) {
    auto done = forEachKey(backup, [&](const StoredKey &old) -> Done {
        auto current = live.keys.byId(old.key.id);
        if (!current)
            return std::unexpected(current.error());
        RestoreStep next{.key = old.key, .backupRow = old.n};
        const bool wasActive = isActive(settled(old.key, now), now);
        if (!*current) {
            auto deleted = isDeleted(*live.connection, old.key.id);
            if (!deleted)
                return std::unexpected(deleted.error());
            next.kind = *deleted ? RestoreStep::Kind::StayDead : RestoreStep::Kind::ComeBack;
            next.heldDead = *deleted && wasActive;
            return step(next);
        }
        const ApiKey &today = (*current)->key;
        next.key = restored(old.key, today);
        next.kind = next.key == today ? RestoreStep::Kind::Unchanged : RestoreStep::Kind::Change;
        next.heldDead = wasActive && today.revokedAt.has_value();
        next.newlyRevoked = next.key.revokedAt && !today.revokedAt;
        return step(next);
    });
    if (!done)
        return done;
    return forEachKey(live, [&](const StoredKey &current) -> Done {
        auto old = backup.keys.byId(current.key.id);
        if (!old)
            return std::unexpected(old.error());
        if (*old)
            return {};
        return step({.kind = RestoreStep::Kind::GoAway, .key = current.key});
    });
}

} // namespace keywright
