// What a client should know before it asks: GET /v1/policy, GET /v1/me.
#include "app/server/routes/key_answers.h"
#include "app/server/routes/routes.h"
#include "core/model/version.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString verdictId(Permit::Verdict verdict) {
    switch (verdict) {
    case Permit::Verdict::Allowed:
        return u"allowed"_s;
    case Permit::Verdict::Locked:
        return u"locked"_s;
    case Permit::Verdict::Absent:
        break;
    }
    return u"absent"_s;
}

/// What the gate says of every act, for this caller.
void writePermits(JsonWriter &json, const Situation &situation) {
    json.name("permits"_L1);
    json.beginObject();
    for (int i = 0; i < actionCount; ++i) {
        const Permit answer = permit(Action(i), situation);
        json.name(QLatin1StringView(actionId(Action(i)).toLatin1()));
        json.beginObject();
        json.member("verdict"_L1, verdictId(answer.verdict));
        json.textOrNull("reason"_L1, answer.reason);
        json.endObject();
    }
    json.endObject();
}

void writeCaller(JsonWriter &json, const Caller &caller) {
    json.name("caller"_L1);
    json.beginObject();
    json.member("kind"_L1, authMethodId(caller.method));
    json.member("id"_L1, caller.id);
    json.member("name"_L1, caller.name);
    json.textOrNull("role"_L1, caller.method == AuthMethod::Member ? roleId(caller.role) : QString());
    json.name("scopes"_L1);
    if (caller.key)
        json.value(caller.key->scopes);
    else
        json.null();
    json.endObject();
}

void me(const CallPtr &call) {
    const KeyringInfo &info = call->info();
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    writeCaller(json, info.caller);
    json.name("keyring"_L1);
    json.beginObject();
    json.member("id"_L1, info.id);
    json.member("name"_L1, info.name);
    json.member("policy"_L1, info.policy->id);
    json.member("developer_api"_L1, info.developerApi);
    json.textOrNull("api_base_url"_L1, info.apiBaseUrl);
    json.member("feed"_L1, info.feed.value);
    json.endObject();
    json.name("server"_L1);
    json.beginObject();
    json.member("name"_L1, u"keywrightd"_s);
    json.member("version"_L1, version());
    json.endObject();
    writePermits(json, call->situation());
    json.endObject();
    call->answer(jsonResponse(200, std::move(out)));
}

} // namespace

void addSelfRoutes(Api &api) {
    api.on(HttpMethod::Get, "/v1/me"_ba, me);
    api.on(HttpMethod::Get, "/v1/policy"_ba,
           [](const CallPtr &call) { call->answer(jsonResponse(200, call->info().policy->json)); });
}

} // namespace keywright
