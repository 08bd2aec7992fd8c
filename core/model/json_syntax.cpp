#include "core/model/json_syntax.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <vector>

namespace keywright {

namespace {

/// What is open at a place of the text: an object with the names it has so far, or a list.
struct Level {
    bool isObject = false;
    bool nameComes = false;
    QSet<QString> names = {};
};

qsizetype endOfString(QByteArrayView json, qsizetype quote) {
    qsizetype at = quote + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return at + 1;
}

QString decoded(QByteArrayView quoted) {
    const QByteArray list = '[' + quoted.toByteArray() + ']';
    return QJsonDocument::fromJson(list).array().first().toString();
}

/// Qt names the place after the character that it stumbled over, except inside a text.
qsizetype faultOffset(const QJsonParseError &error) {
    const bool insideText =
        error.error == QJsonParseError::IllegalUTF8String || error.error == QJsonParseError::UnterminatedString;
    return insideText ? error.offset : error.offset - 1;
}

Result<QJsonObject> syntaxError(const QString &source, QByteArrayView json, qsizetype offset, const QString &what) {
    const TextPlace place = placeOf(json, offset);
    return failure(ErrorKind::Invalid,
                   QCoreApplication::translate("JsonReader", "%1, line %2, column %3: %4")
                       .arg(source, QString::number(place.line), QString::number(place.column), what));
}

} // namespace

TextPlace placeOf(QByteArrayView text, qsizetype offset) {
    const QByteArrayView before = text.first(std::clamp(offset, qsizetype(0), text.size()));
    return {.line = 1 + int(std::count(before.begin(), before.end(), '\n')),
            .column = int(before.size() - (before.lastIndexOf('\n') + 1)) + 1};
}

std::optional<qsizetype> findDuplicateMember(QByteArrayView json) {
    std::vector<Level> levels;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = endOfString(json, at);
            if (!levels.empty() && levels.back().nameComes) {
                const QString name = decoded(json.sliced(at, end - at));
                if (levels.back().names.contains(name))
                    return at;
                levels.back().names.insert(name);
                levels.back().nameComes = false;
            }
            at = end;
            continue;
        }
        if (c == '{' || c == '[')
            levels.push_back({.isObject = c == '{', .nameComes = c == '{'});
        else if (c == '}' || c == ']')
            levels.pop_back();
        else if (c == ',')
            levels.back().nameComes = levels.back().isObject;
        ++at;
    }
    return std::nullopt;
}

Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &source) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return syntaxError(source, json, faultOffset(error),
                           QCoreApplication::translate("JsonReader", "this is not JSON (%1)").arg(error.errorString()));
    if (!document.isObject())
        return syntaxError(source, json, 0,
                           QCoreApplication::translate("JsonReader", "the document must be an object, in braces"));
    if (const auto twice = findDuplicateMember(json))
        return syntaxError(source, json, *twice,
                           QCoreApplication::translate("JsonReader", "this member stands twice in its object"));
    return document.object();
}

} // namespace keywright
