// The list in memory: a million keys, columnar; searched, filtered, sorted and counted without SQL.
#pragma once

#include "core/keyring/keyring.h"

#include <QHash>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace keywright {

/// Which keys a view shows. Counts overlap (Active holds Expiring and In grace).
enum class KeyFilter { All, Active, Expiring, InGrace, Expired, Revoked, NeverUsed, Unused, Undelivered, Test };
inline constexpr int keyFilterCount = int(KeyFilter::Test) + 1;

enum class KeyColumn { Name, Key, Status, Scopes, Owner, Created, Expires, LastUsed, Requests, Spend };

struct KeyView {
    KeyFilter filter = KeyFilter::All;
    QString search; ///< words that must all occur in name, owner, preview or id (case-folded)
    QString owner;  ///< exact; empty: any
    QString scope;  ///< a scope's id; empty: any
    KeyColumn sort = KeyColumn::Created;
    bool descending = true;
    Instant now{};
    Days expiringWithin = defaultExpiringWithin;
    Days unusedFor{90};
    bool showRevoked = true; ///< false: policies that list revoked keys on request, or never
    friend bool operator==(const KeyView &, const KeyView &) = default;
};

struct KeyCounts {
    std::array<qint64, keyFilterCount> of{};
    qint64 operator[](KeyFilter filter) const { return of[std::size_t(filter)]; }
};

/// The index. Reading from several threads at once is fine; changing it wants it alone (the model queues changes while
/// a query runs).
class KeyIndex {
public:
    using Row = std::uint32_t;

    explicit KeyIndex(std::shared_ptr<const KeyPolicy> policy);
    ~KeyIndex();
    KeyIndex(KeyIndex &&) noexcept;
    KeyIndex &operator=(KeyIndex &&) noexcept;

    void reserve(qsizetype keys);
    /// Adds or replaces. Rows of other keys stay what they are.
    void upsert(const ApiKey &key);
    void append(const QList<ApiKey> &keys);
    void remove(const KeyId &id);
    void clear();

    qsizetype size() const; ///< living rows
    std::optional<Row> find(const KeyId &id) const;
    /// The key of a row, as far as the list knows it (note and client details are not kept).
    ApiKey key(Row row) const;

    /// The rows of a view, in order. `cancelled` is asked now and then; when true, an empty answer comes at once.
    std::vector<Row> query(const KeyView &view, const std::function<bool()> &cancelled = {}) const;
    KeyCounts counts(const KeyView &view) const; ///< of every filter, under the view's now and thresholds
    QStringList owners() const;                  ///< sorted, distinct
    std::optional<Instant> nextBoundary(const KeyView &view) const;
    qsizetype memoryBytes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace keywright
