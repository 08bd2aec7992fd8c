#include "core/remote/refusals.h"

#include "core/remote/answer_reader.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

/// What a problem document adds to its status.
struct Problem {
    QString code, detail, field, requestId;
};

constexpr qsizetype longestDetail = 600;

Problem problemOf(const RemoteAnswer &answer) {
    if (!answer.isJson())
        return {};
    const QJsonObject document = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject first = document.value("errors"_L1).toArray().first().toObject();
    Problem problem{.code = document.value("code"_L1).toString().left(64),
                    .detail = document.value("detail"_L1).toString(),
                    .field = first.value("pointer"_L1).toString().mid(1, 64),
                    .requestId = document.value("request_id"_L1).toString().left(64)};
    if (problem.detail.isEmpty()) // what others call it
        for (const QLatin1StringView name : {"message"_L1, "error"_L1, "title"_L1})
            if (problem.detail.isEmpty())
                problem.detail = document.value(name).toString();
    problem.detail = harmless(problem.detail.left(longestDetail));
    return problem;
}

QString waitText(std::chrono::seconds wait) {
    return wait.count() < 120 ? Words::tr("%Ln second(s)", nullptr, int(wait.count()))
                              : Words::tr("%Ln minute(s)", nullptr, int(wait.count() / 60));
}

Error refusal(ErrorKind kind, const QString &message) {
    return Error{.kind = kind, .message = message};
}

Error tooMany(const RemoteAnswer &answer, const QString &host) {
    const auto wait = answer.retryAfter();
    if (!wait)
        return refusal(ErrorKind::Network, Words::tr("%1 gets too many requests. Try again in a while.").arg(host));
    return refusal(ErrorKind::Network,
                   Words::tr("%1 gets too many requests. Try again in %2.").arg(host, waitText(*wait)));
}

Error serverError(const RemoteAnswer &answer, const Problem &problem, const QString &host) {
    const auto wait = answer.retryAfter();
    QString message = Words::tr("%1 can't do it just now (%2).").arg(host).arg(answer.status);
    if (!problem.detail.isEmpty())
        message += u' ' + problem.detail;
    message += u' ' + (wait ? Words::tr("Try again in %1.").arg(waitText(*wait)) : Words::tr("Try again in a moment."));
    return refusal(ErrorKind::Network, message);
}

Error forbidden(const Problem &problem, const QString &host) {
    return refusal(ErrorKind::Refused,
                   problem.detail.isEmpty()
                       ? Words::tr("%1 doesn't let this management key do that. Ask an account admin.").arg(host)
                       : problem.detail);
}

Error unexpected(const RemoteAnswer &answer, const QString &host) {
    return refusal(
        ErrorKind::Network,
        Words::tr("What answers at %1 is no such server: it said %2 where a list of keys was asked for. Check "
                  "the address.")
            .arg(host)
            .arg(answer.status));
}

/// A page for people where data was due: a captive portal, a login, a proxy.
Error notJson(const QString &host) {
    return refusal(
        ErrorKind::Network,
        Words::tr("A web page came instead of %1's answer. A network with a login page in between does that: "
                  "open a browser, sign in, and try again. Or the address is a website's.")
            .arg(host));
}

Error orElse(ErrorKind kind, const Problem &problem, const QString &message) {
    return refusal(kind, problem.detail.isEmpty() ? message : problem.detail);
}

Error errorOf(const RemoteAnswer &answer, const Problem &problem, const QString &host) {
    switch (answer.status) {
    case 401:
        return refusal(ErrorKind::Refused,
                       Words::tr("%1 refuses the management key: it is unknown, expired or revoked. "
                                 "Connect with another one.")
                           .arg(host));
    case 403:
        return forbidden(problem, host);
    case 404:
        return orElse(ErrorKind::NotFound, problem,
                      Words::tr("There is no such key in this keyring. It may have been deleted meanwhile."));
    case 409:
        return orElse(ErrorKind::Refused, problem, Words::tr("The key's state doesn't allow it."));
    case 412:
        return orElse(ErrorKind::Conflict, problem, Words::tr("Somebody else changed the key meanwhile."));
    case 400:
    case 422:
        return orElse(ErrorKind::Invalid, problem, Words::tr("%1 refuses the values, and doesn't say why.").arg(host));
    case 429:
        return tooMany(answer, host);
    default:
        return answer.status >= 500 ? serverError(answer, problem, host) : unexpected(answer, host);
    }
}

} // namespace

Done checkStatus(const RemoteAnswer &answer, const QString &host) {
    if (answer.status == 204)
        return {};
    if (answer.status >= 200 && answer.status < 300) {
        if (answer.isJson())
            return {};
        return std::unexpected(notJson(host));
    }
    const Problem problem = problemOf(answer);
    Error error = errorOf(answer, problem, host);
    error.field = problem.field;
    error.technical = u"HTTP %1 %2 %3"_s.arg(QString::number(answer.status), problem.code, problem.requestId).trimmed();
    return std::unexpected(std::move(error));
}

Error errorOf(const RemoteFault &fault) {
    return Error{.kind = fault.kind == RemoteFault::Kind::Cancelled ? ErrorKind::Cancelled : ErrorKind::Network,
                 .message = fault.message,
                 .technical = fault.technical};
}

QString problemCode(const RemoteAnswer &answer) {
    return problemOf(answer).code;
}

} // namespace keywright
