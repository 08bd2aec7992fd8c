// The end of keys, and their return: revoke, reactivate, delete.
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/key_output.h"
#include "app/cli/key_reference.h"
#include "core/model/instant_text.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("RevokeCommands", text);
}

struct Options {
    QStringList ids;
    std::optional<QString> reason;
    bool yes = false;
};

QList<KeyId> idsOf(const QList<ApiKey> &keys) {
    QList<KeyId> ids;
    for (const ApiKey &key : keys)
        ids += key.id;
    return ids;
}

/// Each key with when it was last used: what would break.
QString named(const QList<ApiKey> &keys, Instant now) {
    QStringList lines;
    for (const ApiKey &key : keys)
        lines += u"  %1, %2"_s.arg(displayName(key),
                                   key.usage.lastUsedAt
                                       ? translated("last used %1").arg(relativeText(*key.usage.lastUsedAt, now))
                                       : translated("never used"));
    return lines.join(u'\n');
}

QString revokeQuestion(const QList<ApiKey> &keys, Instant now) {
    const QString asked = keys.size() == 1
                              ? translated("Are you sure you want to revoke this API key?")
                              : translated("Are you sure you want to revoke these %1 API keys?").arg(keys.size());
    return named(keys, now) + u'\n' + asked + u' ' + translated("It can't be undone.");
}

/// The id of the reason whose words were given, else the words.
QString reasonId(const QString &given) {
    for (const RevokeReason &reason : revokeReasons())
        if (given.compare(reason.text, Qt::CaseInsensitive) == 0)
            return reason.id;
    return given;
}

Done revoke(CliSession &session, const Options &options) {
    const Result<QList<ApiKey>> keys = findKeys(session, options.ids);
    if (!keys)
        return std::unexpected(keys.error());
    Keyring &keyring = **session.keyring();
    if (!keyring.info().policy->revoke.reversible)
        if (const Done agreed = session.confirm(revokeQuestion(*keys, session.now()), options.yes); !agreed)
            return agreed;
    const auto outcomes = await(keyring.revoke(idsOf(*keys), reasonId(options.reason.value_or(QString()))));
    if (!outcomes)
        return std::unexpected(outcomes.error());
    return printOutcomes(session, *outcomes, translated("revoked"));
}

Done erase(CliSession &session, const Options &options) {
    const Result<QList<ApiKey>> keys = findKeys(session, options.ids);
    if (!keys)
        return std::unexpected(keys.error());
    const QString question = named(*keys, session.now()) + u'\n' +
                             translated("Delete for good? Their activity entries stay; nothing else does.");
    if (const Done agreed = session.confirm(question, options.yes); !agreed)
        return agreed;
    auto outcomes = await((*session.keyring())->erase(idsOf(*keys)));
    if (!outcomes)
        return std::unexpected(outcomes.error());
    for (qsizetype i = 0; i < outcomes->size() && i < keys->size(); ++i)
        if (!(*outcomes)[i].key)
            (*outcomes)[i].key = (*keys)[i];
    return printOutcomes(session, *outcomes, translated("deleted"));
}

Done reactivate(CliSession &session, const QString &reference, bool yes) {
    const Result<ApiKey> key = findKey(session, reference);
    if (!key)
        return std::unexpected(key.error());
    if (key->revokeReason == u"leaked" || key->revokeReason == u"abuse")
        if (const Done agreed = session.confirm(translated("%1 was revoked as %2. Bring it back to life all the same?")
                                                    .arg(displayName(*key), key->revokeReason),
                                                yes);
            !agreed)
            return agreed;
    const Result<ApiKey> alive = await((*session.keyring())->reactivate(key->id, key->revision));
    if (!alive)
        return std::unexpected(alive.error());
    printKey(session, *alive, translated("%1 works again.").arg(displayName(*alive)));
    return {};
}

std::shared_ptr<Options> addForKeys(CommandTree &tree, const char *name, const char *description,
                                    Done (*act)(CliSession &, const Options &), CLI::App *&command) {
    const auto options = std::make_shared<Options>();
    command = tree.add(name, description, [options, act](CliSession &session) { return act(session, *options); });
    arguments(command, "ID", options->ids, "The keys")->required();
    command->add_flag("--yes", options->yes, "Don't ask");
    return options;
}

void addReactivate(CommandTree &tree) {
    struct Reactivation {
        QString id;
        bool yes = false;
    };
    const auto options = std::make_shared<Reactivation>();
    CLI::App *command =
        tree.add("reactivate", "Bring a revoked key back, where the policy allows it",
                 [options](CliSession &session) { return reactivate(session, options->id, options->yes); });
    argument(command, "ID", options->id, "The key")->required();
    command->add_flag("--yes", options->yes, "Don't ask");
}

} // namespace

void addRevokeCommands(CommandTree &tree) {
    CLI::App *command = nullptr;
    const auto options = addForKeys(tree, "revoke", "Stop keys from working", revoke, command);
    textOption(command, "--reason", options->reason,
               "lost device, left, leaked, unused, replaced, mistake, or your own words");
    addReactivate(tree);
    addForKeys(tree, "delete", "Take keys out of the keyring for good, where the policy allows it", erase, command);
}

} // namespace keywright
