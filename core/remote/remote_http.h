// HTTP as a remote keyring speaks it: one request is one exchange that ends exactly once. HTTPS alone (but to this
// computer), the key to no other host, a limit for size and for silence, and a log without anything secret.
#pragma once

#include "core/crypto/secret.h"
#include "core/remote/server_address.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

namespace keywright {

struct RemoteRequest {
    enum class Verb { Get, Post, Patch, Delete };
    using Header = std::pair<QByteArray, QByteArray>;

    Verb verb = Verb::Get;
    QByteArray path;      ///< below the server's address, encoded, with its query
    QByteArray body = {}; ///< JSON
    QList<Header> headers = {};
    std::chrono::milliseconds silence{20'000}; ///< longest time without a byte
    qint64 mostBytes = 16 * 1024 * 1024;       ///< of the answer
    bool secret = false;                       ///< the answer holds a token: what is read of it is wiped
};

/// Whatever the server said, with any status.
struct RemoteAnswer {
    int status = 0;
    QByteArray body;
    QList<RemoteRequest::Header> headers;

    QByteArray header(QByteArrayView lowerCaseName) const;
    bool isJson() const; ///< by its Content-Type, whatever the body holds
    /// `Retry-After` in seconds, if it is there; at most a day.
    std::optional<std::chrono::seconds> retryAfter() const;
};

/// Why there is no answer.
struct RemoteFault {
    enum class Kind {
        Cancelled,
        UnknownHost,
        Unreachable, ///< refused, reset, no route, closed
        TimedOut,
        Certificate,
        Redirected,
        TooLarge,
        Proxy,
        CutOff, ///< the answer broke off
    };
    Kind kind = Kind::Unreachable;
    QString message;             ///< for people, translated
    QString technical;           ///< for "Copy details"; no secret
    bool mayHaveArrived = false; ///< the request can have reached the server
};

using RemoteResult = std::expected<RemoteAnswer, RemoteFault>;

/// One request under way. Deletes itself once it has ended.
class RemoteExchange : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Ends it now, with Kind::Cancelled.
    virtual void cancel() = 0;
};

class RemoteHttp final : public QObject {
    Q_OBJECT
public:
    using Then = std::function<void(RemoteResult)>;

    RemoteHttp(ServerAddress address, std::shared_ptr<const Secret> key, QObject *parent = nullptr);
    ~RemoteHttp() override;

    const ServerAddress &address() const { return address_; }
    /// Sends once. `then` runs later, exactly once, while this lives.
    QPointer<RemoteExchange> send(const RemoteRequest &request, Then then);
    /// The same for what changes nothing: repeated up to twice where the network or the server fails for a moment,
    /// after the time that the server asks for if that is short.
    QPointer<RemoteExchange> read(const RemoteRequest &request, Then then);

private:
    friend class RemoteTransfer;

    ServerAddress address_;
    std::shared_ptr<const Secret> key_;
    QNetworkAccessManager network_;
    QSslConfiguration tls_;
};

} // namespace keywright
