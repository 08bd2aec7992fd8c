#include "core/model/exports.h"

#include "core/crypto/digest.h"
#include "core/model/draft.h"
#include "core/model/key_json.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString instantCell(const std::optional<Instant> &at) {
    return at ? toRfc3339(*at) : QString();
}

QString moneyCell(const std::optional<MicroUsd> &amount) {
    return amount ? usdText(*amount) : QString();
}

} // namespace

QStringList keyCsvHeader() {
    return {u"id"_s,
            u"name"_s,
            u"key"_s,
            u"state"_s,
            u"scopes"_s,
            u"owner"_s,
            u"note"_s,
            u"kind"_s,
            u"created_at"_s,
            u"created_by"_s,
            u"expires_at"_s,
            u"last_used_at"_s,
            u"last_address"_s,
            u"requests"_s,
            u"revoked_at"_s,
            u"revoked_by"_s,
            u"revoke_reason"_s,
            u"deprecated_at"_s,
            u"auto_revoke_at"_s,
            u"daily_spend_limit_usd"_s,
            u"monthly_spend_limit_usd"_s};
}

QStringList keyCsvCells(const ApiKey &key, Instant now) {
    return {key.id.value,
            key.name,
            previewText(key.preview),
            QString(statusId(statusOf(key, now))),
            key.scopes.join(u' '),
            key.owner,
            key.note,
            key.kind == KeyKind::Test ? u"test"_s : u"standard"_s,
            toRfc3339(key.createdAt),
            key.createdBy,
            instantCell(key.expiresAt),
            instantCell(key.usage.lastUsedAt),
            key.usage.lastAddress,
            QString::number(key.usage.requests),
            instantCell(key.revokedAt),
            key.revokedBy,
            key.revokeReason,
            instantCell(key.deprecatedAt),
            instantCell(key.autoRevokeAt),
            moneyCell(key.dailyLimit),
            moneyCell(key.monthlyLimit)};
}

QStringList activityCsvHeader() {
    return {u"seq"_s,      u"at"_s,          u"event"_s,   u"actor"_s,  u"authMethod"_s, u"key_id"_s,
            u"key_name"_s, u"key_preview"_s, u"address"_s, u"detail"_s, u"prev"_s,       u"hash"_s};
}

QStringList activityCsvCells(const Activity &entry) {
    return {QString::number(entry.seq),
            toRfc3339(entry.at),
            entry.event,
            entry.actor,
            entry.authMethod,
            entry.keyId,
            entry.keyName,
            entry.keyPreview,
            entry.address,
            QString::fromUtf8(canonicalJson(entry.detail)),
            toHex(entry.prev),
            toHex(entry.hash)};
}

void writeActivity(JsonWriter &json, const Activity &entry) {
    QByteArray members = canonicalEntry(entry);
    members.chop(1);
    members += ",\"prev\":\"" + toHex(entry.prev).toLatin1() + "\",\"hash\":\"" + toHex(entry.hash).toLatin1() + "\"}";
    json.json(members);
}

QByteArray activityExport(const QString &keyringId, const ChainHead &head, const QList<Activity> &entries) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("format"_L1, u"keywright-activity-1"_s);
    json.member("keyring_id"_L1, keyringId);
    json.name("head"_L1);
    json.beginObject();
    json.member("seq"_L1, head.seq);
    json.member("hash"_L1, toHex(head.hash));
    json.endObject();
    json.name("entries"_L1);
    json.beginArray();
    for (const Activity &entry : entries) {
        out += '\n';
        writeActivity(json, entry);
    }
    json.endArray();
    json.endObject();
    out += '\n';
    return out;
}

} // namespace keywright
