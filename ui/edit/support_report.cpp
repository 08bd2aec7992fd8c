#include "ui/edit/support_report.h"

#include "core/model/version.h"
#include "ui/form/status_look.h"
#include "ui/revoke/impact.h"

#include <QCoreApplication>

namespace keywright {
namespace {

QString word(const char *text) {
    return QCoreApplication::translate("SupportReport", text);
}

class Lines {
public:
    void add(const char *caption, const QString &text) {
        if (!text.isEmpty())
            lines_ << QStringLiteral("%1: %2").arg(word(caption), text);
    }
    void add(const char *caption, const std::optional<Instant> &at) {
        if (at)
            add(caption, toRfc3339(*at));
    }
    void heading(const char *text) { lines_ << QString() << word(text); }
    void line(const QString &text) { lines_ << QStringLiteral("  ") + text; }
    QString text() const { return lines_.join(u'\n') + u'\n'; }

private:
    QStringList lines_;
};

void addUse(Lines &lines, const KeyDetails &details, Instant now) {
    const Usage &usage = details.key.usage;
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Last used"), usage.lastUsedAt);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Requests"), QString::number(usage.requests));
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Refused requests"), QString::number(usage.refused));
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Last refused"), usage.lastRefusedAt);
    if (details.clients.isEmpty())
        return;
    lines.heading(QT_TRANSLATE_NOOP("SupportReport", "Clients"));
    for (const ClientUse &client : details.clients)
        lines.line(clientText(client, now));
}

} // namespace

QString supportReport(const KeyDetails &details, const KeyringInfo &keyring, Instant now) {
    const ApiKey &key = details.key;
    Lines lines;
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Key"), key.name.isEmpty() ? word("(no name)") : key.name);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Preview"), previewText(key.preview));
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Id"), key.id.value);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Status"), statusLook(key, now).word);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Scopes"), key.scopes.join(QStringLiteral(", ")));
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Owner"), key.owner);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Created"), key.createdAt);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Created by"), key.createdBy);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Expires"), key.expiresAt);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Revoked"), key.revokedAt);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Revoked by"), key.revokedBy);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Reason"), revokeReasonText(key.revokeReason));
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Rotated"), key.deprecatedAt);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Grace ends"), key.autoRevokeAt);
    lines.add(QT_TRANSLATE_NOOP("SupportReport", "Replaced by"), key.replacedBy.value);
    addUse(lines, details, now);
    lines.heading(QT_TRANSLATE_NOOP("SupportReport", "Keyring"));
    lines.line(QStringLiteral("%1 (%2), %3").arg(keyring.name, keyring.policy->title, keyring.id));
    lines.line(
        QStringLiteral("Keywright %1, Qt %2, %3").arg(version(), QString::fromLatin1(qVersion()), toRfc3339(now)));
    return lines.text();
}

} // namespace keywright
