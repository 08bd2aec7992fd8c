#include "app/server/http/strict_json.h"

#include "core/model/json_syntax.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 16;

bool isUtf8(QByteArrayView bytes) {
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8(bytes);
    return !utf8.hasError() && !bytes.startsWith("\xEF\xBB\xBF");
}

/// How deep lists and objects stand in each other; texts are stepped over.
int depthOf(QByteArrayView json) {
    int depth = 0;
    int most = 0;
    bool inText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (inText && c == '\\')
            ++at;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '{' || c == '['))
            most = std::max(most, ++depth);
        else if (!inText && (c == '}' || c == ']'))
            --depth;
    }
    return most;
}

bool saysJson(const HttpRequest &request) {
    const auto type = request.header("content-type");
    if (!type)
        return false;
    const QByteArray media = type->toByteArray().split(';').first().trimmed().toLower();
    return media == "application/json" || media.endsWith("+json");
}

} // namespace

Problem malformed(QByteArray code, const QString &detail) {
    return {.status = 400, .code = std::move(code), .detail = detail};
}

OrProblem<QJsonObject> jsonBody(const HttpRequest &request) {
    if (request.body.isEmpty())
        return QJsonObject();
    if (!saysJson(request))
        return std::unexpected(Problem{.status = 415,
                                       .code = "unsupported_media_type",
                                       .detail = u"A body here is JSON: send Content-Type: application/json."_s});
    if (!isUtf8(request.body))
        return std::unexpected(
            malformed("malformed_json", u"The body is not UTF-8, or begins with a byte order mark."_s));
    if (depthOf(request.body) > deepest)
        return std::unexpected(malformed("malformed_json", u"The body is nested deeper than %1."_s.arg(deepest)));
    auto object = parseJsonObject(request.body.toByteArray(), u"The body"_s);
    if (!object)
        return std::unexpected(malformed("malformed_json", object.error().message));
    return std::move(*object);
}

} // namespace keywright
