#include "ui/revoke/impact.h"

#include "core/model/instant_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace keywright {
namespace {

QString words(const char *text, int n = -1) {
    return QCoreApplication::translate("Impact", text, nullptr, n);
}

/// "10.0.0.5 with curl/8", or what is known of it.
QString whereText(const QString &address, const QString &agent) {
    if (address.isEmpty())
        return agent.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("Impact", "with %1")).arg(agent);
    return agent.isEmpty() ? address : words(QT_TRANSLATE_NOOP("Impact", "%1 with %2")).arg(address, agent);
}

QString requestsText(qint64 requests) {
    const QString text = requests == 1 ? words(QT_TRANSLATE_NOOP("Impact", "1 request"))
                                       : words(QT_TRANSLATE_NOOP("Impact", "%1 requests"));
    return requests == 1 ? text : text.arg(QLocale().toString(requests));
}

} // namespace

QString useText(const KeyDetails &details, Instant now) {
    const Usage &usage = details.key.usage;
    if (!usage.lastUsedAt)
        return words(
            QT_TRANSLATE_NOOP("Impact", "It has never been used: nothing that Keywright knows of will break."));
    const QString used = words(QT_TRANSLATE_NOOP("Impact", "Used %1, %2 in the last 7 days"))
                             .arg(relativeText(*usage.lastUsedAt, now), requestsText(details.requestsLast7Days));
    const QString where = whereText(usage.lastAddress, usage.lastAgent);
    if (where.isEmpty())
        return words(QT_TRANSLATE_NOOP("Impact", "%1.")).arg(used);
    return usage.lastAddress.isEmpty() ? words(QT_TRANSLATE_NOOP("Impact", "%1, %2.")).arg(used, where)
                                       : words(QT_TRANSLATE_NOOP("Impact", "%1, from %2.")).arg(used, where);
}

QString clientText(const ClientUse &client, Instant now) {
    const QString where = whereText(client.address, client.agent);
    return words(QT_TRANSLATE_NOOP("Impact", "%1, %2, last %3"))
        .arg(where.isEmpty() ? words(QT_TRANSLATE_NOOP("Impact", "unknown client")) : where,
             requestsText(client.requests), relativeText(client.lastAt, now));
}

QString otherClientsText(const KeyDetails &details, Instant now, int most) {
    QStringList lines;
    for (qsizetype i = 1; i < std::min<qsizetype>(details.clients.size(), most + 1); ++i)
        lines << clientText(details.clients.at(i), now);
    if (const auto left = int(details.clients.size()) - most - 1; left > 0)
        lines << words(QT_TRANSLATE_N_NOOP("Impact", "and %Ln more"), left);
    return lines.join(u'\n');
}

bool usedRecently(const ApiKey &key, Instant now) {
    return key.usage.lastUsedAt && now - *key.usage.lastUsedAt < Days(7);
}

QString reversibleText(const Situation &situation, int keys) {
    const KeyPolicy &policy = *situation.policy;
    if (!policy.revoke.reversible) {
        const QString good =
            keys == 1 ? words(QT_TRANSLATE_NOOP("Impact", "This is for good: a revoked key cannot be re-activated."))
                      : words(QT_TRANSLATE_NOOP("Impact", "This is for good: revoked keys cannot be re-activated."));
        if (policy.revoke.list == KeyPolicy::RevokedShown::Never)
            return good + u' ' + words(QT_TRANSLATE_NOOP("Impact", "What is revoked leaves the list."));
        return good;
    }
    if (policy.manage.reactivate.contains(situation.caller.role))
        return keys == 1 ? words(QT_TRANSLATE_NOOP("Impact", "You can re-activate it later, until it expires."))
                         : words(QT_TRANSLATE_NOOP("Impact", "You can re-activate them later, until they expire."));
    return keys == 1
               ? words(QT_TRANSLATE_NOOP("Impact", "An account admin can re-activate it later, until it expires."))
               : words(QT_TRANSLATE_NOOP("Impact", "An account admin can re-activate them later, until they expire."));
}

QString revokeReasonText(const QString &reason) {
    for (const RevokeReason &known : revokeReasons())
        if (known.id == reason)
            return known.text;
    if (reason == QStringLiteral("abuse"))
        return words(QT_TRANSLATE_NOOP("Impact", "Abuse detected"));
    if (reason == QStringLiteral("grace ended"))
        return words(QT_TRANSLATE_NOOP("Impact", "Its grace period ended"));
    if (reason == QStringLiteral("restored"))
        return words(QT_TRANSLATE_NOOP("Impact", "Came back from a backup"));
    return reason;
}

bool revokedAsUnsafe(const ApiKey &key) {
    return key.revokeReason == QStringLiteral("leaked") || key.revokeReason == QStringLiteral("abuse");
}

} // namespace keywright
