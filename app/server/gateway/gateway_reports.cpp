// What others ask and tell the gateway about keys: introspection, reported requests and charges, readiness.
#include "app/server/gateway/gateway.h"
#include "app/server/gateway/gateway_answers.h"
#include "app/server/routes/body_reader.h"
#include "core/keyring/reply.h"
#include "core/model/json_writer.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> formMember(const HttpRequest &request, const QString &name) {
    const auto members = queryMembers(request.body);
    for (const auto &[member, value] : members.value_or(QList<std::pair<QString, QString>>())) {
        if (member == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

HttpResponse Gateway::introspect(const HttpRequest &request) {
    const auto member = verifierOf(request);
    if (!member)
        return member.error();
    const auto token = formMember(request, u"token"_s);
    if (!token)
        return problemResponse(request, malformed("invalid_request", u"The form has no token."_s));
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(token->toUtf8(), {});
    auto response = answer.verdict() == Verdict::Unavailable ? refusal(request, answer, {})
                                                             : jsonResponse(200, introspectionJson(answer));
    response.caller = member->id.toUtf8();
    return response;
}

HttpResponse Gateway::report(const HttpRequest &request) {
    const auto member = verifierOf(request);
    if (!member)
        return member.error();
    const auto body = jsonBody(request);
    if (!body)
        return problemResponse(request, body.error());
    BodyReader in(*body);
    const auto key = in.text(u"key_id"_s);
    const auto method = in.text(u"method"_s);
    const auto path = in.text(u"path"_s);
    const QString address = in.text(u"address"_s).value_or(QString());
    for (const auto &[name, value] :
         {std::pair(u"key_id"_s, key), std::pair(u"method"_s, method), std::pair(u"path"_s, path)}) {
        if (!value || value->isEmpty())
            in.refuse(name, "required", u"%1 is missing."_s.arg(name));
    }
    if (const auto problem = in.finish())
        return problemResponse(request, *problem);
    verifier_.recorder().report({.key = {*key},
                                 .at = verifier_.now(),
                                 .method = method->left(16),
                                 .path = loggedPath(*path),
                                 .address = QHostAddress(address).toString()});
    auto response = jsonResponse(202, R"({"accepted":true})"_ba);
    response.caller = member->id.toUtf8();
    return response;
}

void Gateway::charge(const HttpRequestPtr &request, const HttpAnswer &answer) {
    const auto member = verifierOf(*request);
    if (!member)
        return answer(member.error());
    const auto body = jsonBody(*request);
    if (!body)
        return answer(problemResponse(*request, body.error()));
    BodyReader in(*body);
    const auto key = in.text(u"key_id"_s);
    const auto cost = in.money(u"cost_usd"_s);
    const auto id = in.text(u"id"_s);
    if (!key || key->isEmpty())
        in.refuse(u"key_id"_s, "required", u"key_id is missing."_s);
    if (!cost)
        in.refuse(u"cost_usd"_s, "required", u"cost_usd is missing."_s);
    if (!id || id->isEmpty() || id->size() > 255)
        in.refuse(u"id"_s, "required", u"id is missing: it tells charges apart, so that a repeated one counts once."_s);
    if (const auto problem = in.finish())
        return answer(problemResponse(*request, *problem));
    whenDone(verifier_.recorder().charge({*key}, *cost, *id), &context_,
             [request, answer](const Result<Charged> &charged) {
                 if (!charged) {
                     const bool missing = charged.error().kind == ErrorKind::NotFound;
                     return answer(problemResponse(*request, {.status = missing ? 404 : 503,
                                                              .code = missing ? "not_found"_ba : "storage"_ba,
                                                              .detail = charged.error().message}));
                 }
                 QByteArray out;
                 JsonWriter json(out);
                 json.beginObject();
                 json.member("already_counted"_L1, charged->already);
                 json.member("daily_spend_usd"_L1, charged->spent.daily);
                 json.member("monthly_spend_usd"_L1, charged->spent.monthly);
                 json.endObject();
                 answer(jsonResponse(200, out));
             });
}

HttpResponse Gateway::ready() const {
    const VerifierHealth health = verifier_.health();
    const bool tooOld = health.age > verifier_.maxStale();
    const bool unread = !health.trouble.message.isEmpty();
    const bool troubled = unread || !verifier_.recorder().trouble().message.isEmpty();
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("status"_L1, QByteArrayView(tooOld ? "unavailable" : troubled ? "degraded" : "ready"));
    json.member("snapshot_age_seconds"_L1, qint64(health.age.count()));
    json.member("keys"_L1, health.keys);
    if (troubled) // not the store's own words: they name the file, and anybody may ask
        json.member("reason"_L1, unread ? u"The keyring can't be read."_s : u"Uses can't be written down."_s);
    json.endObject();
    return jsonResponse(tooOld ? 503 : 200, out);
}

} // namespace keywright
