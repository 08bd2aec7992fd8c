// A request's body as JSON, read strictly: what two readers could take differently is refused.
#pragma once

#include "app/server/http/problem.h"

#include <QJsonObject>

#include <expected>

namespace keywright {

template<class T>
using OrProblem = std::expected<T, Problem>;

/// A 400 with that code and sentence.
Problem malformed(QByteArray code, const QString &detail);

/// The object in a body that says it is JSON; an empty body is an empty object. 415 where it says otherwise; 400 for
/// what is no JSON, no object, no UTF-8, has a member twice, or is nested over 16 deep.
OrProblem<QJsonObject> jsonBody(const HttpRequest &request);

} // namespace keywright
