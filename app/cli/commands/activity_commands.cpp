// The log: what happened, whether it was tampered with, and all of it for others to check.
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/key_reference.h"
#include "app/cli/text_table.h"
#include "core/crypto/digest.h"
#include "core/model/exports.h"
#include "core/model/json_writer.h"
#include "core/platform/save_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;

QString translated(const char *text) {
    return QCoreApplication::translate("ActivityCommands", text);
}

struct ActivityOptions {
    std::optional<QString> search, key;
    int limit = 200;
};

/// At most `most` entries, newest first.
Result<QList<Activity>> entries(Keyring &keyring, ActivityQuery query, qsizetype most) {
    QList<Activity> found;
    Cursor cursor;
    do {
        query.limit = int(std::min<qsizetype>(pageSize, most - found.size()));
        Result<ActivityPage> page = await(keyring.activity(query, cursor));
        if (!page)
            return std::unexpected(page.error());
        found += std::move(page->entries);
        cursor = page->next;
    } while (!cursor.isEmpty() && found.size() < most);
    return found;
}

/// What changed, in the words of the entry's detail.
QString detailText(const QJsonObject &detail) {
    return QString::fromUtf8(detail.isEmpty() ? QByteArray() : canonicalJson(detail));
}

Done activity(CliSession &session, const ActivityOptions &options) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    ActivityQuery query;
    query.text = options.search.value_or(QString());
    if (options.key) {
        const Result<ApiKey> key = findKey(session, *options.key);
        if (!key)
            return std::unexpected(key.error());
        query.key = key->id;
    }
    const Result<QList<Activity>> found = entries(**keyring, query, options.limit);
    if (!found)
        return std::unexpected(found.error());
    TextTable table({translated("SEQ"), translated("WHEN"), translated("WHAT"), translated("WHO"), translated("KEY"),
                     translated("DETAIL")});
    QByteArray out;
    JsonWriter json(out);
    json.beginArray();
    for (const Activity &entry : *found) {
        writeActivity(json, entry);
        table.add({QString::number(entry.seq), toRfc3339(entry.at), entry.event,
                   u"%1 (%2)"_s.arg(entry.actor, entry.authMethod),
                   u"%1 %2"_s.arg(entry.keyName, entry.keyPreview).trimmed(), detailText(entry.detail)});
    }
    json.endArray();
    session.print(out + '\n', table.isEmpty() ? QByteArray() : table.text());
    return {};
}

/// Checks the chain against the head remembered outside the file, and remembers the new one when all is well.
Result<ChainReport> checkedChain(CliSession &session) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    const QString id = (*keyring)->info().id;
    const Result<ChainReport> report = await((*keyring)->checkActivity(session.memory().knownHead(id)));
    if (report && report->intact && !report->knownHeadMissing)
        session.memory().setKnownHead(id, report->head);
    return report;
}

Done verify(CliSession &session) {
    const Result<ChainReport> report = checkedChain(session);
    if (!report)
        return std::unexpected(report.error());
    const bool good = report->intact && !report->knownHeadMissing;
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("intact"_L1, good);
    json.member("entries"_L1, report->entries);
    json.member("first_broken"_L1, report->firstBroken);
    json.member("known_head_missing"_L1, report->knownHeadMissing);
    json.member("head_seq"_L1, report->head.seq);
    json.member("head_hash"_L1, toHex(report->head.hash));
    json.endObject();
    session.print(out + '\n', good ? printable(report->message).toUtf8() + '\n' : QByteArray());
    return good ? Done() : failure(ErrorKind::Refused, report->message);
}

Done exportLog(CliSession &session, const std::optional<QString> &file) {
    const Result<ChainReport> report = checkedChain(session);
    if (!report)
        return std::unexpected(report.error());
    Keyring &keyring = **session.keyring();
    Result<QList<Activity>> all = entries(keyring, {}, std::numeric_limits<qsizetype>::max());
    if (!all)
        return std::unexpected(all.error());
    std::ranges::reverse(*all);
    const QByteArray text = activityExport(keyring.info().id, report->head, *all);
    if (!file) {
        session.console().out(text);
        return {};
    }
    return saveFile(*file, [&](QIODevice &device) -> Done {
        if (device.write(text) == text.size())
            return {};
        return failure(ErrorKind::Storage, device.errorString());
    });
}

} // namespace

void addActivityCommands(CommandTree &tree) {
    const auto options = std::make_shared<ActivityOptions>();
    CLI::App *command = tree.add("activity", "Show what happened, newest first",
                                 [options](CliSession &session) { return activity(session, *options); });
    textOption(command, "--search", options->search,
               "Words, or terms: actor: event: key: authMethod: address: before: after:");
    textOption(command, "--key", options->key, "Only this key's entries")->type_name("ID");
    command->add_option("--limit", options->limit, "At most so many (default: 200)")
        ->check(CLI::Range(1, 100'000'000))
        ->type_name("N");
    tree.add("verify", "Check that no entry was changed, cut out or put in", verify, command);
    const auto file = std::make_shared<std::optional<QString>>();
    CLI::App *exporting = tree.add(
        "export", "Write the whole log, so that others can check it",
        [file](CliSession &session) { return exportLog(session, *file); }, command);
    textOption(exporting, "--output", *file, "A file of your own (0600) instead of standard output")->type_name("FILE");
}

} // namespace keywright
