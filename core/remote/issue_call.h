// Making a key over a network: at most one key comes of it, whatever is lost on the way.
#pragma once

#include "core/remote/remote_session.h"

#include <QTimer>

namespace keywright {

struct IssueRequest {
    QByteArray path;
    QByteArray body;
    bool rotates = false;
};

/// Sends it with an Idempotency-Key. A lost answer is asked for again; if there is a key by then whose token nobody
/// has seen, that one is revoked and another one made, and the warnings say so. Deletes itself.
class IssueCall final : public QObject {
    Q_OBJECT
public:
    static Reply<Issued> start(RemoteSession &session, const IssueRequest &request, const RequestId &id);

private:
    IssueCall(RemoteSession &session, IssueRequest request, const RequestId &id);

    void send();
    void take(RemoteResult result);
    /// The lost answer's key, whose token is lost with it.
    void replaceOrphan(const ApiKey &orphan);
    void revokeOrphan(const std::function<void(bool done)> &then);
    void sendAnew(QByteArray path);
    bool isWorthAnotherTry(const RemoteResult &result) const;
    Error lostFor(const Error &error) const;
    void end(Result<Issued> result);

    RemoteSession &session_;
    IssueRequest request_;
    QByteArray id_;
    Pending<Issued> pending_;
    QTimer pause_;
    QPointer<RemoteExchange> exchange_;
    std::optional<ApiKey> orphan_;
    QStringList warnings_;
    int tries_ = 0;
    bool mayHaveArrived_ = false;
};

} // namespace keywright
