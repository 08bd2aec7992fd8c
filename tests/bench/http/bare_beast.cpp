// What Boost.Beast alone can do: one thread, keep-alive, a deadline for reading and writing, one constant answer. The
// measure beside which the server's own figure stands: bare_beast PORT BYTES.
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <cstdlib>
#include <memory>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds headerAndBody{40}, writing{30};

class Client : public std::enable_shared_from_this<Client> {
public:
    Client(tcp::socket socket, const std::string &body) : stream_(std::move(socket)) {
        answer_.set(http::field::content_type, "application/json");
        answer_.set(http::field::cache_control, "no-store");
        answer_.body() = body;
        answer_.prepare_payload();
    }
    void read() {
        request_ = {};
        stream_.expires_after(headerAndBody);
        http::async_read(stream_, buffer_, request_, [self = shared_from_this()](const error_code &error, std::size_t) {
            if (!error)
                self->write();
        });
    }

private:
    void write() {
        answer_.keep_alive(request_.keep_alive());
        stream_.expires_after(writing);
        http::async_write(stream_, answer_, [self = shared_from_this()](const error_code &error, std::size_t) {
            if (!error && self->request_.keep_alive())
                self->read();
        });
    }

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    http::request<http::string_body> request_;
    http::response<http::string_body> answer_;
};

void accept(tcp::acceptor &acceptor, const std::string &body) {
    acceptor.async_accept([&acceptor, &body](const error_code &error, tcp::socket socket) {
        if (!error) {
            socket.set_option(tcp::no_delay(true));
            std::make_shared<Client>(std::move(socket), body)->read();
        }
        accept(acceptor, body);
    });
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    asio::io_context context(1);
    tcp::acceptor acceptor(context,
                           {asio::ip::make_address("127.0.0.1"), static_cast<unsigned short>(std::atoi(argv[1]))});
    const std::string body(static_cast<std::size_t>(std::atoi(argv[2])), 'x');
    accept(acceptor, body);
    context.run();
    return 0;
}
