#include "app/server/log.h"

#include "core/crypto/token.h"
#include "core/model/json_writer.h"

#include <QDateTime>

#include <atomic>
#include <cstdio>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int standardError = 2;

QByteArray timeNow() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray eventLine(QByteArrayView name, const QString &text) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("time"_L1, QByteArrayView(timeNow()));
    json.member("event"_L1, name);
    json.member("text"_L1, text);
    json.endObject();
    return out + '\n';
}

QByteArray linesLost(qint64 lines) {
    return eventLine("lines_lost", u"%1 lines were not written: nobody took them."_s.arg(lines));
}

std::atomic<Log *> current = nullptr; ///< Qt's handler is a plain function

void takeQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &text) {
    const QString told = looksLikeToken(text) ? u"(left out: there may be a key in it)"_s
                                              : QLatin1StringView(context.category) + u": "_s + text;
    if (type == QtFatalMsg) { // the program ends when this returns
        const QByteArray line = eventLine("qt_fatal", told);
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    } else if (Log *const log = current) {
        log->event(type == QtDebugMsg || type == QtInfoMsg ? "qt_notice" : "qt_warning", told);
    }
}

} // namespace

Log::Log(RequestLog requests) : requests_(requests), writer_(standardError, linesLost) {
    current = this;
    qInstallMessageHandler(takeQtMessage);
}

Log::~Log() {
    current = nullptr;
}

void Log::event(QByteArrayView name, const QString &text) {
    writer_.write(eventLine(name, text));
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
    writer_.write(out + '\n');
}

} // namespace keywright
