#include "app/server/http/http_slot.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t firstBuffer = 1024;
constexpr std::size_t largestBuffer = 16 * 1024;
constexpr std::size_t mostDrained = 1024 * 1024;
constexpr std::chrono::seconds drainTime{2};

} // namespace

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
    if (phase == Phase::Idle)
        loop_->nowIdle(place_);
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
    shared_.context.post([&handler, request, answer = HttpAnswer(slot)] { handler(request, answer); });
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

} // namespace keywright
