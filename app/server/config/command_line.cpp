#include "app/server/config/command_line.h"

#include "app/server/config/store_option.h"
#include "core/model/version.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ranges>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;

/// Options as CLI11 reads them, before they become ours.
struct Raw {
    std::string keyring, store, storeFile;
    std::vector<std::string> listen, trustedGateways;
};

QStringList textsOf(const std::vector<std::string> &raw) {
    QStringList texts;
    for (const std::string &text : raw)
        texts << QString::fromStdString(text);
    return texts;
}

/// An option whose text lands in one of ours.
template<class Target>
CLI::Option *textOption(CLI::App &app, const char *names, Target &target, const char *description) {
    return app.add_option_function<std::string>(
        names, [&target](const std::string &text) { target = QString::fromStdString(text); }, description);
}

void seconds(CLI::App &app, const char *name, std::chrono::milliseconds &target, const char *description) {
    app.add_option_function<int>(
           name, [&target](int number) { target = std::chrono::seconds(number); }, description)
        ->check(CLI::Range(1, 3600))
        ->type_name("SECONDS")
        ->default_str(std::to_string(target.count() / 1000));
}

/// An option that takes one of a few names; `target` holds the default.
template<class Value>
void choice(CLI::App &app, const char *name, Value &target, const std::vector<std::pair<std::string, Value>> &values,
            const char *description, const char *environment) {
    std::vector<std::string> names;
    std::string standard;
    for (const auto &[text, value] : values) {
        names.push_back(text);
        if (value == target)
            standard = text;
    }
    const auto take = [&target, values](const std::string &text) {
        target = std::ranges::find(values, text, &std::pair<std::string, Value>::first)->second;
    };
    app.add_option_function<std::string>(name, take, description)
        ->check(CLI::IsMember(names))
        ->type_name("WHICH")
        ->default_str(standard)
        ->envname(environment);
}

void addOptions(CLI::App &app, Raw &raw, ServerOptions &options) {
    app.add_option("--keyring", raw.keyring, "The keyring's file (default: the window's default keyring)")
        ->type_name("FILE")
        ->envname("KEYWRIGHT_KEYRING");
    auto *store = app.add_option("--store", raw.store, "A PostgreSQL database in the file's place, shared by servers");
    store->type_name("postgresql://...")->envname("KEYWRIGHTD_STORE");
    app.add_option("--store-file", raw.storeFile, "A private file that holds the address for --store, with a password")
        ->type_name("FILE")
        ->envname("KEYWRIGHTD_STORE_FILE")
        ->excludes(store);
    app.add_option("--listen", raw.listen, "Where to listen, may be given again (default: 127.0.0.1:8787)")
        ->type_name("ADDRESS:PORT")
        ->envname("KEYWRIGHTD_LISTEN");
    auto *certificate = textOption(app, "--tls-certificate", options.tls.certificate,
                                   "Serve HTTPS with this certificate and its chain (PEM); read again on SIGHUP");
    auto *key = textOption(app, "--tls-key", options.tls.key, "The certificate's private key (PEM)");
    certificate->type_name("FILE")->envname("KEYWRIGHTD_TLS_CERTIFICATE")->needs(key);
    key->type_name("FILE")->envname("KEYWRIGHTD_TLS_KEY")->needs(certificate);
    app.add_flag("--plain-anywhere", options.plainAnywhere, "Serve plain HTTP on addresses that others can reach")
        ->envname("KEYWRIGHTD_PLAIN_ANYWHERE");
    app.add_option("--threads", options.threads, "Threads for connections")
        ->check(CLI::Range(1, 64))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_THREADS");
    choice(app, "--log", options.log,
           {{"none", RequestLog::None},
            {"errors", RequestLog::Errors},
            {"managing", RequestLog::Managing},
            {"all", RequestLog::All}},
           "Which requests the log tells of", "KEYWRIGHTD_LOG");
    app.add_option("--trusted-gateways", raw.trustedGateways, "Addresses and networks whose X-Forwarded-For counts")
        ->type_name("NETWORK")
        ->envname("KEYWRIGHTD_TRUSTED_GATEWAYS");
    app.add_option("--max-stale-seconds", options.maxStaleSeconds,
                   "How long keys are verified while the keyring can't be read")
        ->check(CLI::Range(1, 86'400))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_MAX_STALE_SECONDS");
    app.add_option("--failed-per-minute", options.failedPerMinute,
                   "Attempts of one client with no valid key, before it has to wait")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_FAILED_PER_MINUTE");
    choice(app, "--activity-requests", options.loggedRequests,
           {{"off", LoggedRequests::None}, {"mutations", LoggedRequests::Mutations}, {"all", LoggedRequests::All}},
           "Which requests of protected APIs stand in the activity log", "KEYWRIGHTD_ACTIVITY_REQUESTS");
    seconds(app, "--header-seconds", options.limits.header, "How long a client may take to send a header");
    seconds(app, "--body-seconds", options.limits.body, "How long a client may take to send a body");
    seconds(app, "--idle-seconds", options.limits.idle, "How long a connection may stay without a request");
    seconds(app, "--write-seconds", options.limits.write, "How long a client may take to take in an answer");
    app.add_option("--max-connections", options.limits.connections, "Connections at a time")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_MAX_CONNECTIONS");
    app.add_option("--max-connections-per-address", options.limits.perAddress, "Connections of one address at a time")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str()
        ->envname("KEYWRIGHTD_MAX_CONNECTIONS_PER_ADDRESS");
}

void addInit(CLI::App &app, ServerCommand &command) {
    CLI::App *init = app.add_subcommand("init", "Make a keyring and its first admin, whose token is printed alone");
    init->fallthrough();
    init->callback([&command] { command.kind = ServerCommand::Kind::Init; });
    textOption(*init, "--policy", command.init.policy, "The rules its keys obey (default: standard)")->type_name("ID");
    textOption(*init, "--name", command.init.name, "What it is called (default: the file's name)");
    textOption(*init, "--api-url", command.init.baseUrl, "The API its keys are for")->type_name("URL");
    textOption(*init, "--admin", command.init.admin, "What the first admin is called (default: admin)");
}

CLI::App *addMemberAct(CLI::App &member, ServerCommand &command, MemberCommand::Act act, const char *name,
                       const char *description) {
    CLI::App *sub = member.add_subcommand(name, description);
    sub->fallthrough();
    sub->callback([&command, act] {
        command.kind = ServerCommand::Kind::Member;
        command.member.act = act;
    });
    return sub;
}

void addMemberCommands(CLI::App &app, ServerCommand &command) {
    using Act = MemberCommand::Act;
    CLI::App *member = app.add_subcommand("member", "Keep the members: who may manage keys, and which API may ask");
    member->fallthrough();
    member->require_subcommand(1);
    CLI::App *add = addMemberAct(*member, command, Act::Add, "add", "Add a member; the token is printed alone");
    textOption(*add, "--name", command.member.name, "What it is called, and how the log names it")->required();
    textOption(*add, "--role", command.member.role, "What it may do")
        ->required()
        ->check(CLI::IsMember({"admin", "developer", "auditor", "verifier"}));
    textOption(*add, "--expires", command.member.expires, "30d, a date, or never (default: 365d)");
    addMemberAct(*member, command, Act::List, "list", "List the members")
        ->add_flag("--json", command.member.json, "As JSON");
    CLI::App *revoke = addMemberAct(*member, command, Act::Revoke, "revoke", "Refuse a member's token from now on");
    textOption(*revoke, "MEMBER", command.member.name, "Its id or name")->required();
    revoke->add_flag("--yes", command.member.yes, "Even the last admin");
    CLI::App *rotate =
        addMemberAct(*member, command, Act::Rotate, "rotate", "Give a member a new token; the old one ends at once");
    textOption(*rotate, "MEMBER", command.member.name, "Its id or name")->required();
}

ServerCommand say(const QString &text, int exitCode) {
    ServerCommand command;
    command.kind = ServerCommand::Kind::Say;
    command.text = text;
    command.exitCode = exitCode;
    return command;
}

QString fileOf(const CLI::App &app) {
    return QString::fromStdString(app.get_config_ptr()->as<std::string>());
}

const CLI::App &innermost(const CLI::App &app) {
    const auto named = app.get_subcommands();
    return named.empty() ? app : innermost(*named.front());
}

Done settle(const Raw &raw, const StoreOrigin &origin, ServerOptions &options) {
    auto place = storePlace({.keyring = QString::fromStdString(raw.keyring),
                             .store = QString::fromStdString(raw.store),
                             .storeFile = QString::fromStdString(raw.storeFile)},
                            origin);
    if (!place)
        return std::unexpected(place.error());
    options.keyring = std::move(*place);
    if (!raw.listen.empty())
        options.listen = textsOf(raw.listen);
    auto gateways = Networks::parse(textsOf(raw.trustedGateways));
    if (!gateways)
        return std::unexpected(gateways.error());
    options.trustedGateways = std::move(*gateways);
    return {};
}

/// In the order of the line: CLI11 turns around what is left over.
QString whatIsWrong(const CLI::App &app, const CLI::ParseError &error, const QStringList &arguments) {
    const std::vector<std::string> unknown = app.remaining(true);
    const auto first = std::ranges::find_if(arguments, [&unknown](const QString &argument) {
        return std::ranges::find(unknown, argument.toStdString()) != unknown.end();
    });
    if (dynamic_cast<const CLI::ExtrasError *>(&error) == nullptr || first == arguments.end())
        return QString::fromUtf8(error.what());
    return u"%1 is nothing that keywrightd knows."_s.arg(*first);
}

} // namespace

ServerCommand readCommandLine(const QStringList &arguments) {
    ServerCommand command;
    Raw raw;
    CLI::App app("Serves a keyring over REST, and verifies its keys for any API.", "keywrightd");
    app.set_version_flag("--version", "keywrightd " + version().toStdString(), "Say which version this is");
    app.set_help_flag("-h,--help", "Explain the program");
    app.set_config("--config", "/etc/keywright/keywrightd.toml",
                   "Read options from this file (TOML); flags and the environment go before it");
    app.allow_config_extras(CLI::config_extras_mode::error);
    addOptions(app, raw, command.options);
    addInit(app, command);
    addMemberCommands(app, command);
    std::vector<std::string> reversed;
    for (const QString &argument : arguments | std::views::reverse)
        reversed.push_back(argument.toStdString());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == int(CLI::ExitCodes::Success))
            return say(error.get_name() == "CallForVersion" ? QString::fromUtf8(error.what())
                                                            : QString::fromStdString(innermost(app).help()).trimmed(),
                       0);
        return say(whatIsWrong(app, error, arguments) + u"\n`keywrightd --help` explains it."_s, wrongUsage);
    }
    if (const Done done = settle(raw, {.arguments = arguments, .file = fileOf(app)}, command.options); !done)
        return say(done.error().message, 1);
    return command;
}

} // namespace keywright
