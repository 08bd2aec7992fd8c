#include "app/server/routes/routes.h"

namespace keywright {

using namespace Qt::StringLiterals;

void addHealthRoutes(Router &router) {
    router.direct(HttpMethod::Get, "/healthz"_ba,
                  [](const HttpRequest &) { return jsonResponse(200, R"({"status":"ok"})"_ba); });
}

} // namespace keywright
