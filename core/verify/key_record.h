// A key as the verifier holds it: what a decision looks at in one cache line, and beside it what an answer tells.
#pragma once

#include "core/store/verify_rows.h"
#include "core/verify/decide.h"
#include "core/verify/text_arena.h"

#include <limits>
#include <string>

namespace keywright {

struct alignas(64) KeyRecord {
    /// Seconds since 1970 in 32 bits last until 2106, and no key may live beyond 2100.
    static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();
    enum Flag : std::uint32_t {
        Revoked = 1,
        EveryScope = 2, ///< holds a scope that satisfies whatever is asked for
        OpaqueId = 4,   ///< the id is no UUID: the label's first bytes say where its text lies
        Removed = 8,    ///< in an overlay: the key was deleted
    };

    Sha256 digest;
    std::int64_t n = 0; ///< the row's number
    std::uint32_t expiresAt = never, graceEndsAt = never;
    TextArena::Place scopes = 0;
    TextArena::Place limits = 0; ///< packed KeyLimits and lineage; zero: neither limits nor another's lineage
    std::uint32_t rateSlot = 0;  ///< zero: no rate limit
    std::uint32_t flags = 0;

    bool is(Flag flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(KeyRecord) == 64);

struct KeyLabel {
    std::array<std::uint8_t, 16> id{}; ///< a UUID's bytes
    TextArena::Place name = 0, owner = 0;
};

struct KeyEntry {
    KeyRecord record;
    KeyLabel label;
};

/// What a row is to the verifier. Texts go to `texts`; no rate slot yet.
KeyEntry entryOf(const VerifyRow &row, const KeyPolicy &policy, TextArena &texts);
/// The same key with its texts in another arena.
KeyEntry movedTo(const KeyEntry &entry, const TextArena &from, TextArena &to);

/// Room for a UUID's text.
using KeyIdText = std::array<char, 36>;
/// The id, written into `room` or where it lies anyway.
std::string_view keyId(const KeyRecord &record, const KeyLabel &label, const TextArena &texts, KeyIdText &room);
/// Whether the record holds the scope, literally; the empty scope is always held.
bool holdsScope(const KeyRecord &record, const TextArena &texts, std::string_view scope);
/// The limits, and through `lineage` the lineage that they are of if it is not the key's own.
KeyLimits limitsOf(const KeyRecord &record, const TextArena &texts, std::string_view *lineage = nullptr);

} // namespace keywright
