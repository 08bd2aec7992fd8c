// The two kinds of exchanges: one request, and one that is repeated while that can help.
#pragma once

#include "core/remote/remote_http.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

namespace keywright {

class RemoteTransfer final : public RemoteExchange {
    Q_OBJECT
public:
    RemoteTransfer(RemoteHttp &http, const RemoteRequest &request, RemoteHttp::Then then);
    ~RemoteTransfer() override;

    void cancel() override;

private:
    void start(const QUrl &url);
    QNetworkRequest networkRequest(const QUrl &url) const;
    void watch();
    void checkPeer();
    void checkCertificate(const QList<QSslError> &errors);
    bool isPinned() const;
    void take();
    bool isTooLarge() const;
    void finish();
    void follow(const QUrl &target);
    RemoteResult answer();
    void end(RemoteResult result);
    QString host() const { return http_.address_.url.host(); }

    RemoteHttp &http_;
    RemoteRequest request_;
    RemoteHttp::Then then_;
    std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply_;
    QByteArray body_;
    std::optional<RemoteFault> fault_;
    int redirects_ = 0;
    QElapsedTimer time_;
};

/// Asks again after a fault of the moment; ends with the last result.
class RemoteRepetition final : public RemoteExchange {
    Q_OBJECT
public:
    RemoteRepetition(RemoteHttp &http, const RemoteRequest &request, RemoteHttp::Then then);

    void cancel() override;

private:
    void ask();
    void take(RemoteResult result);
    /// How long to wait before the next try; nothing: there is none.
    std::optional<std::chrono::milliseconds> pauseAfter(const RemoteResult &result) const;

    RemoteHttp &http_;
    RemoteRequest request_;
    RemoteHttp::Then then_;
    QPointer<RemoteExchange> current_;
    QTimer pause_;
    int tries_ = 0;
};

} // namespace keywright
