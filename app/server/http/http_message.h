// One HTTP request as handlers see it, and the answer they give. No socket, no Boost.
#pragma once

#include <QByteArray>
#include <QHostAddress>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace keywright {

enum class HttpMethod { Get, Head, Post, Put, Patch, Delete, Options, Other };
QLatin1StringView methodName(HttpMethod method);

struct HttpHeader {
    QByteArrayView name;
    QByteArrayView value; ///< without the space around it
};

/// Who is at the other end of the connection: the client, or a gateway that speaks for one.
struct Peer {
    QHostAddress address;
    QByteArray text; ///< the address as text; IPv4 also where it came mapped into IPv6
    bool loopback = false;
    bool encrypted = false;
};

/// A request that was received whole and is well-formed. Its bytes live in the connection until it is answered, and are
/// wiped then: what outlives the answer must be copied.
struct HttpRequest {
    HttpMethod method = HttpMethod::Get;        ///< never Head: the server answers it as Get without the body
    QByteArrayView path;                        ///< as sent, percent-encoded, from its `/`, without the query
    QByteArrayView query;                       ///< as sent, without the `?`
    std::vector<HttpHeader> headers;            ///< in the order in which they came
    QByteArrayView body;                        ///< without any transfer encoding
    std::array<QByteArrayView, 2> parameters{}; ///< the parts of the path that the route's `{}` stand for, as sent
    const Peer *peer = nullptr;
    quint64 number = 0; ///< tells requests apart, in this process and between starts

    /// The first header of that name, whatever its case; nothing if there is none.
    std::optional<QByteArrayView> header(QByteArrayView name) const;
    int headerCount(QByteArrayView name) const;
    /// `request_id`: what the answer's `X-Request-Id`, its problem document and the log call it.
    QByteArray id() const;
};
/// Keeps the connection's memory alive; valid until the answer is given.
using HttpRequestPtr = std::shared_ptr<const HttpRequest>;

/// `%41` becomes `A`; nothing where an escape is malformed or the text is then no UTF-8 or holds a NUL.
std::optional<QString> percentDecoded(QByteArrayView text);
/// The members of a query: decoded, in their order; nothing where one can't be decoded.
std::optional<QList<std::pair<QString, QString>>> queryMembers(QByteArrayView query);

/// A body that is made while it is sent.
class BodyStream {
public:
    using Piece = std::optional<QByteArray>;
    virtual ~BodyStream() = default;
    /// Asked once the piece before is on its way; calls `give` once, from any thread: the next piece, an empty one at
    /// the end, or nothing where the answer must break off (the client sees that it is cut).
    virtual void next(std::function<void(Piece)> give) = 0;
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = {}; ///< empty: no body
    QByteArray headers = {};     ///< further header lines, each ended: see addHeader()
    QByteArray body = {};
    std::shared_ptr<BodyStream> stream = {}; ///< the body instead, in pieces
    bool secret = false;                     ///< the body holds a token: wiped once it is sent
    bool close = false;                      ///< no further request on this connection

    // For the log alone: never a token, never what the client typed.
    QByteArray code = {};   ///< the problem's code
    QByteArray caller = {}; ///< the id of the member or key that asked

    /// `value` must be free of control characters: anything else is left out.
    void addHeader(QByteArrayView name, QByteArrayView value);
};

/// 204.
HttpResponse noContent();
HttpResponse jsonResponse(int status, QByteArray body);

/// Takes the answer to one request: once, from any thread. If all copies go without it, the client gets 500.
class HttpAnswer {
public:
    class Target {
    public:
        virtual ~Target() = default;
        virtual void give(HttpResponse response) = 0;
        /// False once the client is gone or was given up: the answer would reach nobody.
        virtual bool isWanted() const = 0;
    };
    explicit HttpAnswer(std::shared_ptr<Target> target);
    void operator()(HttpResponse response) const;
    bool isWanted() const;

private:
    struct Once;
    std::shared_ptr<Once> once_;
};

/// Answers at once, on a connection's thread: must not block, and is called from several threads at a time.
using DirectHandler = std::function<HttpResponse(const HttpRequest &)>;
/// Is called on the thread of the server's context (Qt's event loop) and answers when it can.
using DeferredHandler = std::function<void(HttpRequestPtr, HttpAnswer)>;

} // namespace keywright
