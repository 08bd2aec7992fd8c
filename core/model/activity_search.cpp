#include "core/model/activity.h"

#include <QDate>

#include <array>

namespace keywright {

namespace {

/// The words of a search; quotes hold one together, `actor:"Anna B"`.
QStringList words(const QString &text) {
    QStringList found;
    QString word;
    bool quoted = false, open = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
            open = true;
        } else if (c.isSpace() && !quoted) {
            if (open)
                found.append(word);
            word.clear();
            open = false;
        } else {
            word += c;
            open = true;
        }
    }
    if (open)
        found.append(word);
    found.removeAll(QString());
    return found;
}

/// A date means the start of that local day.
std::optional<Instant> instantOf(const QString &text) {
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    return date.isValid() ? std::optional(toInstant(date.startOfDay())) : fromRfc3339(text);
}

struct TextField {
    QLatin1StringView name;
    QStringList ActivityTerms::*values;
};
constexpr std::array<TextField, 5> textFields{{
    {QLatin1StringView("actor"), &ActivityTerms::actor},
    {QLatin1StringView("event"), &ActivityTerms::event},
    {QLatin1StringView("key"), &ActivityTerms::key},
    {QLatin1StringView("authMethod"), &ActivityTerms::authMethod},
    {QLatin1StringView("address"), &ActivityTerms::address},
}};
struct TimeField {
    QLatin1StringView name;
    std::optional<Instant> ActivityTerms::*value;
};
constexpr std::array<TimeField, 2> timeFields{{
    {QLatin1StringView("before"), &ActivityTerms::before},
    {QLatin1StringView("after"), &ActivityTerms::after},
}};

/// Puts `name:value` where it belongs; false where it can't be understood.
bool takeTerm(const QString &name, const QString &value, ActivityTerms &terms) {
    if (value.isEmpty())
        return false;
    for (const TextField &field : textFields) {
        if (name.compare(field.name, Qt::CaseInsensitive) == 0) {
            (terms.*field.values).append(value);
            return true;
        }
    }
    for (const TimeField &field : timeFields) {
        if (name.compare(field.name, Qt::CaseInsensitive) == 0)
            return (terms.*field.value = instantOf(value)).has_value();
    }
    return false;
}

} // namespace

ActivityTerms parseActivitySearch(const QString &text) {
    ActivityTerms terms;
    for (const QString &word : words(text)) {
        const qsizetype colon = word.indexOf(u':');
        if (colon > 0 && takeTerm(word.first(colon), word.sliced(colon + 1), terms))
            continue;
        if (colon > 0)
            terms.unknown.append(word);
        terms.free.append(word);
    }
    return terms;
}

} // namespace keywright
