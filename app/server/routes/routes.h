// All routes, each subject in a file of its own.
#pragma once

#include "app/server/metrics.h"
#include "app/server/routes/api.h"

namespace keywright {

/// `GET /healthz`: the process is there and answers. `GET /metrics`, for the host alone. `GET /openapi.json`.
/// `connections`: how many are open.
void addHostRoutes(Api &api, const Metrics &metrics, std::function<int()> connections);

// The managing half. `api` must outlive the server.
void addIssueRoutes(Api &api);
void addKeyRoutes(Api &api);
void addListRoutes(Api &api);
void addBulkRoutes(Api &api);
void addChangeRoutes(Api &api);
void addActivityRoutes(Api &api);
void addSelfRoutes(Api &api);
void addTokenRoutes(Api &api);

} // namespace keywright
