#include "app/server/http/request_parser.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <optional>

namespace keywright {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using beast::error_code;
using beast::string_view;

HttpMethod methodOf(http::verb verb) {
    switch (verb) {
    case http::verb::get:
    case http::verb::head:
        return HttpMethod::Get;
    case http::verb::post:
        return HttpMethod::Post;
    case http::verb::put:
        return HttpMethod::Put;
    case http::verb::patch:
        return HttpMethod::Patch;
    case http::verb::delete_:
        return HttpMethod::Delete;
    case http::verb::options:
        return HttpMethod::Options;
    default:
        return HttpMethod::Other;
    }
}

ParseFault faultOf(const error_code &what) {
    using http::error;
    const auto is = [&what](error one) { return what == http::make_error_code(one); };
    if (is(error::header_limit))
        return {431, "header_too_large", "The request's header is larger than this server reads."};
    if (is(error::body_limit))
        return {413, "body_too_large", "The request's body is larger than this server reads."};
    if (is(error::bad_version))
        return {505, "http_version", "This server speaks HTTP/1.1."};
    if (is(error::bad_transfer_encoding))
        return {400, "malformed_request", "The transfer encoding is not one that can be read in just one way."};
    if (is(error::bad_content_length) || is(error::multiple_content_length))
        return {400, "malformed_request", "The content length is not one that can be read in just one way."};
    return {400, "malformed_request", "This is not a well-formed HTTP request."};
}

/// The bytes of one request, in memory that stays where it is and is wiped.
class Arena {
public:
    explicit Arena(std::size_t size) : size_(size) {}
    ~Arena() { wipe(); }
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    bool fits(std::size_t size) const { return used_ + size <= size_; }
    QByteArrayView keep(string_view text) {
        bytes_.resize(size_); // a connection that never asks anything costs nothing
        char *const place = bytes_.data() + used_;
        std::ranges::copy(text, place);
        used_ += text.size();
        return {place, qsizetype(text.size())};
    }
    void wipe() {
        OPENSSL_cleanse(bytes_.data(), used_);
        used_ = 0;
    }

private:
    std::size_t size_;
    std::vector<char> bytes_;
    std::size_t used_ = 0;
};

constexpr std::size_t keptBody = 4 * 1024; // a larger body's memory is given back after it

/// One message: Beast's grammar, our rules.
class Message final : public http::basic_parser<true> {
public:
    Message(HttpRequest &request, Arena &head, std::vector<char> &body) : request_(request), head_(head), body_(body) {}

    std::optional<ParseFault> rule; ///< what our own rules found
    unsigned version = 11;
    bool isHead = false;
    bool wantsContinue = false;

private:
    void refuse(error_code &error, int status, QByteArrayView code, QByteArrayView detail) {
        rule = ParseFault{status, code, detail};
        error = http::make_error_code(http::error::bad_value);
    }

    void on_request_impl(http::verb verb, string_view, string_view target, int minor, error_code &error) override {
        version = unsigned(minor);
        isHead = verb == http::verb::head;
        request_.method = methodOf(verb);
        if (!head_.fits(target.size()))
            return refuse(error, 414, "target_too_long", "The request's target is longer than this server reads.");
        if (verb == http::verb::connect)
            return refuse(error, 501, "not_implemented", "This server is no proxy.");
        readTarget(head_.keep(target), error);
    }

    void readTarget(QByteArrayView target, error_code &error) {
        const qsizetype scheme = target.indexOf("://");
        if (!target.startsWith('/') && scheme > 0) { // a whole URL, as proxies send: its host is not looked at
            const qsizetype slash = target.indexOf('/', scheme + 3);
            target = slash < 0 ? QByteArrayView("/") : target.sliced(slash);
        }
        const bool star = target == "*" && request_.method == HttpMethod::Options;
        if ((!target.startsWith('/') && !star) || target.contains('#'))
            return refuse(error, 400, "malformed_request", "The request's target is no path.");
        const qsizetype mark = target.indexOf('?');
        request_.path = mark < 0 ? target : target.first(mark);
        request_.query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    }

    void on_response_impl(int, string_view, int, error_code &) override {}

    void on_field_impl(http::field, string_view name, string_view value, error_code &error) override {
        if (is_header_done())
            return; // a trailer: nothing in it counts
        if (!head_.fits(name.size() + value.size()))
            return refuse(error, 431, "header_too_large", "The request's header is larger than this server reads.");
        const QByteArrayView kept = head_.keep(name);
        request_.headers.push_back({.name = kept, .value = head_.keep(value).trimmed()});
    }

    void on_header_impl(error_code &error) override {
        const auto encoding = request_.header("transfer-encoding");
        if (encoding && (version < 11 || request_.headerCount("transfer-encoding") > 1 ||
                         encoding->compare("chunked", Qt::CaseInsensitive) != 0))
            return refuse(error, 400, "malformed_request", "No transfer encoding but a single \"chunked\" is read.");
        const auto length = request_.header("content-length");
        if (length && !std::ranges::all_of(*length, [](char c) { return c >= '0' && c <= '9'; }))
            return refuse(error, 400, "malformed_request", "The content length is no number.");
        if (request_.headerCount("content-length") > 1 || (encoding && length))
            return refuse(error, 400, "malformed_request", "The length of the body is said twice.");
        const int hosts = request_.headerCount("host");
        if (hosts > 1 || (hosts == 0 && version >= 11))
            return refuse(error, 400, "malformed_request", "A request has exactly one Host.");
        const auto expect = request_.header("expect");
        if (expect && expect->compare("100-continue", Qt::CaseInsensitive) != 0)
            return refuse(error, 417, "expectation_failed", "No expectation but 100-continue is met.");
        wantsContinue = expect && version >= 11;
    }

    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}

    std::size_t on_body_impl(string_view body, error_code &) override {
        body_.insert(body_.end(), body.begin(), body.end());
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code &error) override {
        return on_body_impl(body, error);
    }

    void on_finish_impl(error_code &) override { request_.body = {body_.data(), qsizetype(body_.size())}; }

    HttpRequest &request_;
    Arena &head_;
    std::vector<char> &body_;
};

} // namespace

class RequestParser::Reader {
public:
    explicit Reader(const MessageLimits &limits) : limits_(limits), head_(limits.header) { begin(); }
    ~Reader() { OPENSSL_cleanse(body_.data(), body_.size()); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    void begin() {
        head_.wipe();
        OPENSSL_cleanse(body_.data(), body_.size());
        if (body_.capacity() > keptBody)
            std::vector<char>().swap(body_);
        body_.clear();
        std::vector<HttpHeader> headers = std::move(request.headers);
        headers.clear();
        request = {};
        request.headers = std::move(headers);
        state = State::Header;
        message.emplace(request, head_, body_);
        message->header_limit(std::uint32_t(limits_.header));
        message->body_limit(limits_.body);
        message->eager(true);
    }

    std::size_t read(std::span<const char> bytes) {
        std::size_t used = 0;
        while (used < bytes.size() && (state == State::Header || state == State::Body)) {
            error_code error;
            const std::size_t step =
                message->put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), error);
            used += step;
            const bool more = error == http::make_error_code(http::error::need_more);
            settle(more ? error_code() : error);
            if (more || step == 0)
                break;
        }
        return used;
    }

    HttpRequest request;
    std::optional<Message> message;
    State state = State::Header;
    ParseFault fault;

private:
    void settle(const error_code &error) {
        if (error) {
            state = State::Failed;
            fault = message->rule.value_or(faultOf(error));
        } else if (message->is_done()) {
            state = State::Whole;
        } else if (message->is_header_done()) {
            state = State::Body;
        }
    }

    MessageLimits limits_;
    Arena head_;
    std::vector<char> body_;
};

RequestParser::RequestParser(const MessageLimits &limits) : reader_(std::make_unique<Reader>(limits)) {}

RequestParser::~RequestParser() = default;

std::size_t RequestParser::read(std::span<const char> bytes) {
    return reader_->read(bytes);
}

RequestParser::State RequestParser::state() const {
    return reader_->state;
}

const ParseFault &RequestParser::fault() const {
    return reader_->fault;
}

HttpRequest &RequestParser::request() {
    return reader_->request;
}

bool RequestParser::isHead() const {
    return reader_->message->isHead;
}

bool RequestParser::isHttp10() const {
    return reader_->message->version < 11;
}

bool RequestParser::keepAlive() const {
    return reader_->message->keep_alive();
}

bool RequestParser::wantsContinue() const {
    return reader_->state == State::Body && reader_->message->wantsContinue && reader_->request.body.isEmpty();
}

void RequestParser::next() {
    reader_->begin();
}

} // namespace keywright
