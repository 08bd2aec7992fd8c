#include "app/server/config/command_line.h"

#include "core/keyring/keyring_file.h"

#include <CLI/CLI.hpp>
#include <ranges>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;

/// Options as CLI11 reads them, before they become ours.
struct Raw {
    std::string keyring;
    std::vector<std::string> listen, trustedGateways;
};

QStringList textsOf(const std::vector<std::string> &raw) {
    QStringList texts;
    for (const std::string &text : raw)
        texts << QString::fromStdString(text);
    return texts;
}

void addOptions(CLI::App &app, Raw &raw, ServerOptions &options) {
    app.add_option("--keyring", raw.keyring, "The keyring's file (default: the window's default keyring)")
        ->type_name("FILE")
        ->envname("KEYWRIGHT_KEYRING");
    app.add_option("--listen", raw.listen, "Where to listen, may be given again (default: 127.0.0.1:8787)")
        ->type_name("ADDRESS:PORT")
        ->envname("KEYWRIGHTD_LISTEN");
    app.add_flag("--plain-anywhere", options.plainAnywhere, "Serve plain HTTP on addresses that others can reach")
        ->envname("KEYWRIGHTD_PLAIN_ANYWHERE");
    app.add_option("--threads", options.threads, "Threads for connections")
        ->check(CLI::Range(1, 64))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_THREADS");
    app.add_option("--trusted-gateways", raw.trustedGateways, "Addresses and networks whose X-Forwarded-For counts")
        ->type_name("NETWORK")
        ->envname("KEYWRIGHTD_TRUSTED_GATEWAYS");
    app.add_option("--max-connections", options.limits.connections, "Connections at a time")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_MAX_CONNECTIONS");
    app.add_option("--max-connections-per-address", options.limits.perAddress, "Connections of one address at a time")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_MAX_CONNECTIONS_PER_ADDRESS");
}

ServerCommand say(const QString &text, int exitCode) {
    return {.kind = ServerCommand::Kind::Say, .options = {}, .text = text, .exitCode = exitCode};
}

Done settle(const Raw &raw, ServerOptions &options) {
    options.keyring = raw.keyring.empty() ? defaultKeyringPath() : QString::fromStdString(raw.keyring);
    if (!raw.listen.empty())
        options.listen = textsOf(raw.listen);
    auto gateways = Networks::parse(textsOf(raw.trustedGateways));
    if (!gateways)
        return std::unexpected(gateways.error());
    options.trustedGateways = std::move(*gateways);
    return {};
}

} // namespace

ServerCommand readCommandLine(const QStringList &arguments) {
    ServerCommand command;
    Raw raw;
    CLI::App app("Serves a keyring over REST, and verifies its keys for any API.", "keywrightd");
    app.set_version_flag("--version", "keywrightd " KEYWRIGHT_VERSION, "Say which version this is");
    app.set_help_flag("-h,--help", "Explain the program");
    app.set_config("--config", "", "Read options from this file (TOML); flags and the environment go before it");
    addOptions(app, raw, command.options);
    std::vector<std::string> reversed;
    for (const QString &argument : arguments | std::views::reverse)
        reversed.push_back(argument.toStdString());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError &error) {
        const bool asked = error.get_exit_code() == int(CLI::ExitCodes::Success);
        const bool version = error.get_name() == "CallForVersion";
        const std::string text = asked && !version ? app.help() : error.what();
        return say(QString::fromStdString(text).trimmed(), asked ? 0 : wrongUsage);
    }
    if (const Done done = settle(raw, command.options); !done)
        return say(done.error().message, 1);
    return command;
}

} // namespace keywright
