// New keys: create, test-key, rotate.
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
    return QCoreApplication::translate("IssueCommands", text);
}

struct CreateOptions {
    std::optional<QString> name, scopes, expires, owner, note;
    LimitOptions limits;
};

Result<Draft> draftOf(const CreateOptions &options) {
    Draft draft;
    draft.name = options.name.value_or(QString());
    draft.owner = options.owner;
    draft.note = options.note.value_or(QString());
    if (options.scopes)
        draft.scopes = commaList(*options.scopes);
    if (options.expires) {
        const Result<Expiry> expiry = parseExpiry(*options.expires);
        if (!expiry)
            return std::unexpected(expiry.error());
        draft.expiry = *expiry;
    }
    const Result<Limits> limits = parseLimits(options.limits);
    if (!limits)
        return std::unexpected(limits.error());
    draft.dailyLimit = limits->daily.value_or(std::nullopt);
    draft.monthlyLimit = limits->monthly.value_or(std::nullopt);
    draft.ratePerMinute = limits->rate.value_or(std::nullopt);
    return draft;
}

Done issue(CliSession &session, const Draft &draft) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    const Result<Issued> issued = await((*keyring)->create(draft, {}));
    if (!issued)
        return std::unexpected(issued.error());
    return printIssued(session, *issued);
}

Done create(CliSession &session, const CreateOptions &options) {
    const Result<Draft> draft = draftOf(options);
    return draft ? issue(session, *draft) : std::unexpected(draft.error());
}

Done createTest(CliSession &session) {
    Draft draft;
    draft.test = true;
    return issue(session, draft);
}

struct RotateOptions {
    QString id;
    std::optional<QString> grace, revokeOld, expires;
    bool yes = false;
};

Result<int> parseGrace(const QString &text) {
    const Result<Expiry> expiry = parseExpiry(text.endsWith(u'd') ? text : text + u'd');
    if (expiry)
        if (const auto *days = std::get_if<ExpiresInDays>(&*expiry))
            return days->days;
    return failure(ErrorKind::Invalid, translated("The grace period is a number of days, like 7d."), u"grace_days"_s);
}

Result<RevokeOld> parseRevokeOld(const QString &text) {
    if (text == u"now")
        return RevokeOldNow{};
    if (text == u"myself")
        return RevokeOldMyself{};
    const Result<Expiry> date = parseExpiry(text);
    if (date)
        if (const auto *on = std::get_if<ExpiresOnDate>(&*date))
            return *on;
    return failure(ErrorKind::Invalid,
                   translated("--revoke-old takes now, a date like 2027-01-31, or myself (you revoke it later)."),
                   u"revoke_old_at"_s);
}

Result<Rotation> rotationOf(const RotateOptions &options) {
    Rotation rotation;
    if (options.grace) {
        const Result<int> days = parseGrace(*options.grace);
        if (!days)
            return std::unexpected(days.error());
        rotation.graceDays = *days;
    }
    if (options.revokeOld) {
        const Result<RevokeOld> old = parseRevokeOld(*options.revokeOld);
        if (!old)
            return std::unexpected(old.error());
        rotation.revokeOld = *old;
    }
    if (options.expires) {
        const Result<Expiry> expiry = parseExpiry(*options.expires);
        if (!expiry)
            return std::unexpected(expiry.error());
        rotation.expiry = *expiry;
    }
    return rotation;
}

/// Replacing revokes the old key at once, unless another day was picked.
bool endsTheOldKeyNow(const KeyPolicy &policy, const Rotation &rotation) {
    return policy.rotate && !policy.rotate->grace &&
           (!rotation.revokeOld || std::holds_alternative<RevokeOldNow>(*rotation.revokeOld));
}

Done rotate(CliSession &session, const RotateOptions &options) {
    const Result<Rotation> rotation = rotationOf(options);
    if (!rotation)
        return std::unexpected(rotation.error());
    const Result<ApiKey> key = findKey(session, options.id);
    if (!key)
        return std::unexpected(key.error());
    Keyring &keyring = **session.keyring();
    if (endsTheOldKeyNow(*keyring.info().policy, *rotation))
        if (const Done agreed = session.confirm(
                translated("Replace %1? The old key is refused from now on.").arg(displayName(*key)), options.yes);
            !agreed)
            return agreed;
    const Result<Issued> issued = await(keyring.rotate(key->id, *rotation, {}));
    if (!issued)
        return std::unexpected(issued.error());
    return printIssued(session, *issued);
}

void addCreate(CommandTree &tree) {
    const auto options = std::make_shared<CreateOptions>();
    CLI::App *command = tree.add("create", "Make a key; it alone goes to standard output, once",
                                 [options](CliSession &session) { return create(session, *options); });
    textOption(command, "--name", options->name, "What the key is for");
    textOption(command, "--scopes", options->scopes, "What it may do, comma-separated (default: the policy's)")
        ->type_name("A,B");
    textOption(command, "--expires", options->expires, "30d, 2027-01-31 (to the end of that day here) or never")
        ->type_name("WHEN");
    addLimitOptions(command, options->limits);
    textOption(command, "--owner", options->owner, "Person, e-mail or team (default: you)");
    textOption(command, "--note", options->note, "Anything to remember about it");
}

void addRotate(CommandTree &tree) {
    const auto options = std::make_shared<RotateOptions>();
    CLI::App *command = tree.add("rotate", "Make a key's successor; the old one lives on for the grace period",
                                 [options](CliSession &session) { return rotate(session, *options); });
    argument(command, "ID", options->id, "The key")->required();
    textOption(command, "--grace", options->grace, "How long the old key lives on, like 7d (default: the policy's)")
        ->type_name("DAYS");
    textOption(command, "--revoke-old", options->revokeOld,
               "Where the policy replaces without grace: now, a date, or myself")
        ->type_name("WHEN");
    textOption(command, "--expires", options->expires, "Of the new key (default: the old one's lifetime, from now)")
        ->type_name("WHEN");
    command->add_flag("--yes", options->yes, "Don't ask");
}

} // namespace

void addIssueCommands(CommandTree &tree) {
    addCreate(tree);
    tree.add("test-key", "Make a test key that lives for an hour, where the policy has them",
             [](CliSession &session) { return createTest(session); });
    addRotate(tree);
}

} // namespace keywright
