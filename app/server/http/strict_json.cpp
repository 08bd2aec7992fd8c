#include "app/server/http/strict_json.h"

#include "core/model/json_syntax.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 16;

bool saysJson(const HttpRequest &request) {
    const auto type = request.header("content-type");
    if (!type)
        return false;
    const qsizetype parameters = type->indexOf(';');
    const QByteArrayView media = (parameters < 0 ? *type : type->first(parameters)).trimmed();
    constexpr QByteArrayView json = "application/json", suffix = "+json";
    return media.compare(json, Qt::CaseInsensitive) == 0 ||
           (media.size() > suffix.size() && media.last(suffix.size()).compare(suffix, Qt::CaseInsensitive) == 0);
}

} // namespace

Problem malformed(QByteArray code, const QString &detail) {
    return {.status = 400, .code = std::move(code), .detail = detail};
}

OrProblem<std::vector<JsonMember>> jsonBody(const HttpRequest &request) {
    if (request.body.isEmpty())
        return std::vector<JsonMember>();
    if (!saysJson(request))
        return std::unexpected(Problem{.status = 415,
                                       .code = "unsupported_media_type",
                                       .detail = u"A body here is JSON: send Content-Type: application/json."_s});
    auto members = readJsonObject(request.body, deepest);
    if (members)
        return std::move(*members);
    const TextPlace place = placeOf(request.body, members.error().offset);
    return std::unexpected(malformed("malformed_json", u"The body, line %1, column %2: %3."_s.arg(place.line)
                                                           .arg(place.column)
                                                           .arg(QLatin1StringView(members.error().reason))));
}

} // namespace keywright
