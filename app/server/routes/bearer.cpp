#include "app/server/routes/bearer.h"

#include "core/crypto/token.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView scheme = "Bearer ";

std::optional<QByteArrayView> tokenIn(const HttpRequest &request) {
    const auto value = request.header("authorization");
    if (!value || value->size() <= scheme.size() ||
        value->first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return value->sliced(scheme.size());
}

QString shownPrefix(const KeyPolicy &policy, QByteArrayView token) {
    const bool shown = policy.errors.showPrefix && readToken(policy, token).faults.isEmpty();
    return shown ? previewOf(policy, token).first : QString();
}

} // namespace

Bearer bearerOf(const HttpRequest &request) {
    if (request.headerCount("authorization") > 1)
        return {.state = Bearer::State::Several, .digest = {}};
    const auto token = tokenIn(request);
    if (!token)
        return {};
    return {.state = Bearer::State::One, .digest = tokenDigest(*token)};
}

HttpResponse unauthorized(const HttpRequest &request, const KeyPolicy &policy, Bearer::State state) {
    if (state == Bearer::State::Several)
        return problemResponse(request, {.status = 400,
                                         .code = "several_credentials",
                                         .detail = u"The request has more than one Authorization header."_s});
    const bool shown = state == Bearer::State::One;
    HttpResponse response =
        problemResponse(request, {.status = 401,
                                  .code = shown ? "invalid_token"_ba : "no_token"_ba,
                                  .detail = policy.errors.unauthorized,
                                  .keyPrefix = shown ? shownPrefix(policy, *tokenIn(request)) : QString()});
    response.addHeader("WWW-Authenticate", shown ? "Bearer error=\"invalid_token\", error_description=\"" +
                                                       policy.errors.unauthorized.toLatin1() + '"'
                                                 : "Bearer realm=\"keywright\""_ba);
    return response;
}

} // namespace keywright
