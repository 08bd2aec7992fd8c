// Creating and rotating: POST /v1/keys, POST /v1/keys/test, POST /v1/keys/{id}/rotate.
#include "app/server/routes/body_reader.h"
#include "app/server/routes/key_answers.h"
#include "app/server/routes/routes.h"

#include <QSet>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostScopes = 100;
constexpr qsizetype longestRequestId = 255;

/// Requests with an Idempotency-Key that are being answered, by caller, route and key.
using InFlight = std::shared_ptr<QSet<QString>>;

/// A client's own id of its request, and that nobody answers the same one just now.
struct Claim {
    RequestId id;
    std::shared_ptr<void> inFlight; ///< ends the claim when it goes
};

OrProblem<Claim> claim(const Call &call, const QString &route, const InFlight &inFlight) {
    const auto header = call.request().header("idempotency-key");
    if (!header)
        return Claim{};
    const auto visible = [](char c) { return c > 0x20 && c < 0x7f; };
    if (header->isEmpty() || header->size() > longestRequestId || !std::ranges::all_of(*header, visible))
        return std::unexpected(malformed(
            "malformed_request", u"An Idempotency-Key is 1 to %1 visible ASCII characters."_s.arg(longestRequestId)));
    const QString id = QString::fromLatin1(*header);
    const QString name = call.info().caller.id + u' ' + route + u' ' + id;
    if (inFlight->contains(name))
        return std::unexpected(
            Problem{.status = 409,
                    .code = "idempotency_in_flight",
                    .detail = u"The same request is being answered just now. Ask again in a moment."_s});
    inFlight->insert(name);
    return Claim{.id = {id},
                 .inFlight = std::shared_ptr<void>(nullptr, [inFlight, name](void *) { inFlight->remove(name); })};
}

/// `never`, an instant, or the end of a day.
std::optional<Expiry> expiryFrom(const QString &text) {
    if (const auto at = fromRfc3339(text))
        return Expiry(ExpiresAt{*at});
    const auto day = dayFrom(text);
    return day ? Expiry(*day) : Expiry(NeverExpires{});
}

std::optional<Expiry> readExpiry(BodyReader &body) {
    const auto days = body.whole(u"expires_days"_s);
    const auto at = body.instantText(u"expires_at"_s);
    if (days && at)
        body.refuse(u"expires_at"_s, "invalid", u"Give expires_days or expires_at, not both."_s);
    if (days)
        return Expiry(ExpiresInDays{*days});
    return at ? expiryFrom(*at) : std::nullopt;
}

OrProblem<Draft> readDraft(const HttpRequest &request, bool test) {
    auto object = jsonBody(request);
    if (!object)
        return std::unexpected(object.error());
    BodyReader body(std::move(*object));
    Draft draft;
    draft.test = test;
    if (!test) {
        draft.name = body.text(u"name"_s).value_or(QString());
        draft.scopes = body.texts(u"scopes"_s, mostScopes);
        draft.expiry = readExpiry(body);
        draft.dailyLimit = body.money(u"daily_spend_limit_usd"_s);
        draft.monthlyLimit = body.money(u"monthly_spend_limit_usd"_s);
        draft.ratePerMinute = body.whole(u"rate_per_minute"_s);
    }
    draft.owner = body.text(u"owner"_s);
    draft.note = body.text(u"note"_s).value_or(QString());
    if (auto problem = body.finish())
        return std::unexpected(std::move(*problem));
    return draft;
}

/// All broken rules at once, where the keyring told of the first.
void failDraft(const Call &call, const Draft &draft, const Error &error) {
    QList<ProblemError> errors;
    for (const Error &one : problems(call.situation(), draft)) {
        if (one.kind == ErrorKind::Invalid)
            errors.append({.pointer = u'/' + one.field, .code = "invalid", .detail = one.message});
    }
    if (error.kind != ErrorKind::Invalid || error.field == u"request_id" || errors.isEmpty())
        return call.fail(error, draft.test ? Action::CreateTest : Action::Create);
    call.fail(unprocessable(errors));
}

void create(const CallPtr &call, bool test, const InFlight &inFlight) {
    if (!call->mayDo(test ? Action::CreateTest : Action::Create))
        return;
    const auto draft = readDraft(call->request(), test);
    if (!draft)
        return call->fail(draft.error());
    const auto claimed = claim(*call, u"create"_s, inFlight);
    if (!claimed)
        return call->fail(claimed.error());
    whenDone(call->keyring().create(*draft, claimed->id), &call->context(),
             [call, draft = *draft, claimed = *claimed](const Result<Issued> &issued) {
                 if (!issued)
                     return failDraft(*call, draft, issued.error());
                 call->answer(issuedAnswer(*call, *issued));
             });
}

std::optional<RevokeOld> readRevokeOld(BodyReader &body) {
    const auto when = body.text(u"revoke_old_at"_s);
    if (!when)
        return std::nullopt;
    if (*when == u"now")
        return RevokeOld(RevokeOldNow{});
    if (*when == u"never")
        return RevokeOld(RevokeOldMyself{});
    const auto day = dayFrom(*when);
    if (!day)
        body.refuse(u"revoke_old_at"_s, "type", u"revoke_old_at must be a date, \"now\" or \"never\"."_s);
    return RevokeOld(day.value_or(ExpiresOnDate{}));
}

OrProblem<Rotation> readRotation(const HttpRequest &request) {
    auto object = jsonBody(request);
    if (!object)
        return std::unexpected(object.error());
    BodyReader body(std::move(*object));
    Rotation rotation;
    rotation.graceDays = body.whole(u"grace_days"_s);
    rotation.revokeOld = readRevokeOld(body);
    rotation.expiry = readExpiry(body);
    if (auto problem = body.finish())
        return std::unexpected(std::move(*problem));
    return rotation;
}

void rotate(const CallPtr &call, const InFlight &inFlight) {
    if (!call->mayDo(Action::Rotate))
        return;
    const auto id = keyIdOf(call);
    if (!id)
        return;
    const auto rotation = readRotation(call->request());
    if (!rotation)
        return call->fail(rotation.error());
    const auto claimed = claim(*call, u"rotate "_s + id->value, inFlight);
    if (!claimed)
        return call->fail(claimed.error());
    onReply(call, Action::Rotate, call->keyring().rotate(*id, *rotation, claimed->id),
            [call, claimed = *claimed](const Issued &issued) { call->answer(issuedAnswer(*call, issued)); });
}

} // namespace

void addIssueRoutes(Api &api) {
    const auto inFlight = std::make_shared<QSet<QString>>();
    api.on(HttpMethod::Post, "/v1/keys"_ba, [inFlight](const CallPtr &call) { create(call, false, inFlight); });
    api.on(HttpMethod::Post, "/v1/keys/test"_ba, [inFlight](const CallPtr &call) { create(call, true, inFlight); });
    api.on(HttpMethod::Post, "/v1/keys/{id}/rotate"_ba, [inFlight](const CallPtr &call) { rotate(call, inFlight); });
}

} // namespace keywright
