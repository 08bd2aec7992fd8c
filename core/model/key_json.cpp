#include "core/model/key_json.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

void writeSpend(JsonWriter &json, const ApiKey &key) {
    json.name("spend_info"_L1);
    if (!key.dailyLimit && !key.monthlyLimit) {
        json.null();
        return;
    }
    const Spend spent = key.spend.value_or(Spend{});
    json.beginObject();
    json.member("daily_spend_usd"_L1, spent.daily);
    json.member("daily_limit_usd"_L1, key.dailyLimit);
    json.member("monthly_spend_usd"_L1, spent.monthly);
    json.member("monthly_limit_usd"_L1, key.monthlyLimit);
    json.endObject();
}

void writeFourteen(JsonWriter &json, const ApiKey &key, Instant now) {
    json.member("id"_L1, key.id.value);
    json.textOrNull("name"_L1, key.name);
    json.member("key_prefix"_L1, key.preview.first.isEmpty() ? previewText(key.preview) : key.preview.first);
    json.member("scopes"_L1, key.scopes);
    json.member("created_at"_L1, key.createdAt);
    json.member("last_used_at"_L1, key.usage.lastUsedAt);
    json.member("expires_at"_L1, key.expiresAt);
    json.member("revoked_at"_L1, key.revokedAt);
    json.member("deprecated_at"_L1, key.deprecatedAt);
    json.member("auto_revoke_at"_L1, key.autoRevokeAt);
    json.member("is_active"_L1, isActive(key, now));
    json.member("daily_spend_limit_usd"_L1, key.dailyLimit);
    json.member("monthly_spend_limit_usd"_L1, key.monthlyLimit);
    writeSpend(json, key);
}

void writeOwn(JsonWriter &json, const ApiKey &key, Instant now) {
    json.textOrNull("owner"_L1, key.owner);
    json.textOrNull("note"_L1, key.note);
    json.textOrNull("last4"_L1, key.preview.last);
    json.member("kind"_L1, key.kind == KeyKind::Test ? u"test"_s : u"standard"_s);
    json.member("state"_L1, QString(statusId(statusOf(key, now))));
    json.member("revision"_L1, key.revision.value);
    json.textOrNull("created_by"_L1, key.createdBy);
    json.textOrNull("issued_by"_L1, key.issuedBy.value);
    json.textOrNull("expires_on"_L1, key.expiresOn);
    json.textOrNull("revoked_by"_L1, key.revokedBy);
    json.textOrNull("revoke_reason"_L1, key.revokeReason);
    json.textOrNull("lineage_id"_L1, key.lineage);
    json.textOrNull("replaced_by"_L1, key.replacedBy.value);
    json.name("rate_per_minute"_L1);
    if (key.ratePerMinute)
        json.value(qint64(*key.ratePerMinute));
    else
        json.null();
    json.member("delivered_at"_L1, key.deliveredAt);
    json.member("requests"_L1, key.usage.requests);
    json.textOrNull("last_address"_L1, key.usage.lastAddress);
    json.textOrNull("last_agent"_L1, key.usage.lastAgent);
    json.member("refused"_L1, key.usage.refused);
    json.member("last_refused_at"_L1, key.usage.lastRefusedAt);
    json.textOrNull("last_refused_address"_L1, key.usage.lastRefusedAddress);
}

} // namespace

void writeKeyInfo(JsonWriter &json, const ApiKey &key, Instant now) {
    json.beginObject();
    writeFourteen(json, key, now);
    json.endObject();
}

void writeFullKeyInfo(JsonWriter &json, const ApiKey &key, Instant now) {
    json.beginObject();
    writeFourteen(json, key, now);
    writeOwn(json, key, now);
    json.endObject();
}

void writeIssued(JsonWriter &json, QByteArrayView token, const ApiKey &key, Instant now) {
    json.beginObject();
    json.member("key"_L1, token);
    json.name("key_info"_L1);
    writeKeyInfo(json, key, now);
    json.endObject();
}

void writeClients(JsonWriter &json, const QList<ClientUse> &clients) {
    json.beginArray();
    for (const ClientUse &client : clients) {
        json.beginObject();
        json.member("address"_L1, client.address);
        json.member("agent"_L1, client.agent);
        json.member("first_at"_L1, client.firstAt);
        json.member("last_at"_L1, client.lastAt);
        json.member("requests"_L1, client.requests);
        json.endObject();
    }
    json.endArray();
}

void writeDays(JsonWriter &json, const QList<DayUse> &days) {
    json.beginArray();
    for (const DayUse &day : days) {
        json.beginObject();
        json.member("day"_L1, day.day.toString(Qt::ISODate));
        json.member("requests"_L1, day.requests);
        json.member("refused"_L1, day.refused);
        json.endObject();
    }
    json.endArray();
}

QLatin1StringView statusId(KeyStatus status) {
    switch (status) {
    case KeyStatus::Active:
        return "active"_L1;
    case KeyStatus::Expiring:
        return "expiring"_L1;
    case KeyStatus::InGrace:
        return "in_grace"_L1;
    case KeyStatus::Expired:
        return "expired"_L1;
    case KeyStatus::Revoked:
        return "revoked"_L1;
    }
    return "revoked"_L1;
}

} // namespace keywright
