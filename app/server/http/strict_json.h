// A request's body as JSON, read strictly: what two readers could take differently is refused.
#pragma once

#include "app/server/http/json_object.h"
#include "app/server/http/problem.h"

#include <expected>

namespace keywright {

template<class T>
using OrProblem = std::expected<T, Problem>;

/// A 400 with that code and sentence.
Problem malformed(QByteArray code, const QString &detail);

/// The members of the object in a body that says it is JSON; an empty body has none. They live as long as the request.
/// 415 where it says otherwise; 400 for what readJsonObject() refuses, 16 deep.
OrProblem<std::vector<JsonMember>> jsonBody(const HttpRequest &request);

} // namespace keywright
