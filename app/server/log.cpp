#include "app/server/log.h"

#include "core/model/json_writer.h"

#include <QDateTime>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QByteArray timeNow() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace

void Log::event(QByteArrayView name, const QString &text) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("time"_L1, QByteArrayView(timeNow()));
    json.member("event"_L1, name);
    json.member("text"_L1, text);
    json.endObject();
    line(std::move(out));
}

bool Log::isWanted(const Exchange &exchange) const {
    switch (requests_) {
    case RequestLog::None:
        return false;
    case RequestLog::Errors:
        return exchange.status >= 500;
    case RequestLog::Managing:
        return exchange.status >= 500 ||
               (exchange.route && std::holds_alternative<DeferredHandler>(exchange.route->handler));
    case RequestLog::All:
        break;
    }
    return true;
}

void Log::request(const Exchange &exchange) {
    if (!isWanted(exchange))
        return;
    const HttpRequest &request = exchange.request;
    const QLatin1StringView method = methodName(request.method);
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("time"_L1, QByteArrayView(timeNow()));
    json.member("event"_L1, QByteArrayView("request"));
    json.member("request_id"_L1, QByteArrayView(request.id()));
    json.member("method"_L1, QByteArrayView(method.data(), method.size()));
    // The route, never the path: a path may hold what should not be in a log.
    json.member("route"_L1, exchange.route ? QByteArrayView(exchange.route->pattern) : QByteArrayView("-"));
    json.member("status"_L1, qint64(exchange.status));
    if (!exchange.code.isEmpty())
        json.member("code"_L1, QByteArrayView(exchange.code));
    if (!exchange.caller.isEmpty())
        json.member("caller"_L1, QString::fromUtf8(exchange.caller));
    json.member("address"_L1, QByteArrayView(request.peer->text));
    json.member("bytes"_L1, exchange.sent);
    json.member("micros"_L1, qint64(std::chrono::duration_cast<std::chrono::microseconds>(exchange.took).count()));
    json.endObject();
    line(std::move(out));
}

void Log::line(QByteArray json) {
    json += '\n';
    const std::scoped_lock lock(mutex_);
    std::fwrite(json.constData(), 1, std::size_t(json.size()), to_);
    std::fflush(to_);
}

} // namespace keywright
