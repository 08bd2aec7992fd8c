// What readers of answers share: a document out of bytes, and what is said of a wrong one.
#pragma once

#include "core/model/api_key.h"
#include "core/model/json_reader.h"
#include "core/model/result.h"

#include <QJsonDocument>

namespace keywright {

/// ErrorKind::Network where it is no JSON.
Result<QJsonDocument> parseAnswer(const QByteArray &json);
/// The server's answer is not what the interface says, and where.
std::unexpected<Error> wrongAnswer(const JsonFault &fault);
QString mustBeList();

ApiKey readKeyMembers(const QJsonValue &value, const QString &place, JsonFault &fault);
QList<ApiKey> readKeyArray(const QJsonArray &list, const QString &place, JsonFault &fault);

} // namespace keywright
