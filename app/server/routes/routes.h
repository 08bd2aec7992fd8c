// All routes, each subject in a file of its own.
#pragma once

#include "app/server/routes/api.h"

namespace keywright {

/// `GET /healthz`: the process is there and answers.
void addHealthRoutes(Router &router);

// The managing half. `api` must outlive the server.
void addIssueRoutes(Api &api);
void addKeyRoutes(Api &api);
void addListRoutes(Api &api);
void addBulkRoutes(Api &api);
void addChangeRoutes(Api &api);
void addActivityRoutes(Api &api);
void addSelfRoutes(Api &api);

} // namespace keywright
