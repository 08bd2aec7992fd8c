#include "core/keyring/key_issuing.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"
#include "core/crypto/token.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

QJsonValue orNull(const std::optional<Instant> &instant) {
    return instant ? QJsonValue(toRfc3339(*instant)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<MicroUsd> &amount) {
    return amount ? QJsonValue(usdText(*amount)) : QJsonValue(QJsonValue::Null);
}

QJsonObject created(const ApiKey &key, QJsonObject detail) {
    detail[u"name"_s] = key.name;
    detail[u"expires_at"_s] = orNull(key.expiresAt);
    detail[u"scopes"_s] = QJsonArray::fromStringList(key.scopes);
    detail[u"owner"_s] = key.owner;
    if (key.dailyLimit || key.monthlyLimit) {
        detail[u"daily_spend_limit_usd"_s] = orNull(key.dailyLimit);
        detail[u"monthly_spend_limit_usd"_s] = orNull(key.monthlyLimit);
    }
    if (key.ratePerMinute)
        detail[u"rate_per_minute"_s] = *key.ratePerMinute;
    if (!key.issuedBy.isEmpty())
        detail[u"issued_by"_s] = key.issuedBy.value;
    return detail;
}

ApiKey keyFrom(const Mutation &mutation, const CheckedDraft &draft, const Preview &preview) {
    const Caller &caller = mutation.author().caller;
    ApiKey key;
    key.id = newKeyId();
    key.name = draft.name;
    key.preview = preview;
    key.scopes = draft.scopes;
    key.owner = draft.owner;
    key.note = draft.note;
    key.kind = draft.kind;
    key.createdAt = mutation.now();
    key.createdBy = caller.name;
    key.issuedBy = caller.key ? caller.key->id : KeyId{};
    key.expiresAt = draft.expiresAt;
    key.expiresOn = draft.expiresOn;
    key.lineage = key.id.value;
    key.dailyLimit = draft.dailyLimit;
    key.monthlyLimit = draft.monthlyLimit;
    key.ratePerMinute = draft.ratePerMinute;
    key.revision = {1};
    return key;
}

Result<QStringList> warningsFor(Mutation &mutation, const CheckedDraft &draft) {
    QStringList warnings;
    if (draft.kind == KeyKind::Test || draft.name.isEmpty())
        return warnings;
    if (const QString hint = nameHint(mutation.policy(), draft.name); !hint.isEmpty())
        warnings << hint;
    auto same = mutation.connection().number(
        u"SELECT EXISTS (SELECT 1 FROM keys WHERE name = ? AND revoked_at IS NULL AND auto_revoke_at IS NULL AND "
        u"(expires_at IS NULL OR expires_at > ?))"_s,
        {draft.name, toEpoch(mutation.now())});
    if (!same)
        return std::unexpected(same.error());
    if (*same != 0)
        warnings << Words::tr("Another active key has the same name: %1.").arg(draft.name);
    return warnings;
}

} // namespace

Result<Issued> issue(Mutation &mutation, const CheckedDraft &draft, QStringView event, const QString &lineage,
                     QJsonObject detail) {
    auto warnings = warningsFor(mutation, draft);
    if (!warnings)
        return std::unexpected(warnings.error());
    auto token = std::make_shared<const Secret>(makeToken(mutation.policy()));
    ApiKey key = keyFrom(mutation, draft, previewOf(mutation.policy(), token->view()));
    if (!lineage.isEmpty())
        key.lineage = lineage;
    if (auto done = mutation.insert(key, tokenDigest(token->view())); !done)
        return std::unexpected(done.error());
    if (auto done = mutation.log(event, &key, created(key, std::move(detail))); !done)
        return std::unexpected(done.error());
    if (auto done = mutation.session().keys.addSpend(key, mutation.now()); !done)
        return std::unexpected(done.error());
    return Issued{.token = std::move(token), .key = std::move(key), .warnings = std::move(*warnings)};
}

Result<std::optional<Issued>> repeated(Mutation &mutation, const Request &request) {
    if (request.id.isEmpty())
        return std::nullopt;
    auto made = madeBefore(mutation.connection(), request, mutation.now());
    if (!made)
        return std::unexpected(made.error());
    if (!*made)
        return std::nullopt;
    auto stored = mutation.key(**made);
    if (!stored)
        return std::unexpected(stored.error());
    return Issued{.token = nullptr, .key = std::move(stored->key)};
}

Request requestBy(const Author &author, const QString &route, const RequestId &id,
                  const std::function<Sha256()> &body) {
    return {.caller = author.caller.id.isEmpty() ? author.caller.name : author.caller.id,
            .route = route,
            .id = id.value,
            .body = id.value.isEmpty() ? Sha256{} : body()};
}

QJsonValue requestValue(const std::optional<Expiry> &expiry) {
    if (!expiry)
        return QJsonValue::Null;
    if (const auto *days = std::get_if<ExpiresInDays>(&*expiry))
        return days->days;
    if (const auto *date = std::get_if<ExpiresOnDate>(&*expiry))
        return QString(date->date.toString(Qt::ISODate) + u' ' + QString::fromLatin1(date->zone));
    if (const auto *at = std::get_if<ExpiresAt>(&*expiry))
        return toRfc3339(at->at);
    return u"never"_s;
}

Done finish(Mutation &mutation, const Request &request, const ApiKey &key) {
    if (!request.id.isEmpty()) {
        if (auto done = rememberRequest(mutation.connection(), request, key.id, mutation.now()); !done)
            return done;
    }
    return mutation.commit();
}

} // namespace keywright
