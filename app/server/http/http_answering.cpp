// How a connection answers: head, body or its pieces, then the next request or the end.
#include "app/server/http/http_slot.h"
#include "core/crypto/secret.h"

#include <algorithm>
#include <charconv>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// A body without a token leaves no trace worth wiping.
void wipeIf(bool secret, QByteArray &bytes) {
    if (secret)
        wipe(bytes);
}

/// Puts texts one behind the other into room that is there already.
class HeadWriter {
public:
    explicit HeadWriter(char *to) : to_(to) {}
    HeadWriter &operator<<(QByteArrayView text) {
        to_ = std::copy(text.begin(), text.end(), to_);
        return *this;
    }
    HeadWriter &operator<<(qint64 number) {
        to_ = std::to_chars(to_, to_ + longestNumber, number).ptr;
        return *this;
    }
    char *end() const { return to_; }
    static constexpr qsizetype longestNumber = 20;

private:
    char *to_;
};

/// More than all that a head holds beside texts of changing length.
constexpr qsizetype roomForHead = 512;

} // namespace

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
    writeHead();
    wipeIf(response_.secret, response_.body);
    if (parser_.isHead())
        response_.stream.reset();
    write();
}

void HttpConnection::writeHead() {
    const HttpResponse &response = response_;
    out_.resize(roomForHead + response.contentType.size() + response.headers.size() + response.body.size());
    HeadWriter head(out_.data());
    head << "HTTP/1.1 " << response.status << " " << reasonPhrase(response.status) << "\r\n" << loop_->date();
    if (!response.contentType.isEmpty())
        head << "Content-Type: " << response.contentType << "\r\n";
    if (isChunked())
        head << "Transfer-Encoding: chunked\r\n";
    else if (!response.stream && response.status != 204 && response.status != 304)
        head << "Content-Length: " << response.body.size() << "\r\n";
    head << "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Request-Id: " << parser_.request().id()
         << "\r\n"
         << response.headers;
    if (last_)
        head << "Connection: close\r\n";
    else if (parser_.isHttp10())
        head << "Connection: keep-alive\r\n";
    head << "\r\n";
    if (!parser_.isHead())
        head << response.body;
    out_.truncate(head.end() - out_.constData());
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
