// RFC 9457 problem details: every refusal has a stable code, a sentence, and the request's id.
#pragma once

#include "app/server/http/http_message.h"
#include "core/model/result.h"

#include <QList>

namespace keywright {

/// One broken rule of a body (422) or of a query (400).
struct ProblemError {
    QString pointer; ///< JSON Pointer into the body, or the query's member
    QByteArray code;
    QString detail;
};

struct Problem {
    int status = 500;
    QByteArray code; ///< stable: `not_found`, `insufficient_scope`, `role`, ...
    QString detail;
    QList<ProblemError> errors = {};
    QString keyPrefix = {}; ///< `key_prefix`, where the policy shows it
};

/// `application/problem+json` with type, title, status, detail, code, request_id, and errors and key_prefix where there
/// are any. The title is the status' own phrase.
HttpResponse problemResponse(const HttpRequest &request, const Problem &problem);

/// The phrase of a status: `Not Found`.
QByteArrayView reasonPhrase(int status);

} // namespace keywright
