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
#include <QDir>

#include <functional>
#include <unordered_map>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("ListCommands", text);
}

/// The keys as JSON, each written as it came.
class KeyInfos {
public:
    explicit KeyInfos(Instant now) : now_(now) {}

    void add(KeyIndex::Row row, const ApiKey &key) {
        const qsizetype from = bytes_.size();
        JsonWriter json(bytes_);
        writeKeyInfo(json, key, now_);
        pieces_.insert(row, {from, bytes_.size() - from});
    }

    QByteArray text(const KeyIndex::Rows &rows) const {
        QByteArray out("[");
        out.reserve(bytes_.size() + qsizetype(rows.size()) + 3);
        for (const KeyIndex::Row row : rows) {
            const auto [from, size] = *pieces_.constFind(row);
            out.append(out.size() > 1 ? "," : "").append(bytes_.constData() + from, size);
        }
        return out.append("]\n");
    }

private:
    Instant now_;
    QByteArray bytes_;
    QHash<KeyIndex::Row, std::pair<qsizetype, qsizetype>> pieces_; ///< in bytes_
};

/// The keys as a table for people, each written as it came.
class KeyTable {
public:
    explicit KeyTable(Instant now) : now_(now), relative_(now) {
        for (const auto status :
             {KeyStatus::Active, KeyStatus::Expiring, KeyStatus::InGrace, KeyStatus::Expired, KeyStatus::Revoked})
            statuses_.insert(status, statusWord(status));
    }

    void add(KeyIndex::Row row, const ApiKey &key) {
        placeOfRow_.resize(std::max(placeOfRow_.size(), std::size_t(row) + 1));
        placeOfRow_[row] = table_.rows();
        table_.add({key.id.value, key.name.isEmpty() ? noName_ : key.name, previewText(key.preview),
                    *statuses_.constFind(statusOf(key, now_)), key.scopes.join(u','), minutes_.text(key.createdAt),
                    key.expiresAt ? relative_.of(*key.expiresAt) : never_,
                    key.usage.lastUsedAt ? relative_.of(*key.usage.lastUsedAt) : never_});
    }

    QByteArray text(const Selection &selection) {
        if (selection.rows.empty())
            return {};
        table_.cutFirstColumn(selection.idLength);
        std::vector<std::size_t> places;
        places.reserve(selection.rows.size());
        for (const KeyIndex::Row row : selection.rows)
            places.push_back(placeOfRow_[row]);
        return table_.text(places);
    }

private:
    TextTable table_{translated("ID"),     translated("NAME"),    translated("KEY"),     translated("STATUS"),
                     translated("SCOPES"), translated("CREATED"), translated("EXPIRES"), translated("LAST USED")};
    std::vector<std::size_t> placeOfRow_; ///< in the table
    Instant now_;
    LocalMinutes minutes_;
    RelativeTexts relative_;
    QHash<KeyStatus, QString> statuses_;
    const QString noName_ = translated("(no name)"), never_ = translated("never");
};

Done list(CliSession &session, const SelectionOptions &options) {
    KeyInfos infos(session.now());
    KeyTable table(session.now());
    const Result<Selection> selection = session.json()
                                            ? selectKeys(session, options, std::bind_front(&KeyInfos::add, &infos))
                                            : selectKeys(session, options, std::bind_front(&KeyTable::add, &table));
    if (!selection)
        return std::unexpected(selection.error());
    if (selection->rows.empty())
        session.remark(translated("No keys."));
    if (!selection->remark.isEmpty())
        session.remark(selection->remark);
    session.console().out(session.json() ? infos.text(selection->rows) : table.text(*selection));
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

using KeysByRow = std::unordered_map<KeyIndex::Row, ApiKey>;

KeySource oneByOne(const KeyIndex::Rows &rows, const KeysByRow &keys) {
    return [&rows, &keys, at = std::size_t(0)]() mutable -> std::optional<ApiKey> {
        return at < rows.size() ? std::optional(keys.at(rows[at++])) : std::nullopt;
    };
}

Done exportSelected(CliSession &session, const ExportOptions &options) {
    KeysByRow keys;
    const Result<Selection> selection = selectKeys(
        session, options.selection, [&](KeyIndex::Row row, const ApiKey &key) { keys.insert_or_assign(row, key); });
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
        const Done saved = exportKeysToFile(*options.file, format, info, oneByOne(selection->rows, keys));
        if (saved)
            session.remark(QCoreApplication::translate("ListCommands", "%n keys written to %1.", nullptr,
                                                       int(selection->rows.size()))
                               .arg(QDir::toNativeSeparators(*options.file)));
        return saved;
    }
    QBuffer text;
    text.open(QIODevice::WriteOnly);
    const Done written = exportKeys(text, format, info, oneByOne(selection->rows, keys));
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
