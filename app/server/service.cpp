#include "app/server/service.h"

#include "app/server/routes/routes.h"
#include "core/keyring/reply.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Who acts where no request does: the end of a grace period.
Caller serverItself() {
    return {.role = Role::Admin, .name = u"keywrightd"_s, .method = AuthMethod::System};
}

QString addressText(const ListenAddress &where) {
    const bool six = where.address.protocol() == QHostAddress::IPv6Protocol;
    return (six ? u"[%1]:%2"_s : u"%1:%2"_s).arg(where.address.toString()).arg(where.port);
}

} // namespace

Service::Service(ServerOptions options, const Clock &clock)
    : options_(std::move(options)), clock_(clock), log_(options_.log), store_(options_.keyring, serverItself(), clock),
      api_{mailbox_, events_, store_, clock_, router_} {}

/// The verifier has threads of its own, which end only while the application lives: it is never left to the one that
/// opens it.
Service::~Service() {
    opening_.waitForFinished();
}

void Service::start() {
    const auto addresses = listenAddresses(options_);
    if (!addresses) {
        const auto tell = [this, error = addresses.error()] { Q_EMIT failed(error); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    store_.tellPositionsAlone();
    whenDone(store_.open(), this, [this, addresses = *addresses](const Result<KeyringInfo> &opened) {
        if (!opened)
            return Q_EMIT failed(opened.error());
        openVerifier(addresses);
    });
}

/// Reading a million keys takes a while, and is done beside the event loop.
void Service::openVerifier(const QList<ListenAddress> &addresses) {
    opening_ = QtConcurrent::run([this]() -> Done {
        auto verifier = Verifier::open(options_.keyring, clock_, {.maxStale = Seconds{options_.maxStaleSeconds}});
        if (!verifier)
            return std::unexpected(verifier.error());
        verifier_ = std::move(*verifier);
        return {};
    });
    whenDone(opening_, this, [this, addresses](const Done &opened) {
        if (!opened)
            return Q_EMIT failed(opened.error());
        if (const Done done = serve(addresses); !done)
            return Q_EMIT failed(done.error());
        Q_EMIT started();
    });
}

Done Service::serve(const QList<ListenAddress> &addresses) {
    addHostRoutes(api_, metrics_, [this] { return http_->openConnections(); });
    gateway_ = std::make_unique<Gateway>(*verifier_,
                                         GatewayOptions{.trustedGateways = options_.trustedGateways,
                                                        .failedPerMinute = options_.failedPerMinute,
                                                        .logged = options_.loggedRequests},
                                         *this);
    gateway_->addRoutes(router_);
    api_.settle = [this] { return verifier_->refresh(); };
    api_.keyUsed = [this](const HttpRequest &request, const Sha256 &key) { gateway_->noteUse(request, key); };
    for (const auto add : {addIssueRoutes, addKeyRoutes, addListRoutes, addBulkRoutes, addChangeRoutes,
                           addActivityRoutes, addSelfRoutes, addTokenRoutes})
        add(api_);
    http_ = std::make_unique<HttpServer>(router_,
                                         HttpServer::Setup{.limits = options_.limits,
                                                           .threads = options_.threads,
                                                           .observe =
                                                               [this](const Exchange &exchange) {
                                                                   metrics_.count(exchange);
                                                                   log_.request(exchange);
                                                               }},
                                         mailbox_);
    if (const Done done = options_.tls.isEmpty() ? Done() : http_->loadCertificate(options_.tls); !done)
        return done;
    for (const ListenAddress &where : addresses) {
        const auto bound = http_->listen(where);
        if (!bound)
            return std::unexpected(bound.error());
        log_.event("listening", (options_.tls.isEmpty() ? u"http://"_s : u"https://"_s) + addressText(*bound));
    }
    http_->start();
    return {};
}

void Service::reload() {
    if (!http_ || options_.tls.isEmpty())
        return;
    const Done done = http_->loadCertificate(options_.tls);
    log_.event(done ? "certificate_loaded" : "certificate_refused",
               done ? u"New connections are shown the certificate as it is now."_s : done.error().message);
}

void Service::stop() {
    if (!http_)
        return Q_EMIT stopped();
    log_.event("stopping", u"No new connections; what is under way is finished."_s);
    Q_EMIT events_.stopping();
    http_->stop([this] {
        log_.event("stopped", u"All is written."_s);
        Q_EMIT stopped();
    });
}

} // namespace keywright
