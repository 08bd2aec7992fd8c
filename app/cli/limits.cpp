#include "app/cli/limits.h"

#include "app/cli/command_tree.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<int>> parseRate(const QString &text) {
    if (text == u"none")
        return std::optional<int>();
    bool ok = false;
    const int rate = text.toInt(&ok);
    if (!ok || rate < 0)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Limits", "--rate is a whole number of requests a minute, or none."),
                       u"rate_per_minute"_s);
    return std::optional(rate);
}

Done parseMoney(const std::optional<QString> &text, const QString &field,
                std::optional<std::optional<MicroUsd>> &target) {
    if (!text)
        return {};
    const Result<std::optional<MicroUsd>> amount = parseUsd(*text == u"none" ? QString() : *text, field);
    if (!amount)
        return std::unexpected(amount.error());
    target = *amount;
    return {};
}

} // namespace

void addLimitOptions(CLI::App *command, LimitOptions &options) {
    textOption(command, "--daily-limit", options.daily, "Most it may spend a day, in US dollars, or none")
        ->type_name("USD");
    textOption(command, "--monthly-limit", options.monthly, "Most it may spend a month, in US dollars, or none")
        ->type_name("USD");
    textOption(command, "--rate", options.rate, "Most requests a minute, or none")->type_name("N");
}

Result<Limits> parseLimits(const LimitOptions &options) {
    Limits limits;
    if (const Done done = parseMoney(options.daily, u"daily_spend_limit_usd"_s, limits.daily); !done)
        return std::unexpected(done.error());
    if (const Done done = parseMoney(options.monthly, u"monthly_spend_limit_usd"_s, limits.monthly); !done)
        return std::unexpected(done.error());
    if (options.rate) {
        const Result<std::optional<int>> rate = parseRate(*options.rate);
        if (!rate)
            return std::unexpected(rate.error());
        limits.rate = *rate;
    }
    return limits;
}

} // namespace keywright
