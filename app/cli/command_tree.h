// The commands and their options: one tree, from which parsing, help, the man page and the completions come.
#pragma once

#include "app/cli/cli_session.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <vector>

namespace keywright {

/// What a command does once its line is understood. An error ends the program with exitCodeOf() its kind.
using CommandAction = std::function<Done(CliSession &)>;

class CommandTree {
public:
    CommandTree();

    /// A new command. `parent`: the command it belongs to (`activity verify`); nullptr: the program.
    CLI::App *add(const char *name, const char *description, CommandAction action, CLI::App *parent = nullptr);

    /// The action of the innermost command that the parsed line names; nullptr if it names none.
    const CommandAction *chosen() const;
    /// The innermost command named, or the program.
    const CLI::App *chosenCommand() const;

    CLI::App &app() { return app_; }
    const CLI::App &app() const { return app_; }
    const GlobalOptions &globals() const { return globals_; }

private:
    void addGlobals(CLI::App &command);

    struct Command {
        CLI::App *app;
        CommandAction action;
    };
    CLI::App app_;
    GlobalOptions globals_;
    std::vector<Command> commands_;
};

/// The whole tree, every command in it.
std::unique_ptr<CommandTree> makeCommandTree();

/// Options and arguments as QString; what they are set to must outlive the parsing.
CLI::Option *textOption(CLI::App *command, const char *names, std::optional<QString> &target, const char *description);
CLI::Option *argument(CLI::App *command, const char *name, QString &target, const char *description);
CLI::Option *arguments(CLI::App *command, const char *name, QStringList &target, const char *description);

/// `a,b` as a list: trimmed, without empty pieces.
QStringList commaList(const QString &text);

} // namespace keywright
