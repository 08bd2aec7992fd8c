#include "app/server/gateway/gateway.h"

#include "app/server/gateway/gateway_answers.h"
#include "app/server/routes/bearer.h"
#include "app/server/routes/body_reader.h"
#include "core/crypto/token.h"
#include "core/keyring/reply.h"
#include "core/model/json_writer.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPath = 512;

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

/// A path for the log: no query, and nothing that looks like a key.
QString loggedPath(const QString &uri) {
    const QString path = uri.section(u'?', 0, 0).left(longestPath);
    return looksLikeToken(path) ? u"(a path with a key in it)"_s : path;
}

HttpResponse notForYou(const HttpRequest &request) {
    return problemResponse(request, {.status = 403,
                                     .code = "not_a_gateway",
                                     .detail = u"Only gateways on this machine, and those named in trusted-gateways, "
                                               u"may ask here."_s});
}

std::optional<QString> formMember(const HttpRequest &request, const QString &name) {
    const auto members = queryMembers(request.body);
    for (const auto &[member, value] : members.value_or(QList<std::pair<QString, QString>>())) {
        if (member == name)
            return value;
    }
    return std::nullopt;
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
        return authorize(request, QString::fromUtf8(headerOf(request, "x-required-scope")));
    });
    router.direct(HttpMethod::Get, "/auth/scope/{scope}"_ba, [this](const HttpRequest &request) {
        const auto scope = percentDecoded(request.parameters[0]);
        return scope ? authorize(request, *scope)
                     : problemResponse(request,
                                       malformed("malformed_request", u"The scope in the path can't be read."_s));
    });
    router.direct(HttpMethod::Get, "/readyz"_ba, [this](const HttpRequest &) { return ready(); });
}

QHostAddress Gateway::clientOf(const HttpRequest &request) const {
    return clientAddress(request, options_.trustedGateways);
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
    return *std::move(member);
}

/// What a caller is told who showed a key that may not go on.
HttpResponse Gateway::refusal(const HttpRequest &request, const VerifyAnswer &answer, const QString &scope) {
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
    auto response =
        problemResponse(request, {.status = status,
                                  .code = toldCode(answer.verdict()),
                                  .detail = verdictText(answer.verdict(), answer.policy(), {.scope = scope})});
    if (answer.verdict() == Verdict::InsufficientScope)
        response.addHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" +
                                                   scope.toLatin1().replace('"', "").replace('\\', "") + '"');
    if (answer.retryAfter() > Seconds{0})
        response.addHeader("Retry-After", QByteArray::number(qint64(answer.retryAfter().count())));
    return response;
}

HttpResponse Gateway::verify(const HttpRequest &request) {
    const auto body = jsonBody(request);
    if (!body)
        return problemResponse(request, body.error());
    BodyReader in(*body);
    const auto token = in.text(u"token"_s);
    const QString scope = in.text(u"scope"_s).value_or(QString());
    const auto cost = in.money(u"cost_usd"_s);
    const QByteArray address = in.text(u"address"_s).value_or(QString()).toUtf8();
    const QByteArray agent = in.text(u"user_agent"_s).value_or(QString()).toUtf8();
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
    const QByteArray bytes = token->toUtf8();
    const QByteArray scopeBytes = scope.toUtf8();
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(
        bytes, {.scope = viewOf(scopeBytes), .cost = cost, .address = viewOf(address), .agent = viewOf(agent)});
    if (answer.verdict() == Verdict::Unavailable)
        return refusal(request, answer, scope);
    auto response = jsonResponse(200, answer.allowed() ? validJson(answer) : invalidJson(answer, scope));
    response.caller = member->id.toUtf8();
    return response;
}

HttpResponse Gateway::verifyOwn(const HttpRequest &request, const Sha256 &token, const QString &scope) {
    const QByteArray scopeBytes = scope.toUtf8();
    const QByteArray client = clientOf(request).toString().toLatin1();
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(
        token,
        {.scope = viewOf(scopeBytes), .address = viewOf(client), .agent = viewOf(headerOf(request, "user-agent"))});
    return answer.allowed() ? jsonResponse(200, validJson(answer)) : refusal(request, answer, scope);
}

HttpResponse Gateway::authorize(const HttpRequest &request, const QString &scope) {
    if (!request.peer->loopback && !options_.trustedGateways.contains(request.peer->address))
        return notForYou(request);
    const Bearer bearer = bearerOf(request);
    if (bearer.state != Bearer::State::One)
        return unauthorized(request, *verifier_.policy(), bearer.state);
    const QByteArray scopeBytes = scope.toUtf8();
    const QString client = clientOf(request).toString();
    const QByteArray address = client.toLatin1();
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(
        bearer.digest,
        {.scope = viewOf(scopeBytes), .address = viewOf(address), .agent = viewOf(headerOf(request, "user-agent"))});
    if (answer.allowed()) {
        HttpResponse response{.status = 200};
        addKeyHeaders(response, answer);
        noteRequest(request, answer, client);
        return response;
    }
    auto response = refusal(request, answer, scope);
    response.addHeader("X-Auth-Status", QByteArray::number(response.status));
    // nginx knows 401 and 403 alone; it tells the client the true status by X-Auth-Status.
    if (response.status == 429 && headerOf(request, "x-denied-status") == "403")
        response.status = 403;
    return response;
}

void Gateway::noteRequest(const HttpRequest &request, const VerifyAnswer &answer, const QString &client) {
    if (options_.logged == LoggedRequests::None)
        return;
    const QString method = firstHeader(request, {"x-original-method", "x-forwarded-method"});
    if (options_.logged == LoggedRequests::Mutations ? !changesSomething(method) : method.isEmpty())
        return;
    const QString path = firstHeader(request, {"x-original-uri", "x-forwarded-uri"});
    verifier_.recorder().report({.key = {QString::fromUtf8(answer.id().data(), qsizetype(answer.id().size()))},
                                 .at = answer.at(),
                                 .method = method.left(16),
                                 .path = loggedPath(path),
                                 .address = client});
}

HttpResponse Gateway::introspect(const HttpRequest &request) {
    const auto member = verifierOf(request);
    if (!member)
        return member.error();
    const auto token = formMember(request, u"token"_s);
    if (!token)
        return problemResponse(request, malformed("invalid_request", u"The form has no token."_s));
    Lease reader(*this);
    const VerifyAnswer answer = reader->verify(token->toUtf8(), {});
    auto response = answer.verdict() == Verdict::Unavailable ? refusal(request, answer, {})
                                                             : jsonResponse(200, introspectionJson(answer));
    response.caller = member->id.toUtf8();
    return response;
}

HttpResponse Gateway::report(const HttpRequest &request) {
    const auto member = verifierOf(request);
    if (!member)
        return member.error();
    const auto body = jsonBody(request);
    if (!body)
        return problemResponse(request, body.error());
    BodyReader in(*body);
    const auto key = in.text(u"key_id"_s);
    const auto method = in.text(u"method"_s);
    const auto path = in.text(u"path"_s);
    const QString address = in.text(u"address"_s).value_or(QString());
    for (const auto &[name, value] :
         {std::pair(u"key_id"_s, key), std::pair(u"method"_s, method), std::pair(u"path"_s, path)}) {
        if (!value || value->isEmpty())
            in.refuse(name, "required", u"%1 is missing."_s.arg(name));
    }
    if (const auto problem = in.finish())
        return problemResponse(request, *problem);
    verifier_.recorder().report({.key = {*key},
                                 .at = verifier_.now(),
                                 .method = method->left(16),
                                 .path = loggedPath(*path),
                                 .address = QHostAddress(address).toString()});
    auto response = jsonResponse(202, R"({"accepted":true})"_ba);
    response.caller = member->id.toUtf8();
    return response;
}

void Gateway::charge(const HttpRequestPtr &request, const HttpAnswer &answer) {
    const auto member = verifierOf(*request);
    if (!member)
        return answer(member.error());
    const auto body = jsonBody(*request);
    if (!body)
        return answer(problemResponse(*request, body.error()));
    BodyReader in(*body);
    const auto key = in.text(u"key_id"_s);
    const auto cost = in.money(u"cost_usd"_s);
    const auto id = in.text(u"id"_s);
    if (!key || key->isEmpty())
        in.refuse(u"key_id"_s, "required", u"key_id is missing."_s);
    if (!cost)
        in.refuse(u"cost_usd"_s, "required", u"cost_usd is missing."_s);
    if (!id || id->isEmpty() || id->size() > 255)
        in.refuse(u"id"_s, "required", u"id is missing: it tells charges apart, so that a repeated one counts once."_s);
    if (const auto problem = in.finish())
        return answer(problemResponse(*request, *problem));
    whenDone(verifier_.recorder().charge({*key}, *cost, *id), &context_,
             [request, answer](const Result<Charged> &charged) {
                 if (!charged) {
                     const bool missing = charged.error().kind == ErrorKind::NotFound;
                     return answer(problemResponse(*request, {.status = missing ? 404 : 503,
                                                              .code = missing ? "not_found"_ba : "storage"_ba,
                                                              .detail = charged.error().message}));
                 }
                 QByteArray out;
                 JsonWriter json(out);
                 json.beginObject();
                 json.member("already_counted"_L1, charged->already);
                 json.member("daily_spend_usd"_L1, charged->spent.daily);
                 json.member("monthly_spend_usd"_L1, charged->spent.monthly);
                 json.endObject();
                 answer(jsonResponse(200, out));
             });
}

HttpResponse Gateway::ready() const {
    const VerifierHealth health = verifier_.health();
    const bool tooOld = health.age > verifier_.maxStale();
    const bool unread = !health.trouble.message.isEmpty();
    const bool troubled = unread || !verifier_.recorder().trouble().message.isEmpty();
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("status"_L1, QByteArrayView(tooOld ? "unavailable" : troubled ? "degraded" : "ready"));
    json.member("snapshot_age_seconds"_L1, qint64(health.age.count()));
    json.member("keys"_L1, health.keys);
    if (troubled) // not the store's own words: they name the file, and anybody may ask
        json.member("reason"_L1, unread ? u"The keyring can't be read."_s : u"Uses can't be written down."_s);
    json.endObject();
    return jsonResponse(tooOld ? 503 : 200, out);
}

} // namespace keywright
