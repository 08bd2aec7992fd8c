#include "app/server/gateway/gateway.h"

#include "app/server/gateway/gateway_answers.h"
#include "app/server/routes/bearer.h"
#include "app/server/routes/body_reader.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

std::string_view viewOf(const QByteArray &text) {
    return {text.constData(), std::size_t(text.size())};
}
std::string_view viewOf(QByteArrayView text) {
    return {text.data(), std::size_t(text.size())};
}

QByteArrayView headerOf(const HttpRequest &request, QByteArrayView name) {
    return request.header(name).value_or(QByteArrayView());
}

/// The first of these headers that there is: gateways call them differently.
QString firstHeader(const HttpRequest &request, std::initializer_list<QByteArrayView> names) {
    for (const QByteArrayView name : names) {
        if (const auto value = request.header(name))
            return QString::fromUtf8(*value);
    }
    return {};
}

bool changesSomething(const QString &method) {
    return method == u"POST" || method == u"PUT" || method == u"PATCH" || method == u"DELETE";
}

HttpResponse notForYou(const HttpRequest &request) {
    return problemResponse(request, {.status = 403,
                                     .code = "not_a_gateway",
                                     .detail = u"Only gateways on this machine, and those named in trusted-gateways, "
                                               u"may ask here."_s});
}

} // namespace

Gateway::Lease::Lease(Gateway &gateway) : gateway_(gateway) {
    {
        const std::lock_guard lock(gateway.mutex_);
        if (!gateway.idle_.empty()) {
            reader_ = std::move(gateway.idle_.back());
            gateway.idle_.pop_back();
        }
    }
    if (!reader_)
        reader_ = gateway.verifier_.reader();
}

Gateway::Lease::~Lease() {
    const std::lock_guard lock(gateway_.mutex_);
    gateway_.idle_.push_back(std::move(reader_));
}

Gateway::Gateway(Verifier &verifier, GatewayOptions options, QObject &context)
    : verifier_(verifier), options_(std::move(options)), context_(context), failed_(options_.failedPerMinute) {}

void Gateway::addRoutes(Router &router) {
    router.direct(HttpMethod::Post, "/v1/keys/verify"_ba,
                  [this](const HttpRequest &request) { return verify(request); });
    router.deferred(HttpMethod::Post, "/v1/usage"_ba,
                    [this](const HttpRequestPtr &request, const HttpAnswer &answer) { charge(request, answer); });
    router.direct(HttpMethod::Post, "/v1/activity"_ba, [this](const HttpRequest &request) { return report(request); });
    router.direct(HttpMethod::Post, "/introspect"_ba,
                  [this](const HttpRequest &request) { return introspect(request); });
    router.direct(HttpMethod::Get, "/auth"_ba, [this](const HttpRequest &request) {
        return authorize(request, headerOf(request, "x-required-scope").toByteArray(), originalOf(request));
    });
    router.direct(HttpMethod::Get, "/auth/scope/{scope}"_ba, [this](const HttpRequest &request) {
        const auto scope = percentDecoded(request.parameters[0]);
        return scope ? authorize(request, scope->toUtf8(), originalOf(request))
                     : problemResponse(request,
                                       malformed("malformed_request", u"The scope in the path can't be read."_s));
    });
    // Envoy asks with the method and behind the path of the request that it is about.
    for (const HttpMethod method : {HttpMethod::Get, HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch,
                                    HttpMethod::Delete, HttpMethod::Options})
        router.direct(method, "/auth/envoy/{scope}/*"_ba,
                      [this](const HttpRequest &request) { return authorizeForEnvoy(request); });
    router.direct(HttpMethod::Get, "/readyz"_ba, [this](const HttpRequest &) { return ready(); });
}

Gateway::Original Gateway::originalOf(const HttpRequest &request) {
    return {.method = firstHeader(request, {"x-original-method", "x-forwarded-method"}),
            .uri = firstHeader(request, {"x-original-uri", "x-forwarded-uri"})};
}

void Gateway::noteUse(const HttpRequest &request, const Sha256 &key) {
    const QByteArray client = clientTextOf(request);
    Lease(*this)->noteUse(key, viewOf(client), viewOf(headerOf(request, "user-agent")));
}

QHostAddress Gateway::clientOf(const HttpRequest &request) const {
    return clientAddress(request, options_.trustedGateways);
}

QByteArray Gateway::clientTextOf(const HttpRequest &request) const {
    const QHostAddress client = clientOf(request);
    return client == request.peer->address ? request.peer->text : client.toString().toLatin1();
}

std::expected<Member, HttpResponse> Gateway::verifierOf(const HttpRequest &request) {
    const Bearer bearer = bearerOf(request);
    const auto policy = verifier_.policy();
    if (bearer.state != Bearer::State::One)
        return std::unexpected(unauthorized(request, *policy, bearer.state));
    auto member = Lease(*this)->member(bearer.digest);
    if (!member)
        return std::unexpected(unauthorized(request, *policy, Bearer::State::One));
    if (member->role != Role::Verifier && member->role != Role::Admin)
        return std::unexpected(problemResponse(
            request, {.status = 403,
                      .code = "role",
                      .detail = u"Your role isn't verifier. Ask an admin for a member of that role."_s}));
    verifier_.recorder().noteMember(member->id, verifier_.now());
    return *std::move(member);
}

/// What a caller is told who showed a key that may not go on.
HttpResponse Gateway::refusal(const HttpRequest &request, const VerifyAnswer &answer, const QByteArray &scope) {
    const int status = toldStatus(answer.verdict());
    if (status == 401) {
        // Only now, that the token is known to be no valid one, are its failures counted.
        const auto wait = failed_.failed(clientOf(request), answer.at());
        if (!wait)
            return unauthorized(request, answer.policy(), Bearer::State::One);
        auto response =
            problemResponse(request, {.status = 429,
                                      .code = "too_many_failures",
                                      .detail = u"Too many requests without a valid key. Wait a moment."_s});
        response.addHeader("Retry-After", QByteArray::number(qint64(wait->count())));
        return response;
    }
    auto response = problemResponse(
        request, {.status = status,
                  .code = toldCode(answer.verdict()),
                  .detail = verdictText(answer.verdict(), answer.policy(), {.scope = QString::fromUtf8(scope)})});
    if (answer.verdict() == Verdict::InsufficientScope)
        response.addHeader("WWW-Authenticate",
                           "Bearer error=\"insufficient_scope\", scope=\"" +
                               QString::fromUtf8(scope).toLatin1().replace('"', "").replace('\\', "") + '"');
    if (answer.retryAfter() > Seconds{0})
        response.addHeader("Retry-After", QByteArray::number(qint64(answer.retryAfter().count())));
    return response;
}

HttpResponse Gateway::verify(const HttpRequest &request) {
    const auto body = jsonBody(request);
    if (!body)
        return problemResponse(request, body.error());
    BodyReader in(*body);
    const auto token = in.utf8(u"token"_s);
    const QByteArray scope = in.utf8(u"scope"_s).value_or(QByteArray());
    const auto cost = in.money(u"cost_usd"_s);
    const QByteArray address = in.utf8(u"address"_s).value_or(QByteArray());
    const QByteArray agent = in.utf8(u"user_agent"_s).value_or(QByteArray());
    if (const auto problem = in.finish())
        return problemResponse(request, *problem);
    if (!token) {
        const Bearer bearer = bearerOf(request);
        return bearer.state == Bearer::State::One ? verifyOwn(request, bearer.digest, scope)
                                                  : unauthorized(request, *verifier_.policy(), bearer.state);
    }
    const auto member = verifierOf(request);
    if (!member)
        return member.error();
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(
        *token, {.scope = viewOf(scope), .cost = cost, .address = viewOf(address), .agent = viewOf(agent)});
    if (answer.verdict() == Verdict::Unavailable)
        return refusal(request, answer, scope);
    auto response = jsonResponse(200, answer.allowed() ? validJson(answer) : invalidJson(answer, scope));
    response.caller = member->id.toUtf8();
    return response;
}

HttpResponse Gateway::verifyOwn(const HttpRequest &request, const Sha256 &token, const QByteArray &scope) {
    const QByteArray client = clientTextOf(request);
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(
        token, {.scope = viewOf(scope), .address = viewOf(client), .agent = viewOf(headerOf(request, "user-agent"))});
    return answer.allowed() ? jsonResponse(200, validJson(answer)) : refusal(request, answer, scope);
}

HttpResponse Gateway::authorizeForEnvoy(const HttpRequest &request) {
    const auto scope = percentDecoded(request.parameters[0]);
    if (!scope)
        return problemResponse(request, malformed("malformed_request", u"The scope in the path can't be read."_s));
    const QByteArrayView rest = request.parameters[1];
    return authorize(request, *scope == u"-" ? QByteArray() : scope->toUtf8(),
                     {.method = methodName(request.method), .uri = u'/' + QString::fromUtf8(rest)});
}

HttpResponse Gateway::authorize(const HttpRequest &request, const QByteArray &scope, const Original &original) {
    if (!request.peer->loopback && !options_.trustedGateways.contains(request.peer->address))
        return notForYou(request);
    const Bearer bearer = bearerOf(request);
    if (bearer.state != Bearer::State::One)
        return unauthorized(request, *verifier_.policy(), bearer.state);
    const QByteArray client = clientTextOf(request);
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(
        bearer.digest,
        {.scope = viewOf(scope), .address = viewOf(client), .agent = viewOf(headerOf(request, "user-agent"))});
    if (answer.allowed()) {
        HttpResponse response{.status = 200};
        addKeyHeaders(response, answer);
        noteRequest(original, answer, client);
        return response;
    }
    auto response = refusal(request, answer, scope);
    response.addHeader("X-Auth-Status", QByteArray::number(response.status));
    // nginx knows 401 and 403 alone; it tells the client the true status by X-Auth-Status.
    if (response.status == 429 && headerOf(request, "x-denied-status") == "403")
        response.status = 403;
    return response;
}

void Gateway::noteRequest(const Original &original, const VerifyAnswer &answer, const QByteArray &client) {
    if (options_.logged == LoggedRequests::None)
        return;
    if (options_.logged == LoggedRequests::Mutations ? !changesSomething(original.method) : original.method.isEmpty())
        return;
    verifier_.recorder().report({.key = {QString::fromUtf8(answer.id().data(), qsizetype(answer.id().size()))},
                                 .at = answer.at(),
                                 .method = original.method.left(16),
                                 .path = loggedPath(original.uri),
                                 .address = QString::fromLatin1(client)});
}

} // namespace keywright
