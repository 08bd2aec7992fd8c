// What stands in front of APIs: verifies their callers' keys, from memory, and notes what they did.
#pragma once

#include "app/server/config/server_options.h"
#include "app/server/http/router.h"
#include "core/verify/failed_attempts.h"
#include "core/verify/verifier.h"

#include <mutex>

namespace keywright {

struct GatewayOptions {
    Networks trustedGateways; ///< beside loopback, who may ask /auth, and whose forwarded headers count
    int failedPerMinute = 60; ///< attempts of one client with no valid key, before it has to wait
    LoggedRequests logged = LoggedRequests::Mutations;
};

class Gateway {
public:
    /// `verifier` and `context` outlive it.
    Gateway(Verifier &verifier, GatewayOptions options, QObject &context);

    /// `POST /v1/keys/verify`, `POST /v1/usage`, `POST /v1/activity`, `GET /auth`, `GET /auth/scope/{}`,
    /// any method at `/auth/envoy/{}/*`, `POST /introspect`, `GET /readyz`.
    void addRoutes(Router &router);
    /// Counts a use of a key that managed keys with this request.
    void noteUse(const HttpRequest &request, const Sha256 &key);

private:
    /// A reader for the time of one request, on whatever thread it runs.
    class Lease {
    public:
        explicit Lease(Gateway &gateway);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        VerifyReader *operator->() const { return reader_.get(); }

    private:
        Gateway &gateway_;
        std::unique_ptr<VerifyReader> reader_;
    };

    /// The request that a gateway asks about.
    struct Original {
        QString method, uri;
    };

    HttpResponse verify(const HttpRequest &request);
    HttpResponse verifyOwn(const HttpRequest &request, const Sha256 &token, const QByteArray &scope);
    HttpResponse authorize(const HttpRequest &request, const QByteArray &scope, const Original &original);
    HttpResponse authorizeForEnvoy(const HttpRequest &request);
    HttpResponse introspect(const HttpRequest &request);
    HttpResponse report(const HttpRequest &request);
    void charge(const HttpRequestPtr &request, const HttpAnswer &answer);
    HttpResponse ready() const;

    /// The member who asks, if it may ask for others; else the answer that says why not.
    std::expected<Member, HttpResponse> verifierOf(const HttpRequest &request);
    HttpResponse refusal(const HttpRequest &request, const VerifyAnswer &answer, const QByteArray &scope);
    QHostAddress clientOf(const HttpRequest &request) const;
    QByteArray clientTextOf(const HttpRequest &request) const;
    static Original originalOf(const HttpRequest &request);
    void noteRequest(const Original &original, const VerifyAnswer &answer, const QByteArray &client);

    Verifier &verifier_;
    const GatewayOptions options_;
    QObject &context_;
    FailedAttempts failed_;
    std::mutex mutex_; ///< guards idle_
    std::vector<std::unique_ptr<VerifyReader>> idle_;
};

} // namespace keywright
