#include "core/index/key_index.h"

#include "core/index/key_columns.h"

namespace keywright {

KeyIndex::KeyIndex(std::shared_ptr<const KeyPolicy> policy) : d(std::make_unique<KeyColumns>(std::move(policy))) {}
KeyIndex::~KeyIndex() = default;
KeyIndex::KeyIndex(KeyIndex &&) noexcept = default;
KeyIndex &KeyIndex::operator=(KeyIndex &&) noexcept = default;

void KeyIndex::reserve(qsizetype keys) {
    const auto rows = std::size_t(keys);
    d->ids.reserve(rows);
    d->text.reserve(rows);
    d->flags.reserve(rows);
    for (auto *column : {&d->createdAt, &d->expiresAt, &d->revokedAt, &d->lastUsedAt, &d->deliveredAt, &d->revision,
                         &d->requests, &d->owner, &d->createdBy, &d->scopes, &d->expiresOn, &d->end})
        column->reserve(rows);
}

KeyIndex::Row KeyIndex::upsert(const ApiKey &key) {
    const auto fresh = d->free.empty() ? Row(d->rows()) : d->free.back();
    const Row row = d->ids.findOrSet(key.id.value, fresh);
    if (row == fresh) {
        if (d->free.empty())
            d->addRow();
        else
            d->free.pop_back();
        ++d->living;
    }
    d->store(row, key);
    return row;
}

void KeyIndex::append(const QList<ApiKey> &keys) {
    for (const ApiKey &key : keys)
        upsert(key);
}

std::optional<KeyIndex::Row> KeyIndex::remove(const KeyId &id) {
    const auto row = find(id);
    if (row)
        d->drop(*row);
    return row;
}

void KeyIndex::clear() {
    d = std::make_unique<KeyColumns>(d->policy);
}

qsizetype KeyIndex::size() const {
    return d->living;
}

KeyIndex::Row KeyIndex::endRow() const {
    return Row(d->rows());
}

bool KeyIndex::holds(Row row) const {
    return row < d->rows() && d->has(row, KeyColumns::Living);
}

std::optional<KeyIndex::Row> KeyIndex::find(const KeyId &id) const {
    return d->ids.find(id.value);
}

KeyId KeyIndex::id(Row row) const {
    return {d->ids.text(row)};
}

ApiKey KeyIndex::key(Row row) const {
    return d->load(row);
}

qsizetype KeyIndex::memoryBytes() const {
    constexpr qsizetype columns = 12;
    const auto side = [](const auto &hash, qsizetype entry) { return hash.capacity() * entry; };
    return d->ids.memoryBytes() + d->text.memoryBytes() +
           qsizetype(d->rows()) * (columns * qsizetype(sizeof(std::uint32_t)) + 1) + d->people.memoryBytes() +
           d->dates.memoryBytes() + d->scopeSets.memoryBytes() + d->ends.memoryBytes() +
           side(d->rotations, sizeof(KeyColumns::Rotation)) + side(d->money, sizeof(KeyColumns::Money)) +
           side(d->rare, sizeof(KeyColumns::Rare));
}

} // namespace keywright
