#include "app/server/http/http_server.h"

#include "app/server/http/http_connection.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <boost/asio/ip/v6_only.hpp>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;
constexpr std::chrono::milliseconds acceptAgain{100};
constexpr std::chrono::milliseconds lookAgain{10};

tcp::endpoint endpointOf(const ListenAddress &where) {
    const auto address = boost::asio::ip::make_address(where.address.toString().toStdString());
    return {address, where.port};
}

Peer peerOf(const tcp::endpoint &endpoint) {
    Peer peer;
    const auto address = endpoint.address();
    if (address.is_v4()) {
        peer.address = QHostAddress(address.to_v4().to_uint());
    } else {
        const QHostAddress six(address.to_v6().to_bytes().data());
        bool mapped = false;
        const quint32 four = six.toIPv4Address(&mapped);
        peer.address = mapped ? QHostAddress(four) : six;
    }
    peer.text = peer.address.toString().toLatin1();
    peer.loopback = peer.address.isLoopback();
    return peer;
}

} // namespace

class HttpServer::Private {
public:
    Private(const Router &router, Setup setup, Mailbox &context)
        : shared(router, std::move(setup), context, QRandomGenerator::system()->generate64()) {
        for (int i = 0; i < std::max(1, shared.setup.threads); ++i)
            loops.push_back(std::make_shared<IoLoop>());
    }

    Result<ListenAddress> listen(const ListenAddress &where);
    void start();
    void accept(tcp::acceptor &acceptor);
    void taken(TcpSocket socket, const std::shared_ptr<IoLoop> &loop);
    void welcome(TcpSocket socket, const std::shared_ptr<IoLoop> &loop);
    void acceptNoMore();
    void finish(std::function<void()> stopped, SteadyTime until);

    ServerShared shared;
    std::unique_ptr<TlsKeys> tls; ///< none: plain HTTP
    std::vector<std::shared_ptr<IoLoop>> loops;
    std::vector<std::unique_ptr<tcp::acceptor>> acceptors; ///< on the first loop
    std::size_t nextLoop = 0;
};

Result<ListenAddress> HttpServer::Private::listen(const ListenAddress &where) {
    error_code error;
    const tcp::endpoint endpoint = endpointOf(where);
    auto acceptor = std::make_unique<tcp::acceptor>(loops.front()->context);
    acceptor->open(endpoint.protocol(), error);
    if (!error)
        acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && endpoint.address().is_v6())
        acceptor->set_option(boost::asio::ip::v6_only(true), error);
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(tcp::acceptor::max_listen_connections, error);
    if (error)
        return failure(
            ErrorKind::Network,
            QCoreApplication::translate("HttpServer", "The server can't listen on %1, port %2: %3. Choose "
                                                      "another address or port with --listen.")
                .arg(where.address.toString(), QString::number(where.port), QString::fromLocal8Bit(error.message())));
    ListenAddress bound{.address = where.address, .port = acceptor->local_endpoint().port()};
    acceptors.push_back(std::move(acceptor));
    return bound;
}

void HttpServer::Private::start() {
    for (const auto &acceptor : acceptors)
        accept(*acceptor);
    for (const auto &loop : loops)
        loop->run();
}

void HttpServer::Private::accept(tcp::acceptor &acceptor) {
    const auto loop = loops[nextLoop++ % loops.size()];
    acceptor.async_accept(loop->context, [this, &acceptor, loop](const error_code &error, TcpSocket socket) {
        if (!acceptor.is_open())
            return;
        if (!error) {
            taken(std::move(socket), loop);
            return accept(acceptor);
        }
        // No descriptor is left, or the client was gone already: in a moment there may be.
        const auto timer = std::make_shared<boost::asio::steady_timer>(loops.front()->context, acceptAgain);
        timer->async_wait([this, timer, &acceptor](const error_code &) {
            if (acceptor.is_open())
                accept(acceptor);
        });
    });
}

void HttpServer::Private::taken(TcpSocket socket, const std::shared_ptr<IoLoop> &loop) {
    boost::asio::post(loop->context, [this, loop, socket = std::move(socket)]() mutable {
        if (shared.isFull() && !shared.stopping)
            loop->closeIdlest();
        welcome(std::move(socket), loop);
    });
}

void HttpServer::Private::welcome(TcpSocket socket, const std::shared_ptr<IoLoop> &loop) {
    error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error)
        return; // gone already
    Peer peer = peerOf(remote);
    peer.encrypted = tls != nullptr;
    if (!shared.admit(peer.address))
        return; // the socket closes
    socket.set_option(tcp::no_delay(true), error);
    const auto connection = tls ? makeTlsConnection(*tls, std::move(socket), loop, shared, peer)
                                : makePlainConnection(std::move(socket), loop, shared, peer);
    connection->start();
}

void HttpServer::Private::acceptNoMore() {
    shared.stopping = true;
    boost::asio::post(loops.front()->context, [this] {
        for (const auto &acceptor : acceptors) {
            error_code ignored;
            acceptor->close(ignored);
        }
    });
}

void HttpServer::Private::finish(std::function<void()> stopped, SteadyTime until) {
    if (shared.open > 0 && std::chrono::steady_clock::now() < until) {
        QTimer::singleShot(lookAgain, &shared.context,
                           [this, stopped = std::move(stopped), until] { finish(stopped, until); });
        return;
    }
    stopped();
}

HttpServer::HttpServer(const Router &router, Setup setup, Mailbox &context)
    : d(std::make_unique<Private>(router, std::move(setup), context)) {}

HttpServer::~HttpServer() {
    d->acceptNoMore();
    for (const auto &loop : d->loops)
        loop->join();
}

Result<ListenAddress> HttpServer::listen(const ListenAddress &where) {
    return d->listen(where);
}

Done HttpServer::loadCertificate(const TlsFiles &files) {
    if (d->tls)
        return d->tls->load(files);
    auto keys = std::make_unique<TlsKeys>();
    const Done done = keys->load(files);
    if (done)
        d->tls = std::move(keys);
    return done;
}

void HttpServer::start() {
    d->start();
}

void HttpServer::stop(std::function<void()> stopped) {
    d->acceptNoMore();
    for (const auto &loop : d->loops)
        boost::asio::post(loop->context, [loop] { loop->finishAll(); });
    d->finish(std::move(stopped), std::chrono::steady_clock::now() + d->shared.setup.limits.stop);
}

int HttpServer::openConnections() const {
    return d->shared.open;
}

} // namespace keywright
