#include "app/server/http/http_connection.h"
#include "app/server/http/tls.h"

#include <QCoreApplication>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <mutex>

namespace keywright {

namespace {

using boost::system::error_code;
namespace ssl = boost::asio::ssl;

Done unreadable(const QString &path, const error_code &error) {
    return failure(ErrorKind::Storage, QCoreApplication::translate(
                                           "Tls", "The server can't use %1: %2. It must be PEM, and the key that of "
                                                  "the certificate.")
                                           .arg(path, QString::fromLocal8Bit(error.message())));
}

/// Bytes inside TLS.
class TlsConnection final : public HttpConnection {
public:
    TlsConnection(TcpSocket socket, std::shared_ptr<ssl::context> context, std::shared_ptr<IoLoop> loop,
                  ServerShared &shared, Peer peer)
        : HttpConnection(std::move(loop), shared, std::move(peer)), context_(std::move(context)),
          stream_(std::move(socket), *context_) {}

private:
    void doHandshake() override {
        stream_.async_handshake(ssl::stream_base::server,
                                [self = shared_from_this(), this](const error_code &error) { onReady(!error); });
    }
    void doRead(std::span<char> into) override {
        if (ending_)
            return; // the end of TLS reads for itself
        stream_.async_read_some(
            boost::asio::buffer(into.data(), into.size()),
            [self = shared_from_this(), this](const error_code &error, std::size_t bytes) { onRead(!error, bytes); });
    }
    void doWrite(QByteArrayView bytes) override {
        boost::asio::async_write(
            stream_, boost::asio::buffer(bytes.data(), std::size_t(bytes.size())),
            [self = shared_from_this(), this](const error_code &error, std::size_t) { onWritten(!error); });
    }
    void doEndSending() override {
        ending_ = true;
        stream_.async_shutdown([self = shared_from_this(), this](const error_code &) { close(); });
    }
    void doClose() override {
        error_code ignored;
        stream_.lowest_layer().close(ignored);
    }

    std::shared_ptr<ssl::context> context_; ///< the certificate that this client was shown
    ssl::stream<TcpSocket> stream_;
    bool ending_ = false;
};

} // namespace

class TlsKeys::Private {
public:
    std::mutex mutex;
    std::shared_ptr<ssl::context> context;
};

TlsKeys::TlsKeys() : d(std::make_unique<Private>()) {}

TlsKeys::~TlsKeys() = default;

Done TlsKeys::load(const TlsFiles &files) {
    const auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    error_code error;
    context->use_certificate_chain_file(files.certificate.toStdString(), error);
    if (error)
        return unreadable(files.certificate, error);
    context->use_private_key_file(files.key.toStdString(), ssl::context::pem, error);
    if (error)
        return unreadable(files.key, error);
    const std::scoped_lock lock(d->mutex);
    d->context = context;
    return {};
}

std::shared_ptr<OpenConnection> makeTlsConnection(TlsKeys &keys, TcpSocket socket, std::shared_ptr<IoLoop> loop,
                                                  ServerShared &shared, Peer peer) {
    const std::scoped_lock lock(keys.d->mutex);
    return std::make_shared<TlsConnection>(std::move(socket), keys.d->context, std::move(loop), shared,
                                           std::move(peer));
}

} // namespace keywright
