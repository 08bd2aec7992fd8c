#include "app/cli/command_tree.h"

#include "app/cli/commands/commands.h"
#include "core/model/version.h"

#include <ranges>

namespace keywright {

CommandTree::CommandTree()
    : app_("Issue, find, edit, rotate, revoke and verify API keys in a keyring.", "keywright-cli") {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", "keywright-cli " + version().toStdString(), "Say which version this is");
    app_.set_help_flag("-h,--help", "Explain the command");
    addGlobals(app_);
    app_.footer("ID is a key's id, its prefix, or a unique beginning of either.\n"
                "A key is never an argument: `verify` and `which` read it from standard input.\n"
                "Exit: 0 done, 1 refused by a rule, 2 wrong usage, 3 not found, 4 storage or input/output.\n"
                "`keywright-cli COMMAND --help` explains one command.");
}

void CommandTree::addGlobals(CLI::App &command) {
    textOption(&command, "--keyring", globals_.keyring, "The keyring's file (default: the window's default keyring)")
        ->type_name("FILE")
        ->envname("KEYWRIGHT_KEYRING")
        ->group("Everywhere");
    textOption(&command, "--server", globals_.server, "A server's address instead of a file")
        ->type_name("URL")
        ->envname("KEYWRIGHT_SERVER")
        ->group("Everywhere");
    textOption(
        &command, "--key-file", globals_.keyFile,
        "The server's management key: a file of your own (0600), or - for standard input (default: the keychain)")
        ->type_name("FILE")
        ->group("Everywhere");
    textOption(&command, "--ca-file", globals_.caFile, "Certificate authorities (PEM) to trust for the server")
        ->type_name("FILE")
        ->group("Everywhere");
    textOption(&command, "--role", globals_.role, "Act as admin, developer or auditor (a safety catch)")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"admin", "developer", "auditor"}))
        ->group("Everywhere");
    command.add_flag("--json", globals_.json, "Answer in JSON")->group("Everywhere");
}

CLI::App *CommandTree::add(const char *name, const char *description, CommandAction action, CLI::App *parent) {
    CLI::App *command = (parent ? parent : &app_)->add_subcommand(name, description);
    addGlobals(*command);
    commands_.push_back({command, std::move(action)});
    return command;
}

const CLI::App *CommandTree::chosenCommand() const {
    const CLI::App *innermost = &app_;
    for (auto named = innermost->get_subcommands(); !named.empty(); named = innermost->get_subcommands())
        innermost = named.front();
    return innermost;
}

const CommandAction *CommandTree::chosen() const {
    const auto found = std::ranges::find(commands_, chosenCommand(), &Command::app);
    return found == commands_.end() ? nullptr : &found->action;
}

std::unique_ptr<CommandTree> makeCommandTree() {
    auto tree = std::make_unique<CommandTree>();
    addKeyringCommands(*tree);
    addIssueCommands(*tree);
    addListCommands(*tree);
    addEditCommands(*tree);
    addRevokeCommands(*tree);
    addVerifyCommands(*tree);
    addActivityCommands(*tree);
    addBackupCommands(*tree);
    return tree;
}

CLI::Option *textOption(CLI::App *command, const char *names, std::optional<QString> &target, const char *description) {
    return command
        ->add_option_function<std::string>(
            names, [&target](const std::string &text) { target = QString::fromStdString(text); }, description)
        ->type_name("TEXT");
}

CLI::Option *argument(CLI::App *command, const char *name, QString &target, const char *description) {
    return command
        ->add_option_function<std::string>(
            name, [&target](const std::string &text) { target = QString::fromStdString(text); }, description)
        ->type_name("");
}

CLI::Option *arguments(CLI::App *command, const char *name, QStringList &target, const char *description) {
    return command
        ->add_option_function<std::vector<std::string>>(
            name,
            [&target](const std::vector<std::string> &texts) {
                for (const std::string &text : texts)
                    target += QString::fromStdString(text);
            },
            description)
        ->type_name("");
}

QStringList commaList(const QString &text) {
    QStringList pieces;
    for (const QString &piece : text.split(u',', Qt::SkipEmptyParts))
        if (const QString trimmed = piece.trimmed(); !trimmed.isEmpty())
            pieces += trimmed;
    return pieces;
}

} // namespace keywright
