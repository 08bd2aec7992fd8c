#include "core/verify/key_record.h"

#include <algorithm>
#include <cstring>

namespace keywright {

namespace {

constexpr std::array<int, 4> hyphens{8, 13, 18, 23};
constexpr int uuidLength = int(std::tuple_size_v<KeyIdText>);

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isHyphenPlace(int place) {
    return std::ranges::find(hyphens, place) != hyphens.end();
}

/// Lower-case UUIDs only: what can be written again exactly as it was.
bool readUuid(std::string_view text, std::array<std::uint8_t, 16> &bytes) {
    if (text.size() != std::size_t(uuidLength))
        return false;
    std::size_t digits = 0;
    for (int i = 0; i < uuidLength; ++i) {
        const char c = text[std::size_t(i)];
        if (isHyphenPlace(i)) {
            if (c != '-')
                return false;
            continue;
        }
        const int value = hexValue(c);
        if (value < 0)
            return false;
        auto &byte = bytes.at(digits / 2);
        byte = std::uint8_t((byte << 4) | value);
        ++digits;
    }
    return true;
}

/// Limits as they lie in the arena, the lineage's text behind them.
struct PackedLimits {
    std::int64_t daily = -1, monthly = -1, perMinute = -1;
};

TextArena::Place addLimits(const VerifyRow &row, TextArena &texts) {
    if (!row.dailyLimit && !row.monthlyLimit && !row.ratePerMinute && row.lineage.empty())
        return 0;
    const PackedLimits packed{row.dailyLimit.value_or(-1), row.monthlyLimit.value_or(-1),
                              row.ratePerMinute.value_or(-1)};
    std::string bytes(reinterpret_cast<const char *>(&packed), sizeof packed);
    bytes += row.lineage;
    return row.lineage.empty() ? texts.addShared(bytes) : texts.add(bytes);
}

/// Whether one of the words, separated by spaces, is this.
bool hasWord(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word)
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

bool holdsEveryScope(const KeyPolicy &policy, std::string_view scopes) {
    return std::ranges::any_of(policy.scopes.options, [&](const PolicyScope &scope) {
        return scope.satisfiesAll && hasWord(scopes, scope.id.toStdString());
    });
}

std::uint32_t shortInstant(const std::optional<qint64> &seconds) {
    return seconds ? std::uint32_t(std::clamp<qint64>(*seconds, 0, KeyRecord::never - 1)) : KeyRecord::never;
}

std::optional<MicroUsd> usd(std::int64_t micros) {
    return micros < 0 ? std::nullopt : std::optional(MicroUsd{micros});
}

} // namespace

KeyEntry entryOf(const VerifyRow &row, const KeyPolicy &policy, TextArena &texts) {
    KeyEntry entry;
    auto &[record, label] = entry;
    record.digest = row.digest;
    record.n = row.n;
    if (!readUuid(row.id, label.id)) {
        const TextArena::Place place = texts.add(row.id);
        std::memcpy(label.id.data(), &place, sizeof place);
        record.flags |= KeyRecord::OpaqueId;
    }
    record.expiresAt = shortInstant(row.expiresAt);
    record.graceEndsAt = shortInstant(row.graceEndsAt);
    record.scopes = texts.addShared(row.scopes);
    record.limits = addLimits(row, texts);
    if (row.revoked)
        record.flags |= KeyRecord::Revoked;
    if (holdsEveryScope(policy, row.scopes))
        record.flags |= KeyRecord::EveryScope;
    label.name = texts.add(row.name);
    label.owner = texts.addShared(row.owner);
    return entry;
}

KeyEntry movedTo(const KeyEntry &entry, const TextArena &from, TextArena &to) {
    KeyEntry moved = entry;
    if (entry.record.is(KeyRecord::OpaqueId)) {
        KeyIdText room;
        const TextArena::Place place = to.add(keyId(entry.record, entry.label, from, room));
        std::memcpy(moved.label.id.data(), &place, sizeof place);
    }
    moved.record.scopes = to.addShared(from.at(entry.record.scopes));
    const std::string_view limits = from.at(entry.record.limits);
    moved.record.limits = limits.size() > sizeof(PackedLimits) ? to.add(limits) : to.addShared(limits);
    moved.label.name = to.add(from.at(entry.label.name));
    moved.label.owner = to.addShared(from.at(entry.label.owner));
    return moved;
}

std::string_view keyId(const KeyRecord &record, const KeyLabel &label, const TextArena &texts, KeyIdText &room) {
    if (record.is(KeyRecord::OpaqueId)) {
        TextArena::Place place = 0;
        std::memcpy(&place, label.id.data(), sizeof place);
        return texts.at(place);
    }
    static constexpr std::string_view digits = "0123456789abcdef";
    int at = 0;
    for (const std::uint8_t byte : label.id) {
        if (isHyphenPlace(at))
            room[std::size_t(at++)] = '-';
        room[std::size_t(at++)] = digits[byte >> 4];
        room[std::size_t(at++)] = digits[byte & 0xf];
    }
    return {room.data(), room.size()};
}

bool holdsScope(const KeyRecord &record, const TextArena &texts, std::string_view scope) {
    if (scope.empty() || record.is(KeyRecord::EveryScope))
        return true;
    return hasWord(texts.at(record.scopes), scope);
}

KeyLimits limitsOf(const KeyRecord &record, const TextArena &texts, std::string_view *lineage) {
    if (record.limits == 0)
        return {};
    const std::string_view bytes = texts.at(record.limits);
    PackedLimits packed;
    std::memcpy(&packed, bytes.data(), sizeof packed);
    if (lineage)
        *lineage = bytes.substr(sizeof packed);
    return {.daily = usd(packed.daily),
            .monthly = usd(packed.monthly),
            .perMinute = packed.perMinute < 0 ? std::nullopt : std::optional(int(packed.perMinute))};
}

} // namespace keywright
