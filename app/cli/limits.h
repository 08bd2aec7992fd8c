// Limits as options: money a day and a month, requests a minute; `none` clears one.
#pragma once

#include "core/model/draft.h"

#include <optional>

namespace CLI {
class App;
}

namespace keywright {

struct LimitOptions {
    std::optional<QString> daily, monthly, rate;
};

/// Outer nothing: not given. Inner nothing: no limit.
struct Limits {
    std::optional<std::optional<MicroUsd>> daily, monthly;
    std::optional<std::optional<int>> rate;
};

void addLimitOptions(CLI::App *command, LimitOptions &options);
Result<Limits> parseLimits(const LimitOptions &options);

} // namespace keywright
