// Many keys at once: POST /v1/keys/revoke with an outcome for each, POST /v1/keys/identify by digests.
#include "app/server/routes/body_reader.h"
#include "app/server/routes/key_answers.h"
#include "app/server/routes/routes.h"
#include "core/crypto/digest.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostIds = 1'000;
constexpr int mostDigests = 1'000;

struct BulkRevoke {
    QList<KeyId> ids;
    QString reason;
    bool dryRun = false;
};

OrProblem<BulkRevoke> readBulk(const HttpRequest &request) {
    auto object = jsonBody(request);
    if (!object)
        return std::unexpected(object.error());
    BodyReader body(std::move(*object));
    BulkRevoke bulk;
    const QStringList ids = body.texts(u"ids"_s, mostIds).value_or(QStringList());
    for (const QString &id : ids)
        bulk.ids << KeyId{id};
    if (ids.isEmpty())
        body.refuse(u"ids"_s, "invalid", u"Name 1 to %1 keys by their ids."_s.arg(mostIds));
    bulk.reason = body.text(u"reason"_s).value_or(QString());
    bulk.dryRun = body.flag(u"dry_run"_s).value_or(false);
    if (auto problem = body.finish())
        return std::unexpected(std::move(*problem));
    return bulk;
}

QLatin1StringView outcomeId(const Outcome &outcome, bool dryRun) {
    if (outcome.already)
        return "already_revoked"_L1;
    if (outcome.done)
        return dryRun ? "would_revoke"_L1 : "revoked"_L1;
    switch (outcome.error.kind) {
    case ErrorKind::NotFound:
        return "not_found"_L1;
    case ErrorKind::Refused:
    case ErrorKind::Invalid:
        return "refused"_L1;
    default:
        return "failed"_L1;
    }
}

QByteArray outcomesJson(const Call &call, const Outcomes &outcomes, bool dryRun) {
    const bool all = wantsAllFields(call.request());
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("dry_run"_L1, dryRun);
    json.name("outcomes"_L1);
    json.beginArray();
    for (const Outcome &outcome : outcomes) {
        json.beginObject();
        json.member("id"_L1, outcome.id.value);
        json.member("outcome"_L1, QString(outcomeId(outcome, dryRun)));
        json.textOrNull("detail"_L1, outcome.done ? QString() : outcome.error.message);
        json.name("key_info"_L1);
        if (outcome.key && !dryRun)
            writeKey(json, *outcome.key, all, call.now());
        else
            json.null();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return out;
}

void revokeMany(const CallPtr &call) {
    if (!call->mayDo(Action::Revoke))
        return;
    const auto bulk = readBulk(call->request());
    if (!bulk)
        return call->fail(bulk.error());
    const auto reply = bulk->dryRun ? call->keyring().tryRevoke(bulk->ids, bulk->reason)
                                    : call->keyring().revoke(bulk->ids, bulk->reason);
    onReply(call, Action::Revoke, reply, [call, dryRun = bulk->dryRun](const Outcomes &outcomes) {
        call->answer(jsonResponse(200, outcomesJson(*call, outcomes, dryRun)));
    });
}

/// 64 hex digits, or the same 32 bytes in base64url.
std::optional<Sha256> digestFrom(const QString &text) {
    if (text.size() == 64)
        return sha256FromHex(text);
    return sha256FromBytes(QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding));
}

void identify(const CallPtr &call) {
    if (!call->mayDo(Action::Export))
        return;
    auto object = jsonBody(call->request());
    if (!object)
        return call->fail(object.error());
    BodyReader body(std::move(*object));
    QHash<QByteArray, QString> asked; // by the digest's bytes
    QList<Sha256> digests;
    for (const QString &text : body.texts(u"digests"_s, mostDigests).value_or(QStringList())) {
        const auto digest = digestFrom(text);
        if (digest) {
            asked.insert(digest->toByteArray(), text);
            digests << *digest;
        } else
            body.refuse(u"digests"_s, "invalid", u"Each is a SHA-256: 64 hex digits, or base64url."_s);
    }
    if (const auto problem = body.finish())
        return call->fail(*problem);
    onReply(call, Action::Export, call->keyring().identify(digests), [call, asked](const QList<Match> &matches) {
        const bool all = wantsAllFields(call->request());
        QByteArray out;
        JsonWriter json(out);
        json.beginObject();
        json.name("matches"_L1);
        json.beginArray();
        for (const Match &match : matches) {
            json.beginObject();
            json.member("digest"_L1, asked.value(match.digest.toByteArray()));
            json.name("key_info"_L1);
            writeKey(json, match.key, all, call->now());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        call->answer(jsonResponse(200, std::move(out)));
    });
}

} // namespace

void addBulkRoutes(Api &api) {
    api.on(HttpMethod::Post, "/v1/keys/revoke"_ba, revokeMany);
    api.on(HttpMethod::Post, "/v1/keys/identify"_ba, identify);
}

} // namespace keywright
