// A running server: the keyring, its routes, and the sockets in front of them.
#pragma once

#include "app/server/config/server_options.h"
#include "app/server/gateway/gateway.h"
#include "app/server/log.h"
#include "app/server/metrics.h"
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
    /// Reads the certificate again; what is wrong with it stands in the log, and the one before stays.
    void reload();
    /// Accepts nothing more, finishes what is under way; stopped() follows.
    void stop();

Q_SIGNALS:
    void started();
    void failed(const keywright::Error &error);
    void stopped();

private:
    void openVerifier(const QList<ListenAddress> &addresses);
    Done serve(const QList<ListenAddress> &addresses);

    ServerOptions options_;
    const Clock &clock_;
    Log log_;
    Metrics metrics_;
    LocalKeyring store_;
    Router router_;
    ApiEvents events_;
    Mailbox mailbox_; ///< for what the requests' threads ask
    Api api_;
    Reply<void> opening_; ///< while it runs, verifier_ is its own
    std::unique_ptr<Verifier> verifier_;
    std::unique_ptr<Gateway> gateway_;
    std::unique_ptr<HttpServer> http_;
};

} // namespace keywright
