#include "core/verify/snapshot_build.h"

#include "core/store/member_table.h"

#include <QSet>

#include <cstring>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

FoundKey foundBefore(const SnapshotParts &parts, const Sha256 &digest) {
    const FoundKey found = parts.overlay->find(digest);
    return found ? found : parts.base->find(digest);
}

/// Gives the record the slot that its key had, or a new one if it needs one now.
void giveSlot(KeyRecord &record, const KeyPolicy &policy, const TextArena &texts, RateSlots &slots,
              const SnapshotParts *before) {
    const bool byPolicy = policy.rateLimit && policy.rateLimit->perMinute;
    if (!byPolicy && !limitsOf(record, texts).perMinute)
        return;
    const FoundKey old = before ? foundBefore(*before, record.digest) : FoundKey{};
    record.rateSlot = old && old.record->rateSlot != 0 ? old.record->rateSlot : slots.add();
}

std::shared_ptr<const RecordTable> emptyTable() {
    return std::make_shared<const RecordTable>();
}

/// A deleted key leaves its id alone behind, so its record is looked for among all.
void markRemoved(const SnapshotParts &parts, const QStringList &ids, RecordTable &overlay) {
    QSet<QByteArray> gone;
    for (const QString &id : ids)
        gone.insert(id.toUtf8());
    for (const RecordTable *table : {parts.base.get(), parts.overlay.get()}) {
        table->forEach([&](const FoundKey &key) {
            KeyIdText room;
            const std::string_view id = keyId(*key.record, *key.label, *parts.texts, room);
            if (!gone.contains(QByteArray::fromRawData(id.data(), qsizetype(id.size()))))
                return;
            KeyEntry entry = key.entry();
            entry.record.flags |= KeyRecord::Removed;
            overlay.put(entry);
        });
    }
}

bool same(const FoundKey &a, const FoundKey &b) {
    static_assert(std::has_unique_object_representations_v<KeyRecord>);
    static_assert(std::has_unique_object_representations_v<KeyLabel>);
    return std::memcmp(a.record, b.record, sizeof *a.record) == 0 &&
           std::memcmp(a.label, b.label, sizeof *a.label) == 0;
}

} // namespace

std::unique_ptr<const Snapshot> SnapshotParts::snapshot() const {
    return std::make_unique<const Snapshot>(
        Snapshot{.texts = texts, .base = base, .overlay = overlay, .policy = policy, .members = members, .feed = feed});
}

Result<SnapshotParts> readParts(Connection &connection, const Meta &meta, std::shared_ptr<const KeyPolicy> policy,
                                RateSlots &slots, const SnapshotParts *before) {
    auto count = connection.number(u"SELECT count(*) FROM keys"_s);
    if (!count)
        return std::unexpected(count.error());
    SnapshotParts parts{.texts = std::make_shared<TextArena>(),
                        .base = {},
                        .overlay = emptyTable(),
                        .policy = std::move(policy),
                        .members = {},
                        .feed = meta.feed};
    auto table = std::make_shared<RecordTable>(std::size_t(*count));
    auto done = forEachVerifyRow(connection, std::nullopt, [&](const VerifyRow &row) {
        KeyEntry entry = entryOf(row, *parts.policy, *parts.texts);
        giveSlot(entry.record, *parts.policy, *parts.texts, slots, before);
        table->put(entry);
    });
    if (!done)
        return std::unexpected(done.error());
    parts.base = std::move(table);
    return parts;
}

Done readChangedParts(Connection &connection, const Meta &meta, RateSlots &slots, SnapshotParts &parts) {
    auto overlay = std::make_shared<RecordTable>(*parts.overlay);
    auto gone = deletedSince(connection, parts.feed);
    if (!gone)
        return std::unexpected(gone.error());
    if (!gone->isEmpty())
        markRemoved(parts, *gone, *overlay);
    auto done = forEachVerifyRow(connection, parts.feed, [&](const VerifyRow &row) {
        KeyEntry entry = entryOf(row, *parts.policy, *parts.texts);
        giveSlot(entry.record, *parts.policy, *parts.texts, slots, &parts);
        overlay->put(entry);
    });
    if (!done)
        return done;
    parts.overlay = std::move(overlay);
    parts.feed = meta.feed;
    return {};
}

Done readMembersOf(Connection &connection, SnapshotParts &parts) {
    auto members = std::make_shared<MemberTable>();
    auto done = forEachMember(
        connection, [&](const Member &member, const Sha256 &digest) { members->insert_or_assign(digest, member); });
    if (done)
        parts.members = std::move(members);
    return done;
}

SnapshotParts compacted(const SnapshotParts &parts) {
    SnapshotParts compact{.texts = std::make_shared<TextArena>(),
                          .base = {},
                          .overlay = emptyTable(),
                          .policy = parts.policy,
                          .members = parts.members,
                          .feed = parts.feed};
    auto table = std::make_shared<RecordTable>(parts.base->size() + parts.overlay->size());
    parts.base->forEach([&](const FoundKey &key) {
        if (!parts.overlay->find(key.record->digest))
            table->put(movedTo(key.entry(), *parts.texts, *compact.texts));
    });
    parts.overlay->forEach([&](const FoundKey &key) {
        if (!key.record->is(KeyRecord::Removed))
            table->put(movedTo(key.entry(), *parts.texts, *compact.texts));
    });
    compact.base = std::move(table);
    return compact;
}

SnapshotParts carriedOver(const SnapshotParts &compact, const SnapshotParts &before, const SnapshotParts &now) {
    SnapshotParts next = compact;
    auto overlay = std::make_shared<RecordTable>();
    now.overlay->forEach([&](const FoundKey &key) {
        const FoundKey captured = before.overlay->find(key.record->digest);
        if (!captured || !same(captured, key))
            overlay->put(movedTo(key.entry(), *now.texts, *next.texts));
    });
    next.overlay = std::move(overlay);
    next.policy = now.policy;
    next.members = now.members;
    next.feed = now.feed;
    return next;
}

} // namespace keywright
