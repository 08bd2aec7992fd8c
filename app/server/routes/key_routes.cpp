// One key: GET, PATCH, DELETE /v1/keys/{id}, POST .../reactivate and .../delivered, GET .../usage and
// .../details.
#include "app/server/routes/body_reader.h"
#include "app/server/routes/key_answers.h"
#include "app/server/routes/query_reader.h"
#include "app/server/routes/routes.h"
#include "core/model/key_json.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostScopes = 100;

/// What `If-Match` asks for: any revision (`*`), or one.
struct Precondition {
    bool any = false;
    Revision revision;
};

std::optional<Precondition> preconditionOf(const HttpRequest &request) {
    const auto tag = request.header("if-match");
    if (!tag)
        return std::nullopt;
    if (*tag == "*")
        return Precondition{.any = true, .revision = {}};
    // A tag that is none of ours fits no revision.
    bool isNumber = false;
    const bool quoted = tag->size() > 2 && tag->startsWith('"') && tag->endsWith('"');
    const qint64 number = quoted ? tag->sliced(1, tag->size() - 2).toByteArray().toLongLong(&isNumber) : 0;
    return Precondition{.any = false, .revision = {isNumber ? number : -1}};
}

/// `act(revision)` with the revision that the client means.
void withRevision(const CallPtr &call, const KeyId &id, const Precondition &wanted, Action action,
                  std::function<void(Revision)> act) {
    if (!wanted.any)
        return act(wanted.revision);
    onReply(call, action, call->keyring().details(id),
            [act = std::move(act)](const KeyDetails &details) { act(details.key.revision); });
}

void show(const CallPtr &call) {
    const auto id = call->mayDo(Action::Export) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    onReply(call, Action::Export, call->keyring().details(*id),
            [call](const KeyDetails &details) { call->answer(keyAnswer(*call, details.key)); });
}

OrProblem<Changes> readChanges(const HttpRequest &request) {
    auto object = jsonBody(request);
    if (!object)
        return std::unexpected(object.error());
    BodyReader body(std::move(*object));
    Changes changes{.name = body.textOrNull(u"name"_s),
                    .scopes = body.texts(u"scopes"_s, mostScopes),
                    .owner = body.textOrNull(u"owner"_s),
                    .note = body.textOrNull(u"note"_s),
                    .dailyLimit = body.moneyOrNull(u"daily_spend_limit_usd"_s),
                    .monthlyLimit = body.moneyOrNull(u"monthly_spend_limit_usd"_s),
                    .ratePerMinute = body.wholeOrNull(u"rate_per_minute"_s)};
    if (auto problem = body.finish())
        return std::unexpected(std::move(*problem));
    return changes;
}

/// The act that the gate judges a refusal by: the first that was asked for.
Action actionOf(const Changes &changes) {
    if (changes.name)
        return Action::Rename;
    if (changes.scopes)
        return Action::EditScopes;
    if (changes.dailyLimit || changes.monthlyLimit)
        return Action::EditLimits;
    return changes.ratePerMinute ? Action::EditRate : Action::EditOwner;
}

void edit(const CallPtr &call) {
    const auto id = call->mayDo(Action::EditOwner) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    const auto wanted = preconditionOf(call->request());
    if (!wanted)
        return call->fail(
            {.status = 428,
             .code = "precondition_required",
             .detail = u"Say with If-Match which revision you saw: the ETag of the key as you read it."_s});
    const auto changes = readChanges(call->request());
    if (!changes)
        return call->fail(changes.error());
    const Action action = actionOf(*changes);
    withRevision(call, *id, *wanted, action, [call, id = *id, changes = *changes, action](Revision from) {
        onReply(call, action, call->keyring().edit(id, from, changes),
                [call](const ApiKey &key) { call->answer(keyAnswer(*call, key)); });
    });
}

/// One outcome of a bulk act on one key, as the answer to a request on that key.
void answerOutcome(const CallPtr &call, Action action, const Outcomes &outcomes) {
    const Outcome &outcome = outcomes.first();
    if (outcome.done)
        call->answer(noContent());
    else
        call->fail(outcome.error, action);
}

void remove(const CallPtr &call) {
    QueryReader query(call->request().query, *call->info().policy);
    const bool permanent = query.flag(u"permanent"_s).value_or(false);
    const QString reason = query.text(u"reason"_s).value_or(QString());
    if (const auto problem = query.finish())
        return call->fail(*problem);
    const Action action = permanent ? Action::Delete : Action::Revoke;
    const auto id = call->mayDo(action) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    onReply(call, action, permanent ? call->keyring().erase({*id}) : call->keyring().revoke({*id}, reason),
            [call, action](const Outcomes &outcomes) { answerOutcome(call, action, outcomes); });
}

void reactivate(const CallPtr &call) {
    const auto id = call->mayDo(Action::Reactivate) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    const Precondition wanted = preconditionOf(call->request()).value_or(Precondition{.any = true, .revision = {}});
    withRevision(call, *id, wanted, Action::Reactivate, [call, id = *id](Revision from) {
        onReply(call, Action::Reactivate, call->keyring().reactivate(id, from),
                [call](const ApiKey &key) { call->answer(keyAnswer(*call, key)); });
    });
}

QByteArray usageJson(const KeyDetails &details) {
    const Usage &usage = details.key.usage;
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("id"_L1, details.key.id.value);
    json.member("last_used_at"_L1, usage.lastUsedAt);
    json.member("requests"_L1, usage.requests);
    json.member("requests_last_7_days"_L1, details.requestsLast7Days);
    json.member("refused"_L1, usage.refused);
    json.member("last_refused_at"_L1, usage.lastRefusedAt);
    json.textOrNull("last_refused_address"_L1, usage.lastRefusedAddress);
    json.name("days"_L1);
    writeDays(json, details.days);
    json.name("clients"_L1);
    writeClients(json, details.clients);
    json.endObject();
    return out;
}

void showUsage(const CallPtr &call) {
    const auto id = call->mayDo(Action::Export) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    onReply(call, Action::Export, call->keyring().details(*id),
            [call](const KeyDetails &details) { call->answer(jsonResponse(200, usageJson(details))); });
}

void writeKeys(JsonWriter &json, const Call &call, const QList<ApiKey> &keys) {
    json.beginArray();
    for (const ApiKey &key : keys)
        writeKey(json, key, wantsAllFields(call.request()), call.now());
    json.endArray();
}

QByteArray detailsJson(const Call &call, const KeyDetails &details) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.name("key_info"_L1);
    writeKey(json, details.key, wantsAllFields(call.request()), call.now());
    json.member("requests_last_7_days"_L1, details.requestsLast7Days);
    json.name("days"_L1);
    writeDays(json, details.days);
    json.name("clients"_L1);
    writeClients(json, details.clients);
    json.name("lineage"_L1);
    writeKeys(json, call, details.lineage);
    json.name("issued"_L1);
    writeKeys(json, call, details.issued);
    json.endObject();
    return out;
}

void showDetails(const CallPtr &call) {
    const auto id = call->mayDo(Action::Export) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    onReply(call, Action::Export, call->keyring().details(*id),
            [call](const KeyDetails &details) { call->answer(jsonResponse(200, detailsJson(*call, details))); });
}

void noteDelivery(const CallPtr &call) {
    const auto id = call->mayDo(Action::MarkDelivered) ? keyIdOf(call) : std::nullopt;
    if (!id)
        return;
    onReply(call, Action::MarkDelivered, call->keyring().markDelivered(*id),
            [call](const ApiKey &key) { call->answer(keyAnswer(*call, key)); });
}

} // namespace

void addKeyRoutes(Api &api) {
    api.on(HttpMethod::Get, "/v1/keys/{id}"_ba, show);
    api.on(HttpMethod::Patch, "/v1/keys/{id}"_ba, edit);
    api.on(HttpMethod::Delete, "/v1/keys/{id}"_ba, remove);
    api.on(HttpMethod::Post, "/v1/keys/{id}/reactivate"_ba, reactivate);
    api.on(HttpMethod::Get, "/v1/keys/{id}/usage"_ba, showUsage);
    api.on(HttpMethod::Get, "/v1/keys/{id}/details"_ba, showDetails);
    api.on(HttpMethod::Post, "/v1/keys/{id}/delivered"_ba, noteDelivery);
}

} // namespace keywright
