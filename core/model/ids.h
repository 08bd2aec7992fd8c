// Small strong types, so that an id is not a name and money is not a count.
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstddef>

namespace keywright {

/// The id of a key. Those Keywright makes are UUIDs; those a server sends are opaque text.
struct KeyId {
    QString value;
    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const KeyId &, const KeyId &) = default;
    friend bool operator<(const KeyId &a, const KeyId &b) { return a.value < b.value; }
    friend size_t qHash(const KeyId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

/// Counts the edits of one key; an edit names the revision it started from (optimistic locking).
struct Revision {
    qint64 value = 0;
    friend auto operator<=>(const Revision &, const Revision &) = default;
};

/// A position in the keyring's change feed; grows by one with each mutating transaction.
struct FeedSeq {
    qint64 value = 0;
    friend auto operator<=>(const FeedSeq &, const FeedSeq &) = default;
};

/// A SHA-256 digest.
struct Sha256 {
    std::array<std::byte, 32> bytes{};
    friend bool operator==(const Sha256 &, const Sha256 &) = default;
    QByteArray toByteArray() const { return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())}; }
};

/// Money in millionths of a US dollar. Null is "no limit"; zero is "nothing may be spent".
struct MicroUsd {
    qint64 micros = 0;
    friend auto operator<=>(const MicroUsd &, const MicroUsd &) = default;
};

} // namespace keywright
