#include "core/index/key_order.h"

#include "core/index/folded_text.h"
#include "core/index/key_filters.h"
#include "core/platform/sort_key.h"

#include <QLocale>

#include <algorithm>
#include <limits>
#include <numeric>

namespace keywright {

namespace {

using Row = KeyIndex::Row;

template<class F>
void sortByNumber(Rows &rows, F number, bool descending, const Cancelled &cancelled) {
    std::vector<RankedRow> ranked(rows.size());
    const std::uint64_t flip = descending ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        ranked[i] = {.rank = std::uint64_t(number(rows[i])) ^ flip, .row = rows[i]};
    sortByRank(ranked, cancelled);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = ranked[i].row;
}

/// Without a language there is no alphabet but that of the bytes.
bool hasAlphabet() {
    return QLocale().language() != QLocale::C;
}

QCollator collator() {
    QCollator order{QLocale()};
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

/// The user's own alphabetical order; sort keys are made once a row.
template<class F>
void sortByLocale(Rows &rows, F text, bool descending) {
    const QCollator order = collator();
    std::vector<std::pair<platform::SortKey, Row>> keyed;
    keyed.reserve(rows.size());
    for (const Row row : rows)
        keyed.emplace_back(platform::sortKey(order, text(row)), row);
    std::ranges::stable_sort(keyed, [&](const auto &a, const auto &b) {
        return descending ? b.first.compare(a.first) < 0 : a.first.compare(b.first) < 0;
    });
    std::ranges::transform(keyed, rows.begin(), [](const auto &entry) { return entry.second; });
}

/// The place of each code among the texts of all; equal texts share one.
std::vector<std::uint32_t> placesOf(const QStringList &texts) {
    const QCollator order = collator();
    const bool collate = std::size_t(texts.size()) <= collatedRows && hasAlphabet();
    std::vector<QByteArray> folded;
    for (const QString &text : texts)
        folded.push_back(foldedText(text));
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        return collate ? order.compare(texts[a], texts[b]) < 0 : folded[a] < folded[b];
    };
    std::vector<std::uint32_t> codes(folded.size());
    std::iota(codes.begin(), codes.end(), 0U);
    std::ranges::sort(codes, less);
    std::vector<std::uint32_t> places(codes.size());
    for (std::size_t i = 1; i < codes.size(); ++i)
        places[codes[i]] = places[codes[i - 1]] + (less(codes[i - 1], codes[i]) ? 1 : 0);
    return places;
}

QStringList allOf(const Dictionary<QString> &values) {
    QStringList texts;
    for (std::uint32_t code = 0; code < values.size(); ++code)
        texts.append(values[code]);
    return texts;
}

QStringList allOf(const Dictionary<QStringList> &values) {
    QStringList texts;
    for (std::uint32_t code = 0; code < values.size(); ++code)
        texts.append(values[code].join(u", "));
    return texts;
}

/// What the key's lineage spent this month, in order; nothing known comes before nothing spent.
std::uint64_t spendRank(const KeyColumns &columns, Row row) {
    if (!columns.has(row, KeyColumns::HasMoney))
        return 0;
    const auto money = columns.money.constFind(row);
    return money->spend ? std::uint64_t(std::max<qint64>(money->spend->monthly.micros, 0)) + 1 : 0;
}

} // namespace

void sortRows(const KeyColumns &columns, const KeyView &view, Rows &rows, const Cancelled &cancelled) {
    const auto byNumber = [&](auto number) { sortByNumber(rows, number, view.descending, cancelled); };
    const auto byPlace = [&](const auto &dictionary, const std::vector<std::uint32_t> &codes) {
        const auto places = placesOf(allOf(dictionary));
        byNumber([&](Row row) { return places[codes[row]]; });
    };
    switch (view.sort) {
    case KeyColumn::Name:
        if (rows.size() <= collatedRows && hasAlphabet())
            return sortByLocale(rows, [&](Row row) { return columns.text.name(row); }, view.descending);
        return sortByText(rows, [&](Row row) { return columns.text.foldedName(row); }, view.descending, cancelled);
    case KeyColumn::Key:
        return sortByText(rows, [&](Row row) { return columns.text.foldedPreview(row); }, view.descending, cancelled);
    case KeyColumn::Status: {
        const FilterTest test(columns, view);
        return byNumber([&](Row row) { return std::uint32_t(test.statusOf(row)); });
    }
    case KeyColumn::Scopes:
        return byPlace(columns.scopeSets, columns.scopes);
    case KeyColumn::Owner:
        return byPlace(columns.people, columns.owner);
    case KeyColumn::Created:
        return byNumber([&](Row row) { return columns.createdAt[row]; });
    case KeyColumn::Expires: // never comes last
        return byNumber([&](Row row) { return std::uint32_t(columns.expiresAt[row] - 1); });
    case KeyColumn::LastUsed:
        return byNumber([&](Row row) { return columns.lastUsedAt[row]; });
    case KeyColumn::Requests:
        return byNumber([&](Row row) { return columns.requestsOf(row); });
    case KeyColumn::Spend:
        return byNumber([&](Row row) { return spendRank(columns, row); });
    }
}

} // namespace keywright
