// A running server: the keyring, its routes, and the sockets in front of them.
#pragma once

#include "app/server/config/server_options.h"
#include "app/server/log.h"
#include "app/server/routes/api.h"

namespace keywright {

class Service final : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    Service(ServerOptions options, const Clock &clock);
    ~Service() override;

    /// Opens the keyring, then listens. One of started() and failed() follows.
    void start();
    /// Accepts nothing more, finishes what is under way; stopped() follows.
    void stop();

Q_SIGNALS:
    void started();
    void failed(const keywright::Error &error);
    void stopped();

private:
    Done serve();

    ServerOptions options_;
    const Clock &clock_;
    Log log_;
    LocalKeyring store_;
    Router router_;
    Api api_;
    std::unique_ptr<HttpServer> http_;
};

} // namespace keywright
