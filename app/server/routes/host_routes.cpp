// For whoever runs the server: is it there, is it ready, what does it count, how is it spoken to.
#include "app/server/routes/routes.h"

#include <QFile>

// The macro must stand outside every namespace.
static void initOpenApi() {
    Q_INIT_RESOURCE(keywright_openapi);
}

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QByteArray openApi() {
    initOpenApi();
    QFile file(u":/keywright/openapi.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// To a peer on this host that speaks for nobody else.
bool isHost(const HttpRequest &request) {
    return request.peer->loopback && !request.header("x-forwarded-for") && !request.header("forwarded");
}

} // namespace

void addHostRoutes(Api &api, const Metrics &metrics, std::function<int()> connections) {
    api.router.direct(HttpMethod::Get, "/healthz"_ba,
                      [](const HttpRequest &) { return jsonResponse(200, R"({"status":"ok"})"_ba); });
    api.router.direct(HttpMethod::Get, "/openapi.json"_ba,
                      [document = openApi()](const HttpRequest &) { return jsonResponse(200, document); });
    api.router.direct(
        HttpMethod::Get, "/metrics"_ba, [&metrics, connections = std::move(connections)](const HttpRequest &request) {
            if (!isHost(request))
                return problemResponse(
                    request, {.status = 403, .code = "host_only", .detail = u"Only the host itself may read this."_s});
            HttpResponse response{.status = 200, .contentType = "text/plain; version=0.0.4"_ba};
            response.body = metrics.text(connections());
            return response;
        });
}

} // namespace keywright
