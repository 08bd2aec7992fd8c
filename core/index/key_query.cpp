// How KeyIndex answers a view.
#include "core/index/folded_text.h"
#include "core/index/key_columns.h"
#include "core/index/key_filters.h"
#include "core/index/key_order.h"
#include "core/index/row_chunks.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr std::size_t fewShare = 16;    ///< below this part of all rows, a word is looked for in the rows found so far
constexpr std::size_t soonSorted = 100; ///< up to so many rows are sorted sooner than picked out of a million in order

using Row = KeyIndex::Row;

/// Narrows the living rows down to what a view shows.
class Search {
public:
    Search(const KeyColumns &columns, const KeyView &view) : d_(columns), view_(view), rows_(columns.rows()) {}

    /// Of the rows from `from` on.
    RowSet run(Row from, const std::function<bool()> &cancelled) {
        rows_ = RowSet::from(from, d_.rows());
        return narrowed(cancelled);
    }
    /// Of `order`, which holds them all.
    RowSet run(const KeyIndex::Rows &order, const std::function<bool()> &cancelled) {
        if (order.size() >= d_.rows() / fewShare)
            return run(Row(0), cancelled);
        for (const Row row : order)
            rows_.insert(row);
        return narrowed(cancelled);
    }

private:
    RowSet narrowed(const std::function<bool()> &cancelled) {
        for (const Row row : d_.free)
            rows_.erase(row);
        QList<QByteArray> words = searchWords(view_.search);
        std::ranges::stable_sort(words, std::ranges::greater(), &QByteArray::size); // the rarest first
        for (const QByteArray &word : std::as_const(words)) {
            if (cancelled && cancelled())
                return RowSet(d_.rows());
            keepWord(word);
        }
        keepOwner();
        keepScope();
        keepFilter();
        return std::move(rows_);
    }

    void keepWord(const QByteArray &word) {
        const std::vector<bool> owners = ownersWith(word);
        const Needle needle(word);
        const IdColumn::Word inIds(word);
        if (rows_.count() < d_.rows() / fewShare) {
            const auto ownedBySuch = [&](Row row) { return !owners.empty() && owners[d_.owner[row]]; };
            keep([&](Row row) { return d_.text.holds(row, needle) || ownedBySuch(row) || d_.ids.holds(row, inIds); });
            return;
        }
        RowSet hits(d_.rows());
        d_.text.search(needle, hits);
        d_.ids.search(inIds, hits);
        if (!owners.empty())
            inChunks(d_.rows(), [&](std::size_t from, std::size_t to) {
                rows_.forEachWithout(hits, from, to, [&](Row row) {
                    if (owners[d_.owner[row]])
                        hits.insert(row);
                });
            });
        rows_.keepOnly(hits);
    }

    /// For each code, whether that owner holds the word; empty when none does.
    std::vector<bool> ownersWith(const QByteArray &word) const {
        std::vector<bool> with(d_.people.size());
        bool any = false;
        for (std::uint32_t code = 0; code < d_.people.size(); ++code) {
            with[code] = foldedText(d_.people[code]).contains(word);
            any = any || with[code];
        }
        return any ? with : std::vector<bool>();
    }

    void keepOwner() {
        if (view_.owner.isEmpty())
            return;
        const auto code = d_.people.find(view_.owner);
        keep([&](Row row) { return code && d_.owner[row] == *code; });
    }

    void keepScope() {
        if (view_.scope.isEmpty())
            return;
        std::vector<bool> with(d_.scopeSets.size());
        for (std::uint32_t code = 0; code < d_.scopeSets.size(); ++code)
            with[code] = d_.scopeSets[code].contains(view_.scope);
        keep([&](Row row) { return with[d_.scopes[row]]; });
    }

    void keepFilter() {
        if (view_.filter == KeyFilter::All && view_.showRevoked)
            return;
        const FilterTest test(d_, view_);
        keep([&](Row row) { return test.filtersOf(row).test(std::size_t(view_.filter)); });
    }

    template<class F>
    void keep(F wanted) {
        inChunks(d_.rows(), [&](std::size_t from, std::size_t to) {
            rows_.forEach(from, to, [&](Row row) {
                if (!wanted(row))
                    rows_.erase(row);
            });
        });
    }

    const KeyColumns &d_;
    const KeyView &view_;
    RowSet rows_;
};

/// The rows of `order` that were found. No branch: which those are can't be foretold.
KeyIndex::Rows inOrder(const RowSet &found, const KeyIndex::Rows &order) {
    KeyIndex::Rows rows(order.size());
    std::size_t count = 0;
    for (const Row row : order) {
        rows[count] = row;
        count += std::size_t(found.contains(row));
    }
    rows.resize(count);
    return rows;
}

} // namespace

KeyIndex::Rows KeyIndex::query(const KeyView &view, const std::function<bool()> &cancelled, const Rows *order) const {
    Search search(*d, view);
    const RowSet found = order != nullptr ? search.run(*order, cancelled) : search.run(Row(0), cancelled);
    const std::size_t count = found.count();
    if (order != nullptr && count > soonSorted)
        return inOrder(found, *order);
    Rows rows;
    rows.reserve(count);
    found.forEach([&](Row row) { rows.push_back(row); });
    sortRows(*d, view, rows, cancelled);
    if (cancelled && cancelled())
        rows.clear();
    return rows;
}

KeyIndex::Rows KeyIndex::matching(const KeyView &view, Row from) const {
    Rows rows;
    Search(*d, view).run(from, {}).forEach([&](Row row) { rows.push_back(row); });
    return rows;
}

ListFacts KeyIndex::facts(const KeyView &view) const {
    ListFacts facts;
    const FilterTest test(*d, view);
    std::vector<bool> owns(d->people.size());
    for (Row row = 0; row < d->rows(); ++row) {
        if (!d->has(row, KeyColumns::Living))
            continue;
        const Lifetime life = d->lifetimeOf(row);
        const FilterSet filters = test.filtersOf(row, life);
        for (std::size_t i = 0; i < filters.size(); ++i)
            facts.counts.of[i] += filters.test(i) ? 1 : 0;
        const auto at = test.nextBoundary(row, life);
        if (at && (!facts.nextBoundary || *at < *facts.nextBoundary))
            facts.nextBoundary = at;
        owns[d->owner[row]] = true;
    }
    for (std::uint32_t code = 1; code < owns.size(); ++code)
        if (owns[code])
            facts.owners.append(d->people[code]);
    facts.owners.sort(Qt::CaseInsensitive);
    return facts;
}

} // namespace keywright
