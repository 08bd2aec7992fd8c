#include "ui/activity/activity_words.h"

#include "ui/revoke/impact.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace keywright {
namespace {

QString words(const char *text) {
    return QCoreApplication::translate("ActivityWords", text);
}

struct Member {
    QLatin1StringView id;
    const char *caption;
};
constexpr std::array<Member, 18> members{{
    {QLatin1StringView("name"), QT_TRANSLATE_NOOP("ActivityWords", "Name")},
    {QLatin1StringView("scopes"), QT_TRANSLATE_NOOP("ActivityWords", "Scopes")},
    {QLatin1StringView("owner"), QT_TRANSLATE_NOOP("ActivityWords", "Owner")},
    {QLatin1StringView("note"), QT_TRANSLATE_NOOP("ActivityWords", "Note")},
    {QLatin1StringView("expires_at"), QT_TRANSLATE_NOOP("ActivityWords", "Expires")},
    {QLatin1StringView("expires_on"), QT_TRANSLATE_NOOP("ActivityWords", "Last day")},
    {QLatin1StringView("daily_spend_limit_usd"), QT_TRANSLATE_NOOP("ActivityWords", "Daily limit (USD)")},
    {QLatin1StringView("monthly_spend_limit_usd"), QT_TRANSLATE_NOOP("ActivityWords", "Monthly limit (USD)")},
    {QLatin1StringView("rate_per_minute"), QT_TRANSLATE_NOOP("ActivityWords", "Requests per minute")},
    {QLatin1StringView("reason"), QT_TRANSLATE_NOOP("ActivityWords", "Reason")},
    {QLatin1StringView("revoke_reason"), QT_TRANSLATE_NOOP("ActivityWords", "It had been revoked as")},
    {QLatin1StringView("revoked_at"), QT_TRANSLATE_NOOP("ActivityWords", "It had been revoked on")},
    {QLatin1StringView("replaced_by"), QT_TRANSLATE_NOOP("ActivityWords", "Replaced by")},
    {QLatin1StringView("replaces"), QT_TRANSLATE_NOOP("ActivityWords", "Replaces")},
    {QLatin1StringView("auto_revoke_at"), QT_TRANSLATE_NOOP("ActivityWords", "Ends by itself")},
    {QLatin1StringView("issued_by"), QT_TRANSLATE_NOOP("ActivityWords", "Issued by key")},
    {QLatin1StringView("policy"), QT_TRANSLATE_NOOP("ActivityWords", "Policy")},
    {QLatin1StringView("batch"), QT_TRANSLATE_NOOP("ActivityWords", "Together with others, as")},
}};

QString captionOf(const QString &id) {
    for (const Member &member : members)
        if (id == member.id)
            return words(member.caption);
    return id;
}

QString scalar(const QJsonValue &value) {
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? words(QT_TRANSLATE_NOOP("ActivityWords", "yes"))
                              : words(QT_TRANSLATE_NOOP("ActivityWords", "no"));
    return QString::fromUtf8(canonicalJson({{QStringLiteral("v"), value}})).sliced(5).chopped(1);
}

QString valueText(const QString &id, const QJsonValue &value) {
    if (value.isNull() || value.isUndefined() || value == QJsonValue(QString()))
        return id == QStringLiteral("expires_at") ? words(QT_TRANSLATE_NOOP("ActivityWords", "never"))
                                                  : words(QT_TRANSLATE_NOOP("ActivityWords", "nothing"));
    if (id == QStringLiteral("reason") || id == QStringLiteral("revoke_reason"))
        return revokeReasonText(value.toString());
    if (!value.isArray())
        return scalar(value);
    QStringList parts;
    for (const QJsonValue &part : value.toArray())
        parts << scalar(part);
    return parts.isEmpty() ? words(QT_TRANSLATE_NOOP("ActivityWords", "nothing")) : parts.join(QStringLiteral(", "));
}

} // namespace

QStringList detailLines(const QJsonObject &detail) {
    QStringList lines;
    for (auto it = detail.begin(); it != detail.end(); ++it) {
        const QString id = it.key();
        const QJsonObject change = it.value().toObject();
        if (change.contains(QStringLiteral("before")) && change.contains(QStringLiteral("after")))
            lines << words(QT_TRANSLATE_NOOP("ActivityWords", "%1: %2 became %3"))
                         .arg(captionOf(id), valueText(id, change.value(QStringLiteral("before"))),
                              valueText(id, change.value(QStringLiteral("after"))));
        else
            lines << words(QT_TRANSLATE_NOOP("ActivityWords", "%1: %2")).arg(captionOf(id), valueText(id, it.value()));
    }
    return lines;
}

QString authMethodText(const QString &authMethod) {
    if (authMethod == QStringLiteral("local"))
        return words(QT_TRANSLATE_NOOP("ActivityWords", "on this machine"));
    if (authMethod == QStringLiteral("member"))
        return words(QT_TRANSLATE_NOOP("ActivityWords", "as a member"));
    if (authMethod == QStringLiteral("api_key"))
        return words(QT_TRANSLATE_NOOP("ActivityWords", "with an API key"));
    if (authMethod == QStringLiteral("system"))
        return words(QT_TRANSLATE_NOOP("ActivityWords", "by itself"));
    return authMethod;
}

QString entryKeyText(const Activity &entry) {
    if (entry.keyId.isEmpty())
        return {};
    const QString name =
        entry.keyName.isEmpty() ? words(QT_TRANSLATE_NOOP("ActivityWords", "(no name)")) : entry.keyName;
    return entry.keyPreview.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, entry.keyPreview);
}

} // namespace keywright
