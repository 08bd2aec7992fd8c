// All routes, each subject in a file of its own.
#pragma once

#include "app/server/http/router.h"

namespace keywright {

/// `GET /healthz`: the process is there and answers.
void addHealthRoutes(Router &router);

} // namespace keywright
