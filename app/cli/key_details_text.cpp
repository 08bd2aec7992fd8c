#include "app/cli/key_details_text.h"

#include "app/cli/console.h"
#include "app/cli/key_output.h"
#include "core/model/instant_text.h"
#include "core/model/key_json.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("KeyDetailsText", text);
}

/// Lines of a label and what stands beside it; lines without anything are left out.
class Lines {
public:
    void add(const QString &label, const QString &value) {
        if (!value.isEmpty())
            text_ += u"%1%2\n"_s.arg(label, -16).arg(printable(value));
    }
    void add(const QString &label, const std::optional<Instant> &at, Instant now) {
        if (at)
            add(label, u"%1 (%2)"_s.arg(toRfc3339(*at), relativeText(*at, now)));
    }
    QByteArray utf8() const { return text_.toUtf8(); }

private:
    QString text_;
};

QString money(const std::optional<MicroUsd> &limit, const std::optional<MicroUsd> &spent) {
    return limit ? translated("%1 of %2 USD spent").arg(usdText(spent.value_or(MicroUsd{})), usdText(*limit))
                 : QString();
}

void addWho(Lines &lines, const ApiKey &key, Instant now) {
    lines.add(translated("id"), key.id.value);
    lines.add(translated("name"), key.name.isEmpty() ? translated("(no name)") : key.name);
    lines.add(translated("key"), previewText(key.preview));
    lines.add(translated("status"), statusWord(statusOf(key, now)));
    lines.add(translated("kind"), key.kind == KeyKind::Test ? translated("test key") : QString());
    lines.add(translated("scopes"), key.scopes.isEmpty() ? translated("none") : key.scopes.join(u", "_s));
    lines.add(translated("owner"), key.owner);
    lines.add(translated("note"), key.note);
}

void addWhen(Lines &lines, const ApiKey &key, Instant now) {
    lines.add(translated("created"), key.createdAt, now);
    lines.add(translated("created by"), key.createdBy);
    lines.add(translated("delivered"), key.deliveredAt ? toRfc3339(*key.deliveredAt) : translated("nobody has it"));
    if (key.expiresAt)
        lines.add(translated("expires"), key.expiresAt, now);
    else
        lines.add(translated("expires"), translated("never"));
    lines.add(translated("expires on"), key.expiresOn);
    lines.add(translated("rotated"), key.deprecatedAt, now);
    lines.add(translated("grace ends"), key.autoRevokeAt, now);
    lines.add(translated("replaced by"), key.replacedBy.value);
    lines.add(translated("revoked"), key.revokedAt, now);
    lines.add(translated("revoked by"), key.revokedBy);
    lines.add(translated("reason"), key.revokeReason);
}

void addUse(Lines &lines, const KeyDetails &details, Instant now) {
    const ApiKey &key = details.key;
    if (key.usage.lastUsedAt)
        lines.add(translated("last used"), key.usage.lastUsedAt, now);
    else
        lines.add(translated("last used"), translated("never"));
    lines.add(translated("from"), key.usage.lastAddress);
    lines.add(translated("requests"),
              translated("%1, %2 in the last 7 days").arg(key.usage.requests).arg(details.requestsLast7Days));
    if (key.usage.refused > 0)
        lines.add(translated("still tried"),
                  translated("%1×, last %2")
                      .arg(key.usage.refused)
                      .arg(key.usage.lastRefusedAt ? relativeText(*key.usage.lastRefusedAt, now) : QString()));
    lines.add(translated("daily limit"),
              money(key.dailyLimit, key.spend ? std::optional(key.spend->daily) : std::nullopt));
    lines.add(translated("monthly limit"),
              money(key.monthlyLimit, key.spend ? std::optional(key.spend->monthly) : std::nullopt));
    lines.add(translated("rate"), key.ratePerMinute ? translated("%1 a minute").arg(*key.ratePerMinute) : QString());
}

void writeKeys(JsonWriter &json, const QList<ApiKey> &keys, Instant now) {
    json.beginArray();
    for (const ApiKey &key : keys)
        writeKeyInfo(json, key, now);
    json.endArray();
}

} // namespace

QByteArray detailsText(const KeyDetails &details, Instant now) {
    Lines lines;
    addWho(lines, details.key, now);
    addWhen(lines, details.key, now);
    addUse(lines, details, now);
    for (const ClientUse &client : details.clients)
        lines.add(translated("client"),
                  u"%1  %2  %3"_s.arg(client.address, client.agent, relativeText(client.lastAt, now)));
    if (details.lineage.size() > 1)
        for (const ApiKey &key : details.lineage)
            lines.add(translated("lineage"),
                      u"%1  %2  %3"_s.arg(key.id.value, displayName(key), statusWord(statusOf(key, now))));
    for (const ApiKey &key : details.issued)
        lines.add(translated("issued"), u"%1  %2"_s.arg(key.id.value, displayName(key)));
    return lines.utf8();
}

QByteArray detailsJson(const KeyDetails &details, Instant now) {
    QByteArray out;
    JsonWriter json(out);
    writeFullKeyInfo(json, details.key, now);
    // The members beside the key's own stand in the same object.
    out.chop(1);
    json.name("requests_last_7_days"_L1);
    json.value(details.requestsLast7Days);
    json.name("clients"_L1);
    writeClients(json, details.clients);
    json.name("days"_L1);
    writeDays(json, details.days);
    json.name("lineage"_L1);
    writeKeys(json, details.lineage, now);
    json.name("issued"_L1);
    writeKeys(json, details.issued, now);
    json.endObject();
    return out + '\n';
}

} // namespace keywright
