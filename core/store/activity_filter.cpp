#include "core/store/activity_filter.h"

#include <algorithm>

namespace keywright {

namespace {

bool oneOf(const QStringList &terms, std::initializer_list<QString> texts) {
    if (terms.isEmpty())
        return true;
    return std::ranges::any_of(terms, [&](const QString &term) {
        return std::ranges::any_of(texts,
                                   [&](const QString &text) { return text.contains(term, Qt::CaseInsensitive); });
    });
}

bool allOccur(const QStringList &words, const Activity &entry) {
    if (words.isEmpty())
        return true;
    const QString all =
        QStringList{entry.event,   entry.actor,      entry.authMethod, entry.keyId,
                    entry.keyName, entry.keyPreview, entry.address,    QString::fromUtf8(canonicalJson(entry.detail))}
            .join(u'\n');
    return std::ranges::all_of(words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

bool matches(const ActivityTerms &terms, const Activity &entry) {
    return (!terms.before || entry.at < *terms.before) && (!terms.after || entry.at >= *terms.after) &&
           oneOf(terms.actor, {entry.actor}) && oneOf(terms.event, {entry.event}) &&
           oneOf(terms.key, {entry.keyId, entry.keyName, entry.keyPreview}) &&
           oneOf(terms.authMethod, {entry.authMethod}) && oneOf(terms.address, {entry.address}) &&
           allOccur(terms.free + terms.unknown, entry);
}

} // namespace keywright
