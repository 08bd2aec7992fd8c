#include "app/server/http/problem.h"

#include "core/model/json_writer.h"

#include <algorithm>
#include <iterator>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Phrase {
    int status;
    QByteArrayView text;
};

constexpr Phrase phrases[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {207, "Multi-Status"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

void writeErrors(JsonWriter &json, const QList<ProblemError> &errors) {
    json.name("errors"_L1);
    json.beginArray();
    for (const ProblemError &error : errors) {
        json.beginObject();
        json.member("pointer"_L1, error.pointer);
        json.member("code"_L1, QByteArrayView(error.code));
        json.member("detail"_L1, error.detail);
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArrayView reasonPhrase(int status) {
    const auto *found = std::ranges::find(phrases, status, &Phrase::status);
    return found == std::end(phrases) ? QByteArrayView("Unknown") : found->text;
}

HttpResponse problemResponse(const HttpRequest &request, const Problem &problem) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("type"_L1, QByteArrayView("about:blank"));
    json.member("title"_L1, reasonPhrase(problem.status));
    json.member("status"_L1, qint64(problem.status));
    json.member("detail"_L1, problem.detail);
    json.member("code"_L1, QByteArrayView(problem.code));
    json.member("request_id"_L1, QByteArrayView(request.id()));
    if (!problem.errors.isEmpty())
        writeErrors(json, problem.errors);
    if (!problem.keyPrefix.isEmpty())
        json.member("key_prefix"_L1, problem.keyPrefix);
    json.endObject();
    return {.status = problem.status,
            .contentType = "application/problem+json"_ba,
            .body = std::move(out),
            .code = problem.code};
}

} // namespace keywright
