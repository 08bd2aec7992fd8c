#include "core/remote/answers.h"

#include "core/crypto/digest.h"
#include "core/remote/answer_reader.h"
#include "core/remote/answer_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Answer)
};

/// What `read` makes of the document's object.
template<class T, class F>
Result<T> readObject(const QByteArray &json, F read) {
    const auto document = parseAnswer(json);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    AnswerReader reader(document->isObject() ? QJsonValue(document->object()) : QJsonValue(), {}, fault);
    T value = read(reader, fault);
    if (fault.found())
        return wrongAnswer(fault);
    return value;
}

ApiKey keyOf(AnswerReader &read, QLatin1StringView name, JsonFault &fault) {
    return readKeyMembers(read.value(name), read.place(name), fault);
}

QList<ApiKey> keysOf(AnswerReader &read, QLatin1StringView name, JsonFault &fault) {
    return readKeyArray(read.array(name), read.place(name), fault);
}

Caller readCaller(AnswerReader read) {
    Caller caller;
    caller.id = read.text("id"_L1);
    caller.name = read.text("name"_L1);
    if (read.text("kind"_L1) == u"api_key") {
        caller.method = AuthMethod::ApiKey;
        caller.role = Role::Auditor;
        caller.key = ApiKey{};
        caller.key->id = {caller.id};
        caller.key->name = caller.name;
        caller.key->scopes = read.textsIfAny("scopes"_L1).value_or(QStringList());
        return caller;
    }
    caller.method = AuthMethod::Member;
    const auto role = roleFromId(read.textIfAny("role"_L1));
    if (!role)
        read.refuse("role"_L1, Words::tr("must be a role"));
    caller.role = role.value_or(Role::Auditor);
    return caller;
}

/// What the server has a route for: the acts that it judges.
Capabilities capabilitiesOf(const QJsonObject &permits) {
    const auto knows = [&](Action action) { return permits.contains(actionId(action)); };
    Capabilities can;
    can.rename = knows(Action::Rename);
    can.editScopes = knows(Action::EditScopes);
    can.editLimits = knows(Action::EditLimits);
    can.metadata = knows(Action::EditOwner);
    can.reactivate = knows(Action::Reactivate);
    can.erase = knows(Action::Delete);
    can.testKeys = knows(Action::CreateTest);
    can.activity = knows(Action::ReadActivity);
    can.delivered = knows(Action::MarkDelivered);
    can.backup = false; // of the file, where it lies
    return can;
}

/// Where our gate lets the caller change an owner and the server's doesn't, the server changes nothing now.
QString readOnlyReasonOf(const QJsonObject &permits, const Situation &ours) {
    const QJsonObject answer = permits.value(actionId(Action::EditOwner)).toObject();
    const bool locked = answer.value("verdict"_L1).toString() == u"locked";
    return locked && permit(Action::EditOwner, ours).allowed() ? harmless(answer.value("reason"_L1).toString())
                                                               : QString();
}

Activity readEntry(const QJsonValue &value, const QString &place, JsonFault &fault) {
    AnswerReader read(value, place, fault);
    Activity entry;
    entry.seq = read.whole("seq"_L1);
    entry.at = read.instant("at"_L1);
    // Exactly as they are: their digest is looked at.
    const auto text = [&](QLatin1StringView name) {
        if (!read.value(name).isString())
            read.refuse(name, Words::tr("must be a text"));
        return read.value(name).toString();
    };
    entry.event = text("event"_L1);
    entry.actor = text("actor"_L1);
    entry.authMethod = text("authMethod"_L1);
    entry.keyId = text("key_id"_L1);
    entry.keyName = text("key_name"_L1);
    entry.keyPreview = text("key_preview"_L1);
    entry.address = text("address"_L1);
    entry.detail = read.value("detail"_L1).toObject();
    const auto digest = [&](QLatin1StringView name) {
        const auto found = sha256FromHex(read.text(name));
        if (!found)
            read.refuse(name, Words::tr("must be a SHA-256"));
        return found.value_or(Sha256{});
    };
    entry.prev = digest("prev"_L1);
    entry.hash = digest("hash"_L1);
    return entry;
}

QList<DayUse> readDays(const QJsonArray &list, const QString &place, JsonFault &fault) {
    QList<DayUse> days;
    for (const QJsonValue one : list) {
        AnswerReader read(one, place, fault);
        days << DayUse{.day = QDate::fromString(read.text("day"_L1), Qt::ISODate),
                       .requests = read.whole("requests"_L1),
                       .refused = read.whole("refused"_L1)};
    }
    return days;
}

QList<ClientUse> readClients(const QJsonArray &list, const QString &place, JsonFault &fault) {
    QList<ClientUse> clients;
    for (const QJsonValue one : list) {
        AnswerReader read(one, place, fault);
        clients << ClientUse{.address = read.text("address"_L1),
                             .agent = read.text("agent"_L1),
                             .firstAt = read.instant("first_at"_L1),
                             .lastAt = read.instant("last_at"_L1),
                             .requests = read.whole("requests"_L1)};
    }
    return clients;
}

Outcome readOutcome(const QJsonValue &value, const QString &place, JsonFault &fault) {
    AnswerReader read(value, place, fault);
    const QString what = read.text("outcome"_L1);
    Outcome outcome{.id = {read.text("id"_L1)}};
    outcome.already = what == u"already_revoked";
    outcome.done = what == u"revoked" || outcome.already;
    if (!outcome.done) {
        outcome.error.kind = what == u"not_found" ? ErrorKind::NotFound
                             : what == u"refused" ? ErrorKind::Refused
                                                  : ErrorKind::Network;
        outcome.error.message = read.textIfAny("detail"_L1);
    }
    if (read.has("key_info"_L1))
        outcome.key = keyOf(read, "key_info"_L1, fault);
    return outcome;
}

} // namespace

Result<QJsonDocument> parseAnswer(const QByteArray &json) {
    QJsonParseError wrong{};
    QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (wrong.error == QJsonParseError::NoError)
        return document;
    return std::unexpected(
        Error{.kind = ErrorKind::Network,
              .message = Words::tr("The server's answer can't be read: it breaks off or is no JSON. Check the address, "
                                   "and whether something between here and the server answers in its place."),
              .technical = u"%1 at %2"_s.arg(wrong.errorString()).arg(wrong.offset)});
}

std::unexpected<Error> wrongAnswer(const JsonFault &fault) {
    return std::unexpected(Error{
        .kind = ErrorKind::Network,
        .message = Words::tr("The server's answer was refused, because it is not what such a server says: %1 %2.")
                       .arg(fault.pointer.isEmpty() ? Words::tr("the whole of it") : fault.pointer, fault.sentence),
        .technical = fault.pointer});
}

QString mustBeList() {
    return Words::tr("must be a list");
}

Result<RemoteDelta> readDelta(const QByteArray &json) {
    return readObject<RemoteDelta>(json, [](AnswerReader &read, JsonFault &fault) {
        RemoteDelta answer;
        answer.delta.next = {read.whole("next"_L1)};
        answer.delta.reload = read.flagIfAny("reload"_L1).value_or(false);
        answer.delta.upserts = keysOf(read, "upserts"_L1, fault);
        for (const QString &id : read.texts("removals"_L1))
            answer.delta.removals << KeyId{id};
        answer.usesNext = read.wholeIfAny("uses_next"_L1);
        return answer;
    });
}

Result<RemoteSelf> readSelf(const QByteArray &json, const KeyPolicy &policy, Instant now) {
    return readObject<RemoteSelf>(json, [&](AnswerReader &read, JsonFault &) {
        RemoteSelf self;
        self.caller = readCaller(read.object("caller"_L1));
        AnswerReader keyring = read.object("keyring"_L1);
        self.keyringId = keyring.id("id"_L1);
        self.keyringName = keyring.text("name"_L1);
        self.policyId = keyring.text("policy"_L1);
        self.developerApi = keyring.flagIfAny("developer_api"_L1).value_or(false);
        self.apiBaseUrl = keyring.textIfAny("api_base_url"_L1);
        self.feed = {keyring.whole("feed"_L1)};
        AnswerReader server = read.object("server"_L1);
        self.server = server.text("name"_L1) + u' ' + server.text("version"_L1);
        const QJsonObject permits = read.value("permits"_L1).toObject();
        self.can = capabilitiesOf(permits);
        self.readOnlyReason = readOnlyReasonOf(
            permits,
            {.policy = &policy, .caller = self.caller, .developerApi = self.developerApi, .can = self.can, .now = now});
        return self;
    });
}

Result<KeyDetails> readDetailsAnswer(const QByteArray &json) {
    return readObject<KeyDetails>(json, [](AnswerReader &read, JsonFault &fault) {
        KeyDetails details{.key = keyOf(read, "key_info"_L1, fault)};
        details.requestsLast7Days = read.whole("requests_last_7_days"_L1);
        details.days = readDays(read.array("days"_L1), read.place("days"_L1), fault);
        details.clients = readClients(read.array("clients"_L1), read.place("clients"_L1), fault);
        details.lineage = keysOf(read, "lineage"_L1, fault);
        details.issued = keysOf(read, "issued"_L1, fault);
        return details;
    });
}

Result<Outcomes> readOutcomes(const QByteArray &json) {
    return readObject<Outcomes>(json, [](AnswerReader &read, JsonFault &fault) {
        Outcomes outcomes;
        for (const QJsonValue one : read.array("outcomes"_L1))
            outcomes << readOutcome(one, read.place("outcomes"_L1), fault);
        return outcomes;
    });
}

Result<QList<Match>> readMatches(const QByteArray &json) {
    return readObject<QList<Match>>(json, [](AnswerReader &read, JsonFault &fault) {
        QList<Match> matches;
        for (const QJsonValue one : read.array("matches"_L1)) {
            AnswerReader match(one, read.place("matches"_L1), fault);
            const auto digest = sha256FromHex(match.text("digest"_L1));
            if (!digest)
                match.refuse("digest"_L1, Words::tr("must be a SHA-256"));
            matches << Match{.digest = digest.value_or(Sha256{}), .key = keyOf(match, "key_info"_L1, fault)};
        }
        return matches;
    });
}

Result<QList<Activity>> readActivityList(const QByteArray &json) {
    const auto document = parseAnswer(json);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    if (!document->isArray())
        fault.say({}, mustBeList());
    QList<Activity> entries;
    for (const QJsonValue one : document->array())
        entries << readEntry(one, u'/' + QString::number(entries.size()), fault);
    if (fault.found())
        return wrongAnswer(fault);
    return entries;
}

QString nextPath(const RemoteAnswer &answer, QLatin1StringView route) {
    const QByteArray link = answer.header("link");
    const qsizetype end = link.indexOf('>');
    if (!link.startsWith('<') || end < 0 || !link.sliced(end).contains("rel=\"next\""))
        return {};
    const QString path = QString::fromLatin1(link.sliced(1, end - 1));
    return path.startsWith(QString(route) + u'?') ? path : QString();
}

} // namespace keywright
