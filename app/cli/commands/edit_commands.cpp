// What can be changed about a key: name, scopes, limits, owner, note.
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/key_output.h"
#include "app/cli/key_reference.h"
#include "app/cli/limits.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("EditCommands", text);
}

Done edit(CliSession &session, const QString &reference, const Changes &changes) {
    const Result<ApiKey> key = findKey(session, reference);
    if (!key)
        return std::unexpected(key.error());
    const Result<ApiKey> edited = await((*session.keyring())->edit(key->id, key->revision, changes));
    if (!edited)
        return std::unexpected(edited.error());
    printKey(session, *edited, translated("Changed %1.").arg(displayName(*edited)));
    return {};
}

/// Commands of the form COMMAND ID VALUE.
struct Edit {
    QString id, value;
};

void addEdit(CommandTree &tree, const char *name, const char *description, const char *valueName, const char *valueText,
             const std::function<void(Changes &, const QString &)> &change) {
    const auto options = std::make_shared<Edit>();
    CLI::App *command = tree.add(name, description, [options, change](CliSession &session) {
        Changes changes;
        change(changes, options->value);
        return edit(session, options->id, changes);
    });
    argument(command, "ID", options->id, "The key")->required();
    argument(command, valueName, options->value, valueText)->required();
}

struct LimitEdit {
    QString id;
    LimitOptions limits;
};

Done editLimits(CliSession &session, const LimitEdit &options) {
    const Result<Limits> limits = parseLimits(options.limits);
    if (!limits)
        return std::unexpected(limits.error());
    Changes changes;
    changes.dailyLimit = limits->daily;
    changes.monthlyLimit = limits->monthly;
    changes.ratePerMinute = limits->rate;
    if (changes.isEmpty())
        return failure(ErrorKind::Invalid, translated("Say what to limit: --daily-limit, --monthly-limit or --rate."));
    return edit(session, options.id, changes);
}

void addLimits(CommandTree &tree) {
    const auto options = std::make_shared<LimitEdit>();
    CLI::App *command = tree.add("limits", "Change what a key may spend, and how often it may be used",
                                 [options](CliSession &session) { return editLimits(session, *options); });
    argument(command, "ID", options->id, "The key")->required();
    addLimitOptions(command, options->limits);
}

} // namespace

void addEditCommands(CommandTree &tree) {
    addEdit(tree, "rename", "Give a key another name", "NAME", "What the key is for",
            [](Changes &changes, const QString &value) { changes.name = value; });
    addEdit(tree, "scopes", "Change what a key may do", "SCOPES",
            "All that it may do from now on: a,b (\"\" for nothing)",
            [](Changes &changes, const QString &value) { changes.scopes = commaList(value); });
    addEdit(tree, "set-owner", "Say whose key it is", "OWNER", "Person, e-mail or team",
            [](Changes &changes, const QString &value) { changes.owner = value; });
    addEdit(tree, "note", "Write a note on a key", "TEXT", "Anything to remember about it",
            [](Changes &changes, const QString &value) { changes.note = value; });
    addLimits(tree);
}

} // namespace keywright
