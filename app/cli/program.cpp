#include "app/cli/program.h"

#include "app/cli/command_tree.h"
#include "app/cli/key_reference.h"
#include "app/cli/suggestion.h"
#include "core/crypto/token.h"
#include "core/model/json_writer.h"
#include "core/store/store_place.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

void printError(Console &console, const Error &error, bool asJson) {
    if (!asJson) {
        console.note(error.message);
        return;
    }
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.name("error"_L1);
    json.beginObject();
    json.member("kind"_L1, QString(errorKindId(error.kind)));
    json.member("message"_L1, error.message);
    json.textOrNull("field"_L1, error.field);
    json.endObject();
    json.endObject();
    console.rawNote(out + '\n');
}

Error passwordOnCommandLine() {
    return {.kind = ErrorKind::Refused,
            .message = QCoreApplication::translate(
                "Program", "The address of the database holds a password, which others can read in arguments and in "
                           "the environment. Change it, and keep it in a password file: passfile=FILE in the address."),
            .field = QStringLiteral("keyring")};
}

/// Help and version are what was asked for; anything else says what is wrong and where to look.
ExitCode explain(const CommandTree &tree, const CLI::ParseError &error, const QStringList &arguments,
                 Console &console) {
    if (error.get_exit_code() == int(CLI::ExitCodes::Success)) {
        const bool version = error.get_name() == "CallForVersion";
        console.line(version ? QString::fromUtf8(error.what())
                             : QString::fromStdString(tree.chosenCommand()->help()).trimmed());
        return console.flush() ? ExitCode::Success : ExitCode::Storage;
    }
    if (arguments.isEmpty()) {
        console.note(QString::fromStdString(tree.app().help()).trimmed());
        return ExitCode::Usage;
    }
    const QString wrong = mistypedCommand(tree, arguments);
    console.note(wrong.isEmpty() ? QString::fromUtf8(error.what()) : wrong);
    console.note(
        QCoreApplication::translate("Program", "`%1 --help` explains it.").arg(commandPath(*tree.chosenCommand())));
    return ExitCode::Usage;
}

ExitCode run(const CommandTree &tree, Console &console, const Clock &clock) {
    if (tree.globals().keyring && holdsPassword(*tree.globals().keyring)) {
        printError(console, passwordOnCommandLine(), tree.globals().json);
        return ExitCode::Refused;
    }
    CliSession session(tree.globals(), console, clock);
    const Done done = (*tree.chosen())(session);
    const bool written = console.flush();
    if (!done) {
        printError(console, done.error(), tree.globals().json);
        return exitCodeOf(done.error().kind);
    }
    if (!written) {
        console.note(QCoreApplication::translate("Program", "Standard output did not take everything."));
        return ExitCode::Storage;
    }
    return ExitCode::Success;
}

} // namespace

ExitCode runCommandLine(const QStringList &arguments, Console &console, const Clock &clock) {
    const auto tree = makeCommandTree();
    if (std::ranges::any_of(arguments, [](const QString &argument) { return findToken(argument).has_value(); })) {
        printError(console, tokenOnCommandLine(), arguments.contains(u"--json"_s));
        return ExitCode::Refused;
    }
    std::vector<std::string> reversed;
    for (const QString &argument : arguments | std::views::reverse)
        reversed.push_back(argument.toStdString());
    try {
        tree->app().parse(reversed);
    } catch (const CLI::ParseError &error) {
        return explain(*tree, error, arguments, console);
    }
    return run(*tree, console, clock);
}

} // namespace keywright
