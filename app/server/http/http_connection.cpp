#include "app/server/http/http_connection.h"

#include "core/crypto/secret.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t firstBuffer = 1024;
constexpr std::size_t largestBuffer = 16 * 1024;
constexpr std::size_t mostDrained = 1024 * 1024;
constexpr std::chrono::seconds drainTime{2};

void appendNumber(QByteArray &out, qint64 number) {
    out += QByteArray::number(number);
}

/// A body without a token leaves no trace worth wiping.
void wipeIf(bool secret, QByteArray &bytes) {
    if (secret)
        wipe(bytes);
}

} // namespace

/// What a handler on another thread holds of a connection. The connection itself is only ever let go on its loop.
class HttpConnection::Slot final : public HttpAnswer::Target {
public:
    explicit Slot(std::shared_ptr<HttpConnection> connection)
        : connection_(std::move(connection)), loop_(connection_->loop_) {}
    ~Slot() override {
        onLoop([](HttpConnection &) {});
    }
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;

    void give(HttpResponse response) override {
        onLoop([response = std::move(response)](HttpConnection &connection) mutable {
            --connection.shared_.deferred;
            connection.send(std::move(response));
        });
    }
    void givePiece(BodyStream::Piece piece) {
        onLoop(
            [piece = std::move(piece)](HttpConnection &connection) mutable { connection.takePiece(std::move(piece)); });
    }
    bool isWanted() const override { return !connection_->closed_; }
    const HttpRequest *request() const { return &connection_->parser_.request(); }

private:
    template<class F>
    void onLoop(F act) {
        if (loop_->ended)
            return;
        boost::asio::post(loop_->context,
                          [connection = connection_, act = std::move(act)]() mutable { act(*connection); });
    }
    std::shared_ptr<HttpConnection> connection_;
    std::shared_ptr<IoLoop> loop_; ///< outlives the connection
};

HttpConnection::HttpConnection(std::shared_ptr<IoLoop> loop, ServerShared &shared, Peer peer)
    : loop_(std::move(loop)), shared_(shared), peer_(std::move(peer)), parser_(shared.setup.limits.message) {}

HttpConnection::~HttpConnection() {
    OPENSSL_cleanse(in_.data(), in_.size());
}

void HttpConnection::start() {
    place_ = loop_->add(shared_from_this());
    enter(Phase::Handshake);
    doHandshake();
}

void HttpConnection::onReady(bool worked) {
    if (!worked)
        return close();
    enter(Phase::Idle);
    read();
}

void HttpConnection::enter(Phase phase) {
    const HttpLimits &limits = shared_.setup.limits;
    const auto allowed = [&]() -> std::chrono::milliseconds {
        switch (phase) {
        case Phase::Handshake:
            return limits.handshake;
        case Phase::Idle:
            return limits.idle;
        case Phase::Header:
            return limits.header;
        case Phase::Body:
            return limits.body;
        case Phase::Answering:
            return limits.answer;
        case Phase::Writing:
            return limits.write;
        default:
            return drainTime;
        }
    };
    phase_ = phase;
    deadline_ = loop_->now() + allowed();
}

void HttpConnection::sweep(SteadyTime now) {
    if (phase_ == Phase::Closed || now < deadline_)
        return;
    if (phase_ == Phase::Header || phase_ == Phase::Body)
        return refuse({408, "request_timeout", "The request took too long to arrive."});
    close();
}

void HttpConnection::finish() {
    last_ = true;
    if (phase_ == Phase::Idle || phase_ == Phase::Handshake || phase_ == Phase::Draining)
        close();
}

void HttpConnection::close() {
    if (phase_ == Phase::Closed)
        return;
    if (phase_ == Phase::Writing)
        tell();
    phase_ = Phase::Closed;
    closed_ = true;
    response_.stream.reset(); // it holds its request, and that this connection
    doClose();
    shared_.leave(peer_.address);
    loop_->remove(place_);
}

void HttpConnection::read() {
    if (in_.size() == filled_)
        grow();
    reading_ = true;
    doRead(std::span(in_).subspan(filled_));
}

/// A bigger buffer; what the old one held is wiped.
void HttpConnection::grow() {
    std::vector<char> bigger(std::clamp(in_.size() * 2, firstBuffer, largestBuffer));
    std::ranges::copy(std::span(in_).first(filled_), bigger.begin());
    OPENSSL_cleanse(in_.data(), in_.size());
    in_.swap(bigger);
}

void HttpConnection::forget(std::size_t used) {
    std::ranges::copy(std::span(in_).subspan(used, filled_ - used), in_.begin());
    OPENSSL_cleanse(in_.data() + (filled_ - used), used);
    filled_ -= used;
}

void HttpConnection::onRead(bool worked, std::size_t bytes) {
    reading_ = false;
    if (phase_ == Phase::Closed)
        return;
    if (!worked)
        return close();
    if (phase_ == Phase::Draining) {
        drained_ += bytes;
        return drained_ > mostDrained ? close() : drain();
    }
    if (phase_ != Phase::Idle && phase_ != Phase::Header && phase_ != Phase::Body)
        return; // it came too late, while its refusal was written
    filled_ += bytes;
    parse();
}

void HttpConnection::parse() {
    forget(parser_.read(std::span(in_).first(filled_)));
    switch (parser_.state()) {
    case RequestParser::State::Header:
        return readHeader();
    case RequestParser::State::Body:
        return readBody();
    case RequestParser::State::Whole:
        return handle();
    case RequestParser::State::Failed:
        return refuse(parser_.fault());
    }
}

void HttpConnection::readHeader() {
    if (phase_ != Phase::Header)
        enter(Phase::Header);
    if (filled_ == largestBuffer)
        return refuse({431, "header_too_large", "The request's header is larger than this server reads."});
    read();
}

void HttpConnection::readBody() {
    if (filled_ == largestBuffer)
        return refuse({400, "malformed_request", "The request's chunks are malformed."});
    const bool first = phase_ != Phase::Body;
    if (first)
        enter(Phase::Body);
    if (!first || !parser_.wantsContinue() || filled_ > 0)
        return read();
    continuing_ = true;
    doWrite("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::handle() {
    HttpRequest &request = parser_.request();
    request.peer = &peer_;
    request.number = shared_.nextNumber();
    asked_ = std::chrono::steady_clock::now();
    last_ = last_ || !parser_.keepAlive() || shared_.stopping;
    enter(Phase::Answering);
    const Router::Match match = shared_.router.find(request.method, request.path);
    route_ = match.route;
    request.parameters = match.parameters;
    if (!route_ && match.allow.isEmpty())
        return refuse(404, "not_found", u"There is nothing at this path."_s);
    HttpResponse allow{.status = 204};
    allow.addHeader("Allow", match.allow);
    if (!route_ && request.method == HttpMethod::Options)
        return send(std::move(allow));
    if (!route_)
        return refuse(405, "method_not_allowed", u"This path has other methods: see Allow."_s, std::move(allow));
    if (const auto *direct = std::get_if<DirectHandler>(&route_->handler))
        return answerAtOnce(*direct);
    defer(std::get<DeferredHandler>(route_->handler));
}

void HttpConnection::answerAtOnce(const DirectHandler &handler) {
    send(handler(parser_.request()));
}

void HttpConnection::defer(const DeferredHandler &handler) {
    if (shared_.deferred >= shared_.setup.limits.deferred) {
        HttpResponse later;
        later.addHeader("Retry-After", "1");
        return refuse(503, "busy", u"The server has too much to do just now. Try again in a moment."_s,
                      std::move(later));
    }
    ++shared_.deferred;
    const auto slot = std::make_shared<Slot>(shared_from_this());
    const HttpRequestPtr request(slot, slot->request());
    QMetaObject::invokeMethod(
        &shared_.context, [&handler, request, answer = HttpAnswer(slot)] { handler(request, answer); },
        Qt::QueuedConnection);
}

void HttpConnection::refuse(const ParseFault &fault) {
    asked_ = std::chrono::steady_clock::now();
    route_ = nullptr;
    last_ = true;
    HttpRequest &request = parser_.request();
    request.peer = &peer_;
    request.number = shared_.nextNumber();
    refuse(fault.status, fault.code, QString::fromLatin1(fault.detail));
}

void HttpConnection::refuse(int status, QByteArrayView code, const QString &detail, HttpResponse more) {
    HttpResponse response =
        problemResponse(parser_.request(), {.status = status, .code = code.toByteArray(), .detail = detail});
    response.headers = std::move(more.headers);
    send(std::move(response));
}

void HttpConnection::send(HttpResponse response) {
    if (phase_ == Phase::Closed)
        return wipeIf(response.secret, response.body);
    if (response.status >= 400 && response.contentType.isEmpty()) {
        const HttpRequest &request = parser_.request();
        response = problemResponse(
            request, {.status = 500,
                      .code = "internal_error",
                      .detail = u"The server failed to answer. Its log has more under the request's id."_s});
        response.close = true;
    }
    last_ = last_ || response.close || (response.stream && parser_.isHttp10());
    response_ = std::move(response);
    sent_ = 0;
    out_.clear();
    writeHead();
    if (!parser_.isHead())
        out_ += response_.body;
    wipeIf(response_.secret, response_.body);
    if (parser_.isHead())
        response_.stream.reset();
    write();
}

void HttpConnection::writeHead() {
    const HttpResponse &response = response_;
    out_.reserve(512 + response.headers.size() + response.body.size());
    out_ += "HTTP/1.1 ";
    appendNumber(out_, response.status);
    out_ += ' ';
    out_ += reasonPhrase(response.status);
    out_ += "\r\n";
    out_ += loop_->date();
    if (!response.contentType.isEmpty())
        out_ += "Content-Type: " + response.contentType + "\r\n";
    if (isChunked())
        out_ += "Transfer-Encoding: chunked\r\n";
    else if (!response.stream && response.status != 204 && response.status != 304) {
        out_ += "Content-Length: ";
        appendNumber(out_, response.body.size());
        out_ += "\r\n";
    }
    out_ += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Request-Id: ";
    out_ += parser_.request().id();
    out_ += "\r\n";
    out_ += response.headers;
    if (last_)
        out_ += "Connection: close\r\n";
    else if (parser_.isHttp10())
        out_ += "Connection: keep-alive\r\n";
    out_ += "\r\n";
}

void HttpConnection::write() {
    enter(Phase::Writing);
    sent_ += out_.size();
    doWrite(out_);
}

void HttpConnection::onWritten(bool worked) {
    if (phase_ == Phase::Closed)
        return;
    wipeIf(response_.secret, out_);
    if (!worked)
        return close();
    if (std::exchange(continuing_, false))
        return read();
    if (response_.stream)
        return askPiece();
    answered();
}

void HttpConnection::askPiece() {
    enter(Phase::Answering);
    const auto slot = std::make_shared<Slot>(shared_from_this());
    response_.stream->next([slot](BodyStream::Piece piece) { slot->givePiece(std::move(piece)); });
}

void HttpConnection::takePiece(BodyStream::Piece piece) {
    if (phase_ != Phase::Answering)
        return;
    if (!piece)
        return close(); // without the end of the chunks: the client sees that it is cut
    out_.clear();
    if (isChunked())
        out_ += QByteArray::number(piece->size(), 16) + "\r\n";
    out_ += *piece;
    if (isChunked())
        out_ += "\r\n";
    if (piece->isEmpty())
        response_.stream.reset();
    write();
}

void HttpConnection::answered() {
    tell();
    response_ = {};
    parser_.next();
    if (last_) {
        doEndSending();
        enter(Phase::Draining);
        drained_ = 0;
        return drain();
    }
    enter(Phase::Idle);
    if (filled_ > 0)
        return parse();
    read();
}

void HttpConnection::tell() {
    if (shared_.setup.observe)
        shared_.setup.observe({.request = parser_.request(),
                               .route = route_,
                               .status = response_.status,
                               .sent = sent_,
                               .took = std::chrono::steady_clock::now() - asked_,
                               .code = response_.code,
                               .caller = response_.caller});
}

/// Takes in what the client still sends, for a while and up to a size: closed at once, it might never see its answer.
void HttpConnection::drain() {
    filled_ = 0;
    if (!reading_)
        read();
}

} // namespace keywright
