// What QJsonDocument leaves out: where in the text a fault is, and members that stand twice.
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace keywright {

/// A place in a text, both counted from 1; the column in bytes.
struct TextPlace {
    int line = 1;
    int column = 1;
};
TextPlace placeOf(QByteArrayView text, qsizetype offset);

/// Where the first member stands that its object already has; nothing if none. `json` is valid JSON.
std::optional<qsizetype> findDuplicateMember(QByteArrayView json);

/// A document that is one object, no member twice. `source` (a path) stands in the error, with line and column.
Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &source);

} // namespace keywright
