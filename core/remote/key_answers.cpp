// Keys out of JSON.
#include "core/crypto/digest.h"
#include "core/remote/answer_reader.h"
#include "core/remote/answer_words.h"
#include "core/remote/answers.h"

#include <QJsonDocument>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

void readOwnLimits(AnswerReader &read, ApiKey &key) {
    key.dailyLimit = read.moneyIfAny("daily_spend_limit_usd"_L1);
    key.monthlyLimit = read.moneyIfAny("monthly_spend_limit_usd"_L1);
    if (key.dailyLimit || key.monthlyLimit)
        key.spend = Spend{};
    if (!read.has("spend_info"_L1))
        return;
    AnswerReader spend = read.object("spend_info"_L1);
    key.spend = Spend{.daily = spend.moneyIfAny("daily_spend_usd"_L1).value_or(MicroUsd{}),
                      .monthly = spend.moneyIfAny("monthly_spend_usd"_L1).value_or(MicroUsd{})};
}

void readFourteen(AnswerReader &read, ApiKey &key) {
    key.id = {read.id("id"_L1)};
    key.name = read.textIfAny("name"_L1);
    key.preview.first = read.textIfAny("key_prefix"_L1);
    key.scopes = read.texts("scopes"_L1);
    key.createdAt = read.instant("created_at"_L1);
    key.usage.lastUsedAt = read.instantIfAny("last_used_at"_L1);
    key.expiresAt = read.instantOrNull("expires_at"_L1);
    key.revokedAt = read.instantOrNull("revoked_at"_L1);
    key.deprecatedAt = read.instantIfAny("deprecated_at"_L1);
    key.autoRevokeAt = read.instantIfAny("auto_revoke_at"_L1);
    readOwnLimits(read, key);
}

/// `key_prefix` is the whole preview where the policy shows no beginning.
void readPreview(AnswerReader &read, ApiKey &key) {
    key.preview.last = read.textIfAny("last4"_L1);
    if (!key.preview.last.isEmpty() && key.preview.first == previewText({.first = {}, .last = key.preview.last}))
        key.preview.first.clear();
}

void readOwn(AnswerReader &read, ApiKey &key) {
    readPreview(read, key);
    key.owner = read.textIfAny("owner"_L1);
    key.note = read.textIfAny("note"_L1);
    key.kind = read.textIfAny("kind"_L1) == u"test" ? KeyKind::Test : KeyKind::Standard;
    key.createdBy = read.textIfAny("created_by"_L1);
    key.issuedBy = {read.textIfAny("issued_by"_L1)};
    key.expiresOn = read.textIfAny("expires_on"_L1);
    key.revokedBy = read.textIfAny("revoked_by"_L1);
    key.revokeReason = read.textIfAny("revoke_reason"_L1);
    key.lineage = read.textIfAny("lineage_id"_L1);
    key.replacedBy = {read.textIfAny("replaced_by"_L1)};
    if (const auto rate = read.wholeIfAny("rate_per_minute"_L1))
        key.ratePerMinute = int(std::clamp<qint64>(*rate, 0, std::numeric_limits<int>::max()));
    key.deliveredAt = read.instantIfAny("delivered_at"_L1);
    key.usage.requests = read.wholeIfAny("requests"_L1).value_or(0);
    key.usage.lastAddress = read.textIfAny("last_address"_L1);
    key.usage.lastAgent = read.textIfAny("last_agent"_L1);
    key.usage.refused = read.wholeIfAny("refused"_L1).value_or(0);
    key.usage.lastRefusedAt = read.instantIfAny("last_refused_at"_L1);
    key.usage.lastRefusedAddress = read.textIfAny("last_refused_address"_L1);
}

} // namespace

ApiKey readKeyMembers(const QJsonValue &value, const QString &place, JsonFault &fault) {
    AnswerReader read(value, place, fault);
    ApiKey key;
    readFourteen(read, key);
    if (read.value("revision"_L1).isUndefined()) {
        key.deliveredAt = key.createdAt;
        key.lineage = key.id.value;
        return key;
    }
    key.revision = {read.whole("revision"_L1)};
    readOwn(read, key);
    return key;
}

Result<ApiKey> readKey(const QJsonValue &value, const QString &place) {
    JsonFault fault;
    ApiKey key = readKeyMembers(value, place, fault);
    if (fault.found())
        return wrongAnswer(fault);
    return key;
}

QList<ApiKey> readKeyArray(const QJsonArray &list, const QString &place, JsonFault &fault) {
    QList<ApiKey> keys;
    keys.reserve(list.size());
    for (const QJsonValue one : list)
        keys << readKeyMembers(one, fault.found() ? QString() : place + u'/' + QString::number(keys.size()), fault);
    return keys;
}

Result<ApiKey> readKeyAnswer(const QByteArray &json) {
    const auto document = parseAnswer(json);
    if (!document)
        return std::unexpected(document.error());
    return readKey(document->object());
}

Result<QList<ApiKey>> readKeyList(const QByteArray &json) {
    const auto document = parseAnswer(json);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    if (!document->isArray())
        fault.say({}, mustBeList());
    QList<ApiKey> keys = readKeyArray(document->array(), {}, fault);
    if (fault.found())
        return wrongAnswer(fault);
    return keys;
}

Result<Issued> readIssued(QByteArray &json) {
    auto document = parseAnswer(json);
    wipe(json);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    AnswerReader read(document->object(), {}, fault);
    Issued issued;
    QString token = read.textIfAny("key"_L1);
    if (!token.isEmpty()) {
        QByteArray bytes = token.toUtf8();
        issued.token = std::make_shared<const Secret>(QByteArrayView(bytes));
        wipe(bytes);
    }
    wipe(token);
    issued.key = readKeyMembers(read.value("key_info"_L1), read.place("key_info"_L1), fault);
    issued.warnings = read.textsIfAny("warnings"_L1).value_or(QStringList());
    if (fault.found())
        return wrongAnswer(fault);
    return issued;
}

} // namespace keywright
