#include "ui/edit/key_differences.h"

#include <QCoreApplication>

namespace keywright {
namespace {

QString words(const char *text) {
    return QCoreApplication::translate("KeyDifferences", text);
}

QString quoted(const QString &text) {
    return text.isEmpty() ? words(QT_TRANSLATE_NOOP("KeyDifferences", "nothing")) : u'“' + text + u'”';
}

QString amount(const std::optional<MicroUsd> &limit) {
    return limit ? usdText(*limit) : QString();
}

QString number(const std::optional<int> &value) {
    return value ? QString::number(*value) : QString();
}

void tell(QStringList &lines, const char *what, const QString &before, const QString &newer,
          const std::optional<QString> &mine) {
    if (before == newer)
        return;
    const QString line = words(QT_TRANSLATE_NOOP("KeyDifferences", "%1 is now %2")).arg(words(what), quoted(newer));
    lines << (mine && *mine != newer
                  ? words(QT_TRANSLATE_NOOP("KeyDifferences", "%1; you typed %2")).arg(line, quoted(*mine))
                  : line);
}

template<class T, class F>
std::optional<QString> mapped(const std::optional<T> &value, F text) {
    return value ? std::optional<QString>(text(*value)) : std::nullopt;
}

} // namespace

QString differencesText(const ApiKey &before, const ApiKey &newer, const Changes &mine) {
    const QString comma = QStringLiteral(", ");
    QStringList lines;
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Name"), before.name, newer.name, mine.name);
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Owner"), before.owner, newer.owner, mine.owner);
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Note"), before.note, newer.note, mine.note);
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Scopes"), before.scopes.join(comma), newer.scopes.join(comma),
         mapped(mine.scopes, [&](const QStringList &scopes) { return scopes.join(comma); }));
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Daily limit"), amount(before.dailyLimit), amount(newer.dailyLimit),
         mapped(mine.dailyLimit, amount));
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Monthly limit"), amount(before.monthlyLimit),
         amount(newer.monthlyLimit), mapped(mine.monthlyLimit, amount));
    tell(lines, QT_TRANSLATE_NOOP("KeyDifferences", "Requests per minute"), number(before.ratePerMinute),
         number(newer.ratePerMinute), mapped(mine.ratePerMinute, number));
    if (!before.revokedAt && newer.revokedAt)
        lines << words(QT_TRANSLATE_NOOP("KeyDifferences", "The key is revoked now"));
    if (before.revokedAt && !newer.revokedAt)
        lines << words(QT_TRANSLATE_NOOP("KeyDifferences", "The key works again"));
    if (before.replacedBy != newer.replacedBy)
        lines << words(QT_TRANSLATE_NOOP("KeyDifferences", "The key was rotated"));
    return lines.join(u'\n');
}

} // namespace keywright
