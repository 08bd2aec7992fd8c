#include "app/server/gateway/gateway_answers.h"

#include "core/crypto/token.h"
#include "core/model/json_writer.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView bytesOf(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(bytesOf(text));
}

void writeSpend(JsonWriter &json, const VerifyAnswer &answer) {
    const KeyLimits limits = answer.limits();
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
    json.member("key_id"_L1, textOf(answer.id()));
    json.textOrNull("name"_L1, textOf(answer.name()));
    json.textOrNull("owner"_L1, textOf(answer.owner()));
    json.member("scopes"_L1, textOf(answer.scopes()).split(u' ', Qt::SkipEmptyParts));
    json.member("expires_at"_L1, answer.expiresAt());
    json.member("auto_revoke_at"_L1, answer.graceEndsAt());
    const auto rate = answer.limits().perMinute;
    json.member("rate_limit_per_minute"_L1, rate ? std::optional(qint64(*rate)) : std::nullopt);
    writeSpend(json, answer);
    json.endObject();
    return out;
}

QByteArray invalidJson(const VerifyAnswer &answer, const QString &scope) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("valid"_L1, false);
    json.member("code"_L1, QByteArrayView(toldCode(answer.verdict())));
    json.member("error"_L1, verdictText(answer.verdict(), answer.policy(), {.scope = scope}));
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
        json.member("scope"_L1, textOf(answer.scopes()));
        json.member("client_id"_L1, textOf(answer.id()));
        json.member("token_type"_L1, QByteArrayView("Bearer"));
        json.member("sub"_L1, textOf(answer.owner()));
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
