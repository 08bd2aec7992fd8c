// One client: reads its requests one after another, has them answered, keeps its deadlines. Private to the HTTP room.
#pragma once

#include "app/server/http/io_loop.h"
#include "app/server/http/problem.h"
#include "app/server/http/request_parser.h"
#include "app/server/http/tls.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace keywright {

using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

/// Everything but how bytes travel, which the two kinds of connection below it know: plain and TLS.
class HttpConnection : public OpenConnection, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(std::shared_ptr<IoLoop> loop, ServerShared &shared, Peer peer);
    ~HttpConnection() override;

    void start() final;
    void sweep(SteadyTime now) final;
    void finish() final;
    void close() final;
    bool isIdle() const final { return phase_ == Phase::Idle; }

protected:
    // Each of the first three calls the function below it that tells of its end, later and on the loop's thread. A
    // failure also means that the client closed.
    virtual void doHandshake() = 0;
    virtual void doRead(std::span<char> into) = 0;
    virtual void doWrite(QByteArrayView bytes) = 0;
    virtual void doEndSending() = 0;
    virtual void doClose() = 0;

    void onReady(bool worked);
    void onRead(bool worked, std::size_t bytes);
    void onWritten(bool worked);

private:
    enum class Phase { Handshake, Idle, Header, Body, Answering, Writing, Draining, Closed };
    class Slot;

    void enter(Phase phase);
    void read();
    void grow();
    void forget(std::size_t used);
    void parse();
    void readHeader();
    void readBody();
    void handle();
    void answerAtOnce(const DirectHandler &handler);
    void defer(const DeferredHandler &handler);
    void refuse(const ParseFault &fault);
    void refuse(int status, QByteArrayView code, const QString &detail, HttpResponse more = {});
    void send(HttpResponse response);
    void write();
    void writeHead();
    void askPiece();
    void takePiece(BodyStream::Piece piece);
    bool isChunked() const { return response_.stream && !parser_.isHttp10(); }
    void answered();
    void tell();
    void drain();

    const std::shared_ptr<IoLoop> loop_;
    ServerShared &shared_;
    const Peer peer_;
    IoLoop::Place place_{};
    Phase phase_ = Phase::Handshake;
    SteadyTime deadline_{};
    std::atomic<bool> closed_ = false;
    bool last_ = false; ///< no further request

    RequestParser parser_;
    std::vector<char> in_;
    std::size_t filled_ = 0; ///< bytes of in_ that were received and not yet read
    bool reading_ = false;   ///< a doRead() is under way

    const Route *route_ = nullptr;
    SteadyTime asked_{};
    HttpResponse response_; ///< without its body, once that is on its way
    QByteArray out_;
    qint64 sent_ = 0;
    std::size_t drained_ = 0;
    bool continuing_ = false; ///< what is being written is 100 Continue
};

std::shared_ptr<OpenConnection> makePlainConnection(TcpSocket socket, std::shared_ptr<IoLoop> loop,
                                                    ServerShared &shared, Peer peer);

std::shared_ptr<OpenConnection> makeTlsConnection(TlsKeys &keys, TcpSocket socket, std::shared_ptr<IoLoop> loop,
                                                  ServerShared &shared, Peer peer);

} // namespace keywright
