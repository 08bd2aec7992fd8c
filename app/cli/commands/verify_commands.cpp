// A key that somebody shows: is it valid, and which one is it?
#include "app/cli/command_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/key_output.h"
#include "app/cli/key_reference.h"
#include "core/crypto/token.h"
#include "core/model/instant_text.h"
#include "core/model/key_json.h"
#include "core/verify/decide.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("VerifyCommands", text);
}

QStringList faultTexts(const QList<TokenFault> &faults) {
    QStringList texts;
    for (const TokenFault fault : faults)
        texts += faultText(fault);
    return texts;
}

Result<std::optional<ApiKey>> keyOf(Keyring &keyring, QByteArrayView token) {
    const Result<QList<Match>> matches = await(keyring.identify({tokenDigest(token)}));
    if (!matches)
        return std::unexpected(matches.error());
    return matches->isEmpty() ? std::nullopt : std::optional(matches->first().key);
}

struct VerifyOptions {
    std::optional<QString> scope;
    bool noRecord = false;
};

void printVerdict(CliSession &session, const ApiKey *key, const QString &refusal) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("valid"_L1, refusal.isEmpty());
    json.textOrNull("error"_L1, refusal);
    json.name("key_info"_L1);
    if (key && refusal.isEmpty())
        writeKeyInfo(json, *key, session.now());
    else
        json.null();
    json.endObject();
    const QString text = refusal.isEmpty() ? translated("Valid: %1\n").arg(displayName(*key)) : QString();
    session.print(out + '\n', printable(text.trimmed()).toUtf8() + (text.isEmpty() ? "" : "\n"));
}

Done verify(CliSession &session, const VerifyOptions &options) {
    const Result<LocalKeyring *> opened = session.localKeyring();
    if (!opened)
        return std::unexpected(opened.error());
    LocalKeyring &keyring = **opened;
    const Result<Secret> shown = session.console().readSecret(translated("Key: "));
    if (!shown)
        return std::unexpected(shown.error());
    const KeyPolicy &policy = *keyring.info().policy;
    const TokenReading reading = readToken(policy, shown->view());
    std::optional<ApiKey> key;
    if (reading.faults.isEmpty()) {
        Result<std::optional<ApiKey>> found = keyOf(keyring, reading.cleaned.view());
        if (!found)
            return std::unexpected(found.error());
        key = std::move(*found);
    }
    const KeyUse use{.scope = options.scope.value_or(QString())};
    const Verdict verdict = decide(policy, key ? &*key : nullptr, use, session.now());
    if (key && !options.noRecord)
        if (const Done recorded = await(keyring.recordUse(key->id, {.at = session.now(),
                                                                    .address = u"local"_s,
                                                                    .agent = u"keywright-cli"_s,
                                                                    .refused = verdict != Verdict::Allowed}));
            !recorded)
            session.remark(recorded.error().message);
    for (const QString &fault : faultTexts(reading.faults))
        session.remark(fault);
    const QString refusal = verdictText(verdict, policy, use);
    printVerdict(session, key ? &*key : nullptr, refusal);
    return verdict == Verdict::Allowed ? Done() : failure(ErrorKind::Refused, refusal);
}

/// What `which` found out.
struct Identified {
    QList<ApiKey> keys = {};
    QStringList faults = {}; ///< what is wrong with the text that was given
};

/// Keys whose preview fits a fragment: its beginning, or its end.
QList<ApiKey> fitting(const QList<ApiKey> &keys, const QString &fragment) {
    QList<ApiKey> fit;
    for (const ApiKey &key : keys) {
        const Preview &preview = key.preview;
        const bool begins =
            !preview.first.isEmpty() && (preview.first.startsWith(fragment) || fragment.startsWith(preview.first));
        const bool ends = !preview.last.isEmpty() && fragment.endsWith(preview.last);
        const bool contradicts = !preview.first.isEmpty() && !begins && fragment.size() > preview.last.size();
        if (begins || (ends && !contradicts))
            fit += key;
    }
    return fit;
}

Result<Identified> identifyFragment(CliSession &session, const QString &given) {
    if (looksLikeToken(given))
        return std::unexpected(tokenOnCommandLine());
    QString fragment = given.trimmed();
    while (!fragment.isEmpty() &&
           (fragment.front() == u'\u2022' || fragment.front() == u'.' || fragment.front() == u'\u2026'))
        fragment.remove(0, 1);
    if (fragment.size() < 4)
        return failure(ErrorKind::Invalid, translated("Give at least 4 characters of the key."));
    const Result<QList<ApiKey>> keys = allKeys(session);
    if (!keys)
        return std::unexpected(keys.error());
    return Identified{.keys = fitting(*keys, fragment)};
}

Result<Identified> identifyToken(CliSession &session) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    const Result<Secret> shown = session.console().readSecret(translated("Key: "));
    if (!shown)
        return std::unexpected(shown.error());
    const TokenReading reading = readToken(*(*keyring)->info().policy, shown->view());
    Identified found{.faults = faultTexts(reading.faults)};
    if (reading.cleaned.isEmpty())
        return found;
    const Result<std::optional<ApiKey>> key = keyOf(**keyring, reading.cleaned.view());
    if (!key)
        return std::unexpected(key.error());
    if (*key)
        found.keys = {**key};
    return found;
}

/// Why a key that is known would be refused, or that it would not be.
QString standing(const ApiKey &key, Instant now) {
    switch (statusOf(key, now)) {
    case KeyStatus::Revoked:
        return translated("revoked %1%2")
            .arg(key.revokedAt ? relativeText(*key.revokedAt, now) : QString(),
                 key.revokeReason.isEmpty() ? QString() : u" ("_s + key.revokeReason + u')');
    case KeyStatus::Expired:
        return translated("expired %1").arg(relativeText(*key.expiresAt, now));
    case KeyStatus::InGrace:
        return translated("replaced; works until %1").arg(instantText(key.autoRevokeAt.value_or(now)));
    default:
        return translated("works");
    }
}

void printIdentified(CliSession &session, const Identified &found) {
    QByteArray out, text;
    JsonWriter json(out);
    json.beginObject();
    json.name("keys"_L1);
    json.beginArray();
    for (const ApiKey &key : found.keys) {
        writeFullKeyInfo(json, key, session.now());
        text += printable(u"%1  %2: %3"_s.arg(key.id.value, displayName(key), standing(key, session.now()))).toUtf8() +
                '\n';
    }
    json.endArray();
    json.member("faults"_L1, found.faults);
    json.endObject();
    session.print(out + '\n', text);
    for (const QString &fault : found.faults)
        session.remark(fault);
}

Done which(CliSession &session, const QString &fragment) {
    const Result<Identified> found = fragment.isEmpty() ? identifyToken(session) : identifyFragment(session, fragment);
    if (!found)
        return std::unexpected(found.error());
    printIdentified(session, *found);
    if (found->keys.isEmpty())
        return failure(
            ErrorKind::NotFound,
            translated("No key of this keyring fits. It may belong to another keyring, or have been deleted."));
    return {};
}

void addVerify(CommandTree &tree) {
    const auto options = std::make_shared<VerifyOptions>();
    CLI::App *command = tree.add("verify", "Say whether the key on standard input is valid, and note its use",
                                 [options](CliSession &session) { return verify(session, *options); });
    textOption(command, "--scope", options->scope, "The scope it must have");
    command->add_flag("--no-record", options->noRecord, "Don't note the use");
}

void addWhich(CommandTree &tree) {
    const auto fragment = std::make_shared<QString>();
    CLI::App *command =
        tree.add("which", "Say which key this is: all of it on standard input, or a fragment as argument",
                 [fragment](CliSession &session) { return which(session, *fragment); });
    argument(command, "FRAGMENT", *fragment, "Its beginning or its last characters, as a list or a log shows them");
}

} // namespace

void addVerifyCommands(CommandTree &tree) {
    addVerify(tree);
    addWhich(tree);
}

} // namespace keywright
