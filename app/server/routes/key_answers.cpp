#include "app/server/routes/key_answers.h"

#include "core/model/key_json.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView allFieldsType = "application/vnd.keywright+json";
constexpr qsizetype largestInfo = 64 * 1024; // more than any key's fields: the buffer with the token never grows

} // namespace

bool wantsAllFields(const HttpRequest &request) {
    const auto accept = request.header("accept");
    return accept && accept->contains(allFieldsType);
}

QByteArray keyMediaType(bool allFields) {
    return allFields ? allFieldsType.toByteArray() : "application/json"_ba;
}

void writeKey(JsonWriter &json, const ApiKey &key, bool allFields, Instant now) {
    (allFields ? writeFullKeyInfo : writeKeyInfo)(json, key, now);
}

QByteArray entityTag(const ApiKey &key) {
    return '"' + QByteArray::number(key.revision.value) + '"';
}

HttpResponse keyAnswer(const Call &call, const ApiKey &key, int status) {
    const bool all = wantsAllFields(call.request());
    QByteArray out;
    JsonWriter json(out);
    writeKey(json, key, all, call.now());
    HttpResponse response = jsonResponse(status, std::move(out));
    response.contentType = keyMediaType(all);
    response.addHeader("ETag", entityTag(key));
    return response;
}

HttpResponse issuedAnswer(const Call &call, const Issued &issued) {
    const bool all = wantsAllFields(call.request());
    HttpResponse response{.status = issued.token ? 201 : 200, .contentType = keyMediaType(all), .secret = true};
    response.body.reserve(largestInfo);
    JsonWriter json(response.body);
    json.beginObject();
    json.name("key"_L1);
    if (issued.token)
        json.value(issued.token->view());
    else
        json.null();
    json.name("key_info"_L1);
    writeKey(json, issued.key, all, call.now());
    if (all)
        json.member("warnings"_L1, issued.warnings);
    json.endObject();
    response.addHeader("Location", "/v1/keys/" + issued.key.id.value.toUtf8());
    response.addHeader("ETag", entityTag(issued.key));
    if (!issued.token)
        response.addHeader("Idempotency-Replayed", "true");
    return response;
}

} // namespace keywright
