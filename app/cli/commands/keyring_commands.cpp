// The keyring as a whole: making it, its policy, where it lies, whether it is sound, its flag.
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/text_table.h"
#include "core/keyring/keyring_file.h"
#include "core/keyring/keyring_memory.h"
#include "core/model/json_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("KeyringCommands", text);
}

QByteArray placeJson(const QString &path, const QString &name, const KeyPolicy &policy) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("path"_L1, path);
    json.member("name"_L1, name);
    json.member("policy"_L1, policy.id);
    json.endObject();
    return out + '\n';
}

struct InitOptions {
    std::optional<QString> policy, name, baseUrl;
};

Done init(CliSession &session, const InitOptions &options) {
    if (const Done file = session.requireFile(); !file)
        return file;
    const Result<KeyPolicy> policy = findPolicy(options.policy.value_or(u"standard"_s));
    if (!policy)
        return std::unexpected(policy.error());
    const QString path = session.path();
    const QString name = options.name.value_or(QFileInfo(path).completeBaseName());
    const NewKeyring made{
        .path = path, .name = name, .policy = *policy, .apiBaseUrl = options.baseUrl.value_or(QString())};
    if (const Done done = createKeyringFile(made, session.caller(), session.clock()); !done)
        return done;
    session.print(placeJson(path, name, *policy), translated("Made the keyring %1 with the policy %2: %3\n")
                                                      .arg(name, policy->title, session.shownPath())
                                                      .toUtf8());
    if (policy->manage.developerApi)
        session.remark(translated("Its keys can be managed only while the Developer API is on: `keywright-cli flag "
                                  "developer-api on`."));
    return {};
}

Done listPolicies(CliSession &session) {
    TextTable table({translated("ID"), translated("TITLE"), translated("WHAT IT IS")});
    QByteArray out;
    JsonWriter json(out);
    json.beginArray();
    const PolicyFolder known = knownPolicies();
    for (const Error &error : known.errors)
        session.console().note(printable(error.message));
    for (const KeyPolicy &policy : known.policies) {
        table.add({policy.id, policy.title, policy.summary});
        json.beginObject();
        json.member("id"_L1, policy.id);
        json.member("title"_L1, policy.title);
        json.member("summary"_L1, policy.summary);
        json.endObject();
    }
    json.endArray();
    session.print(out + '\n', table.text());
    return {};
}

Done where(CliSession &session) {
    if (const Done file = session.requireFile(); !file)
        return file;
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("path"_L1, session.path());
    json.member("exists"_L1, QFileInfo::exists(session.path()));
    json.endObject();
    session.print(out + '\n', session.shownPath().toUtf8() + '\n');
    return {};
}

Done checkFile(CliSession &session) {
    if (const Done file = session.requireFile(); !file)
        return file;
    std::optional<ChainHead> known;
    if (const Result<Keyring *> keyring = session.keyring())
        known = session.memory().knownHead((*keyring)->info().id);
    const Result<CheckReport> report = checkKeyring(session.path(), known);
    if (!report)
        return std::unexpected(report.error());
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("sound"_L1, report->sound);
    json.member("findings"_L1, report->findings);
    json.member("activity_entries"_L1, report->chain.entries);
    json.member("activity_intact"_L1, report->chain.intact);
    json.endObject();
    const QString text =
        report->sound ? QCoreApplication::translate("KeyringCommands",
                                                    "Sound: the file, its schema and its activity log (%n entries).\n",
                                                    nullptr, int(report->chain.entries))
                      : report->findings.join(u'\n') + u'\n';
    session.print(out + '\n', text.toUtf8());
    if (report->sound)
        return {};
    return failure(
        ErrorKind::Storage,
        translated("%1 is damaged. Restore a backup: `keywright-cli restore FILE`.").arg(session.shownPath()));
}

Done setFlag(CliSession &session, bool on) {
    if (const Done file = session.requireFile(); !file)
        return file;
    if (const Done done = setDeveloperApi(session.path(), on, session.caller(), session.clock()); !done)
        return done;
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("developer_api"_L1, on);
    json.endObject();
    session.print(out + '\n', (on ? translated("The Developer API is on: keys can be managed.\n")
                                  : translated("The Developer API is off: keys can't be managed; listing, revoking and "
                                               "verifying go on.\n"))
                                  .toUtf8());
    return {};
}

Done usePolicy(CliSession &session, const QString &id, bool yes) {
    if (const Done file = session.requireFile(); !file)
        return file;
    const Result<KeyPolicy> policy = findPolicy(id);
    if (!policy)
        return std::unexpected(policy.error());
    if (const Done agreed = session.confirm(translated("Put %1 under the policy %2? Keys that exist stay as they are.")
                                                .arg(session.shownPath(), policy->title),
                                            yes);
        !agreed)
        return agreed;
    if (const Done done = changePolicy(session.path(), *policy, session.caller(), session.clock()); !done)
        return done;
    session.print(placeJson(session.path(), {}, *policy),
                  translated("The policy is now %1.\n").arg(policy->title).toUtf8());
    return {};
}

void addInit(CommandTree &tree) {
    const auto options = std::make_shared<InitOptions>();
    CLI::App *command =
        tree.add("init", "Make a new keyring file", [options](CliSession &session) { return init(session, *options); });
    textOption(command, "--policy", options->policy, "The rules its keys obey: an id of `policies` (default: standard)")
        ->type_name("ID");
    textOption(command, "--name", options->name, "What it is called (default: the file's name)");
    textOption(command, "--api-url", options->baseUrl, "The API its keys are for; goes into the ready test requests")
        ->type_name("URL");
}

void addFlag(CommandTree &tree) {
    const auto name = std::make_shared<QString>(), state = std::make_shared<QString>();
    CLI::App *command = tree.add("flag", "Turn the Developer API of the keyring on or off",
                                 [name, state](CliSession &session) { return setFlag(session, *state == u"on"); });
    argument(command, "NAME", *name, "developer-api")->required()->check(CLI::IsMember({"developer-api"}));
    argument(command, "STATE", *state, "on or off")->required()->check(CLI::IsMember({"on", "off"}));
}

void addChangePolicy(CommandTree &tree) {
    struct Options {
        QString id;
        bool yes = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App *command =
        tree.add("change-policy", "Put the keyring under another policy",
                 [options](CliSession &session) { return usePolicy(session, options->id, options->yes); });
    argument(command, "ID", options->id, "The policy")->required();
    command->add_flag("--yes", options->yes, "Don't ask");
}

} // namespace

void addKeyringCommands(CommandTree &tree) {
    addInit(tree);
    tree.add("policies", "List the policies that a keyring can have", listPolicies);
    tree.add("where", "Say where the keyring's file is", where);
    tree.add("check", "Check the file, its schema and its activity log", checkFile);
    addFlag(tree);
    addChangePolicy(tree);
}

} // namespace keywright
