#include "ui/edit/grace_text.h"

#include "core/model/instant_text.h"
#include "ui/revoke/impact.h"

#include <QCoreApplication>

namespace keywright {
namespace {

constexpr int clientsNamed = 3;

QString words(const char *text) {
    return QCoreApplication::translate("GraceText", text);
}

QString usersSince(const KeyDetails &details, Instant rotatedAt, Instant now) {
    QStringList lines;
    for (const ClientUse &client : details.clients)
        if (client.lastAt >= rotatedAt && lines.size() < clientsNamed)
            lines << clientText(client, now);
    return lines.join(u'\n');
}

} // namespace

std::optional<GraceState> graceState(const KeyDetails &details, Instant now) {
    const ApiKey &key = details.key;
    if (statusOf(key, now) != KeyStatus::InGrace || !key.deprecatedAt)
        return {};
    const auto &lastUsed = key.usage.lastUsedAt;
    const bool usedSince = lastUsed && *lastUsed >= *key.deprecatedAt;
    const QString ends = key.autoRevokeAt ? words(QT_TRANSLATE_NOOP("GraceText", "This key was rotated; it ends %1."))
                                                .arg(relativeText(*key.autoRevokeAt, now))
                                          : words(QT_TRANSLATE_NOOP("GraceText", "This key was rotated."));
    if (usedSince && now - *lastUsed < Days(1)) {
        const QString users = usersSince(details, *key.deprecatedAt, now);
        const QString used =
            words(QT_TRANSLATE_NOOP("GraceText", "It is still in use, last %1.")).arg(relativeText(*lastUsed, now));
        return GraceState{true, ends + u' ' + used + (users.isEmpty() ? QString() : u'\n' + users)};
    }
    const Seconds idle = now - (usedSince ? *lastUsed : *key.deprecatedAt);
    const QString since = usedSince
                              ? words(QT_TRANSLATE_NOOP("GraceText", "Safe to revoke: idle for %1."))
                              : words(QT_TRANSLATE_NOOP("GraceText", "Not used since, for %1: safe to revoke once "
                                                                     "its users have the new key."));
    return GraceState{false, ends + u' ' + since.arg(durationText(idle))};
}

} // namespace keywright
