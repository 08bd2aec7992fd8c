// The managing half of the server: who asks is known, and the keyring is theirs to see.
#pragma once

#include "app/server/config/server_options.h"
#include "app/server/http/router.h"
#include "app/server/http/strict_json.h"
#include "core/keyring/local_keyring.h"
#include "core/keyring/reply.h"
#include "core/platform/mailbox.h"

namespace keywright {

/// One request of a known caller, until it is answered. Lives on the server's thread.
class Call {
public:
    /// `settle`: see Api.
    Call(Mailbox &context, HttpRequestPtr request, HttpAnswer answer, std::unique_ptr<LocalKeyring> keyring,
         Instant now, std::function<Reply<void>()> settle = {});

    const HttpRequest &request() const { return *request_; }
    LocalKeyring &keyring() const { return *keyring_; }
    const KeyringInfo &info() const { return info_; }
    Instant now() const { return now_; }
    Situation situation() const { return info_.situation(now_); }
    Mailbox &context() const { return context_; }
    bool isWanted() const { return answer_.isWanted(); }

    void answer(HttpResponse response) const;
    void fail(const Problem &problem) const;
    /// What the keyring said no to: `action` tells a refusal's kind.
    void fail(const Error &error, Action action) const;
    /// The gate, for what needs no key. Where it says no, the request is answered.
    bool mayDo(Action action) const;

private:
    QByteArray callerId() const;
    void refuse(const Error &error, Action action) const;

    Mailbox &context_;
    HttpRequestPtr request_;
    HttpAnswer answer_;
    std::unique_ptr<LocalKeyring> keyring_;
    KeyringInfo info_;
    Instant now_;
    std::function<Reply<void>()> settle_;
};
using CallPtr = std::shared_ptr<Call>;

/// `then(T)` with what the keyring answered; an error answers the request.
template<class T, class F>
void onReply(const CallPtr &call, Action action, const Reply<T> &reply, F then) {
    whenDone(reply, &call->context(), [call, action, then = std::move(then)](Result<T> result) mutable {
        if (result)
            then(std::move(*result));
        else
            call->fail(result.error(), action);
    });
}

/// The id that a route's first `{}` stands for; where it can't be one, the request is answered.
std::optional<KeyId> keyIdOf(const CallPtr &call);

/// What those who wait inside a request are told.
class ApiEvents final : public QObject {
    Q_OBJECT
Q_SIGNALS:
    /// The server stops: answer now.
    void stopping();
};

/// What all managing routes share. Must outlive the server.
struct Api {
    Mailbox &context;
    ApiEvents &events;
    LocalKeyring &store;
    const Clock &clock;
    Router &router;
    /// Waited for before a change is answered: whoever verifies keys has taken it over then.
    std::function<Reply<void>()> settle = {};
    /// Told of each request that a key made, with the key's digest.
    std::function<void(const HttpRequest &, const Sha256 &)> keyUsed = {};

    /// A route whose handler runs once the Bearer was found to be a live member's or key's.
    void on(HttpMethod method, QByteArray pattern, std::function<void(const CallPtr &)> handler);
};

} // namespace keywright
