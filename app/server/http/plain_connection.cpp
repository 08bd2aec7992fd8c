#include "app/server/http/http_connection.h"

namespace keywright {

namespace {

/// Bytes as they are, over TCP.
class PlainConnection final : public HttpConnection {
public:
    PlainConnection(TcpSocket socket, std::shared_ptr<IoLoop> loop, ServerShared &shared, Peer peer)
        : HttpConnection(std::move(loop), shared, std::move(peer)), socket_(std::move(socket)) {}

private:
    void doHandshake() override { onReady(true); }

    void doRead(std::span<char> into) override {
        socket_.async_read_some(boost::asio::buffer(into.data(), into.size()),
                                [self = shared_from_this(), this](const boost::system::error_code &error,
                                                                  std::size_t bytes) { onRead(!error, bytes); });
    }
    void doWrite(QByteArrayView bytes) override {
        boost::asio::async_write(socket_, boost::asio::buffer(bytes.data(), std::size_t(bytes.size())),
                                 [self = shared_from_this(), this](const boost::system::error_code &error,
                                                                   std::size_t) { onWritten(!error); });
    }
    void doEndSending() override {
        boost::system::error_code ignored;
        socket_.shutdown(TcpSocket::shutdown_send, ignored);
    }
    void doClose() override {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

    TcpSocket socket_;
};

} // namespace

std::shared_ptr<OpenConnection> makePlainConnection(TcpSocket socket, std::shared_ptr<IoLoop> loop,
                                                    ServerShared &shared, Peer peer) {
    return std::make_shared<PlainConnection>(std::move(socket), std::move(loop), shared, std::move(peer));
}

} // namespace keywright
