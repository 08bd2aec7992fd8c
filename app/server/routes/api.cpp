#include "app/server/routes/api.h"

#include "app/server/routes/bearer.h"
#include "core/crypto/token.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

bool ownsOnly(const Situation &situation) {
    const auto &manage = situation.policy->manage;
    return situation.caller.method != AuthMethod::ApiKey && manage.own.contains(situation.caller.role) &&
           !manage.roles.contains(situation.caller.role);
}

/// Why the gate refuses: a code that a program can act on.
Problem refusalOf(const Situation &situation, Action action, const QString &sentence) {
    const Permit anyKey = permit(action, situation);
    Problem problem{.status = 403, .code = "policy", .detail = sentence};
    if (anyKey.verdict == Permit::Verdict::Absent)
        problem.code = situation.caller.method == AuthMethod::ApiKey ? "insufficient_scope" : "role";
    else if (anyKey.allowed())
        problem = {.status = ownsOnly(situation) ? 403 : 409,
                   .code = ownsOnly(situation) ? "role"_ba : "state"_ba,
                   .detail = sentence};
    else if (situation.policy->manage.developerApi && !situation.developerApi &&
             permit(action,
                    [&] {
                        Situation on = situation;
                        on.developerApi = true;
                        return on;
                    }())
                 .allowed())
        problem.code = "developer_api_off";
    return problem;
}

} // namespace

Call::Call(Mailbox &context, HttpRequestPtr request, HttpAnswer answer, std::unique_ptr<LocalKeyring> keyring,
           Instant now, std::function<Reply<void>()> settle)
    : context_(context), request_(std::move(request)), answer_(std::move(answer)), keyring_(std::move(keyring)),
      info_(keyring_->info()), now_(now), settle_(std::move(settle)) {}

QByteArray Call::callerId() const {
    return info_.caller.id.toUtf8();
}

void Call::answer(HttpResponse response) const {
    response.caller = callerId();
    if (!settle_ || request_->method == HttpMethod::Get || response.status >= 300)
        return answer_(std::move(response));
    // Where it can't be taken over now, verification says so itself, and the change stands all the same.
    whenDone(settle_(), &context_,
             [to = answer_, response = std::move(response)](const Result<void> &) mutable { to(std::move(response)); });
}

void Call::fail(const Problem &problem) const {
    answer(problemResponse(*request_, problem));
}

void Call::refuse(const Error &error, Action action) const {
    const Problem problem = refusalOf(situation(), action, error.message);
    HttpResponse response = problemResponse(*request_, problem);
    if (problem.code == "insufficient_scope")
        response.addHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" +
                                                   info_.policy->manage.scope.toLatin1() + '"');
    answer(std::move(response));
}

void Call::fail(const Error &error, Action action) const {
    switch (error.kind) {
    case ErrorKind::Invalid:
        return fail({.status = 422,
                     .code = error.field == u"request_id" ? "idempotency_key_reused"_ba : "invalid"_ba,
                     .detail = error.message,
                     .errors = {{.pointer = u'/' + error.field, .code = "invalid", .detail = error.message}}});
    case ErrorKind::Refused:
        return refuse(error, action);
    case ErrorKind::Conflict: {
        HttpResponse response =
            problemResponse(*request_, {.status = 412, .code = "changed_meanwhile", .detail = error.message});
        if (error.newer)
            response.addHeader("ETag", '"' + QByteArray::number(error.newer->revision.value) + '"');
        return answer(std::move(response));
    }
    case ErrorKind::NotFound:
        return fail({.status = 404, .code = "not_found", .detail = error.message});
    case ErrorKind::Storage:
    case ErrorKind::Network:
    case ErrorKind::Cancelled: {
        HttpResponse response = problemResponse(*request_, {.status = 503, .code = "storage", .detail = error.message});
        response.addHeader("Retry-After", "1");
        return answer(std::move(response));
    }
    }
}

bool Call::mayDo(Action action) const {
    const Done done = require(action, situation());
    if (!done)
        refuse(done.error(), action);
    return done.has_value();
}

std::optional<KeyId> keyIdOf(const CallPtr &call) {
    const auto id = percentDecoded(call->request().parameters[0]);
    if (!id) {
        call->fail(malformed("malformed_request", u"The key's id in the path can't be read."_s));
        return std::nullopt;
    }
    if (looksLikeToken(*id, call->info().policy.get())) {
        call->fail(
            malformed("token_in_request",
                      u"There is a key in the path, where logs can keep it. Revoke it, and send its id instead."_s));
        return std::nullopt;
    }
    return KeyId{*id};
}

void Api::on(HttpMethod method, QByteArray pattern, std::function<void(const CallPtr &)> handler) {
    auto run = [this, handler = std::move(handler)](const HttpRequestPtr &request, const HttpAnswer &answer) {
        const Bearer bearer = bearerOf(*request);
        const auto policy = store.info().policy;
        if (bearer.state != Bearer::State::One)
            return answer(unauthorized(*request, *policy, bearer.state));
        whenDone(store.callerFor(bearer.digest), &context,
                 [this, request, answer, handler, policy,
                  digest = bearer.digest](const Result<std::optional<Caller>> &found) {
                     if (found && !*found)
                         return answer(unauthorized(*request, *policy, Bearer::State::One));
                     Caller caller = found ? **found : Caller{};
                     if (keyUsed && caller.method == AuthMethod::ApiKey)
                         keyUsed(*request, digest);
                     caller.address = QString::fromLatin1(request->peer->text);
                     const auto call = std::make_shared<Call>(context, request, answer, store.as(std::move(caller)),
                                                              clock.now(), settle);
                     if (!found)
                         return call->fail(found.error(), Action::Export);
                     handler(call);
                 });
    };
    router.deferred(method, std::move(pattern), std::move(run));
}

} // namespace keywright
