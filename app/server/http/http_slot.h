// What a handler on another thread holds of a connection. Private to the HTTP room.
#pragma once

#include "app/server/http/http_connection.h"

namespace keywright {

/// The connection itself is only ever let go on its loop.
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

} // namespace keywright
