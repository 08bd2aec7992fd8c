// Looking at keys: list, show, export.
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/key_details_text.h"
#include "app/cli/key_output.h"
#include "app/cli/key_reference.h"
#include "app/cli/key_selection.h"
#include "app/cli/text_table.h"
#include "core/index/export.h"
#include "core/model/instant_text.h"
#include "core/model/key_json.h"

#include <QBuffer>
#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("ListCommands", text);
}

QByteArray keyInfos(const Selection &selection, Instant now) {
    QByteArray out;
    JsonWriter json(out);
    json.beginArray();
    for (const ApiKey *key : selection.keys)
        writeKeyInfo(json, *key, now);
    json.endArray();
    return out + '\n';
}

QByteArray tableOf(const Selection &selection, Instant now) {
    TextTable table({translated("ID"), translated("NAME"), translated("KEY"), translated("STATUS"),
                     translated("SCOPES"), translated("CREATED"), translated("EXPIRES"), translated("LAST USED")});
    const QString noName = translated("(no name)"), never = translated("never");
    QHash<KeyStatus, QString> statuses;
    for (const auto status :
         {KeyStatus::Active, KeyStatus::Expiring, KeyStatus::InGrace, KeyStatus::Expired, KeyStatus::Revoked})
        statuses.insert(status, statusWord(status));
    LocalMinutes minutes;
    RelativeTexts relative(now);
    for (const ApiKey *key : selection.keys)
        table.add({QStringView(key->id.value).left(selection.idLength), key->name.isEmpty() ? noName : key->name,
                   previewText(key->preview), *statuses.constFind(statusOf(*key, now)), key->scopes.join(u','),
                   minutes.text(key->createdAt), key->expiresAt ? relative.of(*key->expiresAt) : never,
                   key->usage.lastUsedAt ? relative.of(*key->usage.lastUsedAt) : never});
    return table.isEmpty() ? QByteArray() : table.text();
}

Done list(CliSession &session, const SelectionOptions &options) {
    const Result<Selection> selection = selectKeys(session, options);
    if (!selection)
        return std::unexpected(selection.error());
    if (selection->keys.empty())
        session.remark(translated("No keys."));
    if (!selection->remark.isEmpty())
        session.remark(selection->remark);
    if (session.json())
        session.console().out(keyInfos(*selection, session.now()));
    else
        session.console().out(tableOf(*selection, session.now()));
    return {};
}

Done show(CliSession &session, const QString &reference) {
    const Result<ApiKey> key = findKey(session, reference);
    if (!key)
        return std::unexpected(key.error());
    const Result<KeyDetails> details = await((*session.keyring())->details(key->id));
    if (!details)
        return std::unexpected(details.error());
    session.print(detailsJson(*details, session.now()), detailsText(*details, session.now()));
    return {};
}

struct ExportOptions {
    SelectionOptions selection;
    QString format = u"csv"_s;
    std::optional<QString> file;
};

KeySource oneByOne(const Selection &selection) {
    return [&selection, at = std::size_t(0)]() mutable -> std::optional<ApiKey> {
        return at < selection.keys.size() ? std::optional(*selection.keys[at++]) : std::nullopt;
    };
}

Done exportSelected(CliSession &session, const ExportOptions &options) {
    const Result<Selection> selection = selectKeys(session, options.selection);
    if (!selection)
        return std::unexpected(selection.error());
    Keyring &keyring = **session.keyring();
    const KeyringInfo about = keyring.info();
    if (const Done allowed = require(Action::Export, about.situation(session.now())); !allowed)
        return allowed;
    const ExportFormat format = session.json() || options.format == u"json" ? ExportFormat::Json : ExportFormat::Csv;
    const ExportInfo info{.keyring = about.name,
                          .policy = about.policy->id,
                          .at = session.now(),
                          .head = session.memory().knownHead(about.id)};
    if (options.file) {
        const Done saved = exportKeysToFile(*options.file, format, info, oneByOne(*selection));
        if (saved)
            session.remark(QCoreApplication::translate("ListCommands", "%n keys written to %1.", nullptr,
                                                       int(selection->keys.size()))
                               .arg(*options.file));
        return saved;
    }
    QBuffer text;
    text.open(QIODevice::WriteOnly);
    const Done written = exportKeys(text, format, info, oneByOne(*selection));
    session.console().out(text.data());
    return written;
}

void addList(CommandTree &tree) {
    const auto options = std::make_shared<SelectionOptions>();
    CLI::App *command =
        tree.add("list", "List keys", [options](CliSession &session) { return list(session, *options); });
    addSelectionOptions(command, *options);
}

void addShow(CommandTree &tree) {
    const auto id = std::make_shared<QString>();
    CLI::App *command =
        tree.add("show", "Show all that is known of a key", [id](CliSession &session) { return show(session, *id); });
    argument(command, "ID", *id, "The key")->required();
}

void addExport(CommandTree &tree) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App *command = tree.add("export", "Write keys as CSV or JSON, never their tokens",
                                 [options](CliSession &session) { return exportSelected(session, *options); });
    argument(command, "--format", options->format, "csv (default) or json")
        ->check(CLI::IsMember({"csv", "json"}))
        ->type_name("FORMAT");
    textOption(command, "--output", options->file, "A file of your own (0600) instead of standard output")
        ->type_name("FILE");
    addSelectionOptions(command, options->selection);
}

} // namespace

void addListCommands(CommandTree &tree) {
    addList(tree);
    addShow(tree);
    addExport(tree);
}

} // namespace keywright
