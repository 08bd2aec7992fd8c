#include "app/server/gateway/gateway_answers.h"

#include "core/crypto/token.h"
#include "core/model/json_writer.h"

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView bytesOf(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

void writeText(JsonWriter &json, QLatin1StringView name, std::string_view text) {
    json.name(name);
    json.utf8(bytesOf(text));
}

void writeScopes(JsonWriter &json, std::string_view scopes) {
    json.name("scopes"_L1);
    json.beginArray();
    while (!scopes.empty()) {
        const std::size_t end = std::min(scopes.find(' '), scopes.size());
        if (end > 0)
            json.utf8(bytesOf(scopes.substr(0, end)));
        scopes.remove_prefix(std::min(end + 1, scopes.size()));
    }
    json.endArray();
}

void writeSpend(JsonWriter &json, const VerifyAnswer &answer, const KeyLimits &limits) {
    json.name("spend_info"_L1);
    if (!answer.spent())
        return json.null();
    json.beginObject();
    json.member("daily_spend_usd"_L1, answer.spent()->daily);
    json.member("daily_limit_usd"_L1, limits.daily);
    json.member("monthly_spend_usd"_L1, answer.spent()->monthly);
    json.member("monthly_limit_usd"_L1, limits.monthly);
    json.endObject();
}

constexpr qsizetype longestPath = 512;

} // namespace

QByteArray validJson(const VerifyAnswer &answer) {
    QByteArray out;
    out.reserve(512);
    JsonWriter json(out);
    json.beginObject();
    json.member("valid"_L1, true);
    writeText(json, "key_id"_L1, answer.id());
    json.utf8OrNull("name"_L1, bytesOf(answer.name()));
    json.utf8OrNull("owner"_L1, bytesOf(answer.owner()));
    writeScopes(json, answer.scopes());
    json.member("expires_at"_L1, answer.expiresAt());
    json.member("auto_revoke_at"_L1, answer.graceEndsAt());
    const KeyLimits limits = answer.limits();
    json.member("rate_limit_per_minute"_L1, limits.perMinute ? std::optional(qint64(*limits.perMinute)) : std::nullopt);
    writeSpend(json, answer, limits);
    json.endObject();
    return out;
}

QByteArray invalidJson(const VerifyAnswer &answer, const QByteArray &scope) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("valid"_L1, false);
    json.member("code"_L1, QByteArrayView(toldCode(answer.verdict())));
    json.member("error"_L1, verdictText(answer.verdict(), answer.policy(), {.scope = QString::fromUtf8(scope)}));
    if (answer.retryAfter() > Seconds{0})
        json.member("retry_after"_L1, qint64(answer.retryAfter().count()));
    json.endObject();
    return out;
}

QByteArray introspectionJson(const VerifyAnswer &answer) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("active"_L1, answer.allowed());
    if (answer.allowed()) {
        writeText(json, "scope"_L1, answer.scopes());
        writeText(json, "client_id"_L1, answer.id());
        json.member("token_type"_L1, QByteArrayView("Bearer"));
        writeText(json, "sub"_L1, answer.owner());
        if (const auto end = answer.expiresAt())
            json.member("exp"_L1, qint64(toEpoch(*end)));
    }
    json.endObject();
    return out;
}

void addKeyHeaders(HttpResponse &response, const VerifyAnswer &answer) {
    const auto encoded = [](std::string_view text) { return bytesOf(text).toByteArray().toPercentEncoding(); };
    response.addHeader("X-Key-Id", bytesOf(answer.id()));
    response.addHeader("X-Key-Name", encoded(answer.name()));
    response.addHeader("X-Key-Owner", encoded(answer.owner()));
    response.addHeader("X-Key-Scopes", bytesOf(answer.scopes()));
}

QString loggedPath(const QString &uri) {
    const QString path = uri.section(u'?', 0, 0).left(longestPath);
    return looksLikeToken(path) ? u"(a path with a key in it)"_s : path;
}

QByteArray toldCode(Verdict verdict) {
    switch (verdict) {
    case Verdict::Unknown:
    case Verdict::Revoked:
    case Verdict::Expired:
        return "invalid_token"_ba;
    default:
        return QByteArray(verdictId(verdict).data(), verdictId(verdict).size());
    }
}

int toldStatus(Verdict verdict) {
    switch (verdict) {
    case Verdict::Allowed:
        return 200;
    case Verdict::Unknown:
    case Verdict::Revoked:
    case Verdict::Expired:
        return 401;
    case Verdict::InsufficientScope:
        return 403;
    case Verdict::RateLimited:
    case Verdict::SpendLimited:
        return 429;
    case Verdict::Unavailable:
        return 503;
    }
    return 401;
}

} // namespace keywright
