#include "core/index/key_view.h"

#include "core/index/folded_text.h"
#include "core/index/id_column.h"

#include <algorithm>

namespace keywright {

namespace {

/// Ids are searched for long words only, so a short word does not cover a long one.
bool coversWord(const QByteArray &wider, const QByteArray &narrower) {
    const bool sameReach = wider.size() >= IdColumn::shortestWord || narrower.size() < IdColumn::shortestWord;
    return sameReach && narrower.contains(wider);
}

bool coversSearch(const QString &wider, const QString &narrower) {
    const QList<QByteArray> narrow = searchWords(narrower);
    return std::ranges::all_of(searchWords(wider), [&](const QByteArray &word) {
        return std::ranges::any_of(narrow, [&](const QByteArray &longer) { return coversWord(word, longer); });
    });
}

bool coversFilter(const KeyView &wider, const KeyView &narrower) {
    if (wider.filter == KeyFilter::All)
        return wider.showRevoked;
    return wider.filter == narrower.filter && wider.showRevoked == narrower.showRevoked && wider.now == narrower.now &&
           wider.expiringWithin == narrower.expiringWithin && wider.unusedFor == narrower.unusedFor;
}

} // namespace

bool sameOrder(const KeyView &a, const KeyView &b) {
    if (a.sort != b.sort || a.descending != b.descending)
        return false;
    return a.sort != KeyColumn::Status || (a.now == b.now && a.expiringWithin == b.expiringWithin);
}

bool covers(const KeyView &wider, const KeyView &narrower) {
    const auto open = [](const QString &any, const QString &given) { return any.isEmpty() || any == given; };
    return sameOrder(wider, narrower) && open(wider.owner, narrower.owner) && open(wider.scope, narrower.scope) &&
           coversFilter(wider, narrower) && coversSearch(wider.search, narrower.search);
}

} // namespace keywright
