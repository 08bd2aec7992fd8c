// Bytes become requests, strictly: what two programs could read differently is refused.
#pragma once

#include "app/server/http/http_message.h"

#include <memory>
#include <span>

namespace keywright {

struct MessageLimits {
    std::size_t header = 8 * 1024; ///< bytes of the request line and all header lines
    std::size_t body = 64 * 1024;  ///< bytes, after the transfer encoding is taken off
};

/// Why bytes are no request: the status that tells the client, a code and a sentence. The connection ends with it.
struct ParseFault {
    int status = 400;
    QByteArrayView code;
    QByteArrayView detail;
};

/// Reads one request after another from a buffer that grows. What it holds is wiped by next().
class RequestParser {
public:
    explicit RequestParser(const MessageLimits &limits);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    enum class State {
        Header, ///< wants more bytes
        Body,   ///< the header is read; wants more bytes
        Whole,  ///< request() is complete
        Failed, ///< fault() says why; nothing more can be read from this connection
    };
    /// Reads from the start of `bytes` and returns how many it is done with; the rest must be given again, with more.
    std::size_t read(std::span<const char> bytes);
    State state() const;
    const ParseFault &fault() const;

    /// From the moment when its header is read. Its body is there once it is Whole.
    HttpRequest &request();
    bool isHead() const;        ///< asked as HEAD
    bool isHttp10() const;      ///< answers must not be chunked
    bool keepAlive() const;     ///< the client wants the connection to stay
    bool wantsContinue() const; ///< the client waits for 100 before it sends the body

    /// Wipes the request and gets ready for the next one.
    void next();

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

} // namespace keywright
