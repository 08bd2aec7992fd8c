// The list in memory: a million keys, columnar; searched, filtered, sorted and counted without SQL.
#pragma once

#include "core/index/key_view.h"
#include "core/keyring/keyring.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace keywright {

class KeyColumns;

/// What is true of all keys.
struct ListFacts {
    KeyCounts counts;   ///< of every filter
    QStringList owners; ///< sorted, distinct
    /// The next instant at which a key changes its status or its place among the filters by itself.
    std::optional<Instant> nextBoundary;
};

/// The index. Reading from several threads at once is fine; changing it wants it alone (the model queues changes while
/// a query runs). Instants are kept in 32 bits: what lies before 1970 or after 2106 is moved to that end.
class KeyIndex {
public:
    using Row = std::uint32_t;
    using Rows = std::vector<Row>;

    explicit KeyIndex(std::shared_ptr<const KeyPolicy> policy);
    ~KeyIndex();
    KeyIndex(KeyIndex &&) noexcept;
    KeyIndex &operator=(KeyIndex &&) noexcept;

    void reserve(qsizetype keys);
    /// Adds or replaces. Rows of other keys stay what they are. Gives the key's row.
    Row upsert(const ApiKey &key);
    void append(const QList<ApiKey> &keys);
    /// Gives the row that the key had; rows of other keys stay what they are.
    std::optional<Row> remove(const KeyId &id);
    void clear();

    qsizetype size() const; ///< living rows
    bool holds(Row row) const;
    std::optional<Row> find(const KeyId &id) const;
    KeyId id(Row row) const;
    /// The key of a row, as far as the list knows it: note, last clients and the address of the last refusal are not
    /// kept.
    ApiKey key(Row row) const;

    /// The rows of a view, in order; equal ones in the order of rows. `cancelled` is asked now and then; when true, an
    /// empty answer comes at once. `order`: rows in the view's order that hold all of its keys (a view that covers()
    /// it, asked since the last change); spares the sorting.
    Rows query(const KeyView &view, const std::function<bool()> &cancelled = {}, const Rows *order = nullptr) const;
    /// The rows from `from` on that the view shows, in the order of rows.
    Rows matching(const KeyView &view, Row from) const;
    Row endRow() const; ///< one beyond the last row
    /// Of all living rows, under the view's now and thresholds; its search, owner and scope are left out.
    ListFacts facts(const KeyView &view) const;
    qsizetype memoryBytes() const;

private:
    std::unique_ptr<KeyColumns> d;
};

} // namespace keywright
