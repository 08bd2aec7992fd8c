// One connection to a server: its HTTP, what is known of the keyring, and whether the server can be reached.
#pragma once

#include "core/keyring/keyring.h"
#include "core/remote/pending.h"
#include "core/remote/refusals.h"
#include "core/remote/remote_http.h"

#include <QThreadPool>
#include <QtConcurrentRun>

namespace keywright {

class RemoteSession final : public QObject {
    Q_OBJECT
public:
    /// `clock` outlives it.
    RemoteSession(const ServerAddress &address, std::shared_ptr<const Secret> key, const Clock &clock, QObject *parent);
    ~RemoteSession() override;

    RemoteHttp &http() { return http_; }
    const Clock &clock() const { return clock_; }
    QString host() const;

    const KeyringInfo &info() const { return info_; }
    Situation situation() const { return info_.situation(clock_.now()); }
    /// Takes over what the server told; the link stays what it is.
    void setInfo(KeyringInfo info);

    /// The server answered: the link is live, and the list in step.
    void noteSynced();
    /// The server can't be asked. Writing is refused with the reason until it can.
    void noteLost(const Error &error);
    /// What is shown comes from an earlier day.
    void setCached(Instant syncedAt, const Error &error);
    bool isLive() const { return info_.link == Link::Live; }

    /// Asks for something, again where that can help. `decode(RemoteAnswer)` gives a Result<T>, on a thread of its own
    /// where the answer is large.
    template<class T, class F>
    Reply<T> read(const RemoteRequest &request, F decode) {
        const Pending<T> pending;
        const auto exchange = http_.read(
            request, [this, pending, decode](RemoteResult result) { settle(pending, std::move(result), decode); });
        cancelWith(pending, exchange);
        return pending.reply();
    }
    /// Does something, once.
    template<class T, class F>
    Reply<T> act(const RemoteRequest &request, F decode) {
        const Pending<T> pending;
        const auto exchange = http_.send(
            request, [this, pending, decode](RemoteResult result) { settle(pending, std::move(result), decode); });
        cancelWith(pending, exchange);
        return pending.reply();
    }
    template<class T, class F>
    void settle(const Pending<T> &pending, RemoteResult result, const F &decode) {
        if (auto done = check(result); !done)
            return pending.fail(done.error());
        if (result->body.size() < largeAnswer)
            return pending.finish(decode(std::move(*result)));
        decoders_.start(
            [pending, decode, answer = std::move(*result)]() mutable { pending.finish(decode(std::move(answer))); });
    }
    /// The error that the result stands for; the link follows it.
    Done check(const RemoteResult &result);

Q_SIGNALS:
    void infoChanged();
    /// The server refuses the management key.
    void keyRefused();
    /// The server let us not do something: the role may be another one than it was.
    void forbidden();
    void synced();

private:
    static constexpr qsizetype largeAnswer = 64 * 1024;

    template<class T>
    void cancelWith(const Pending<T> &pending, const QPointer<RemoteExchange> &exchange) {
        pending.onCancel(this, [exchange] {
            if (exchange)
                exchange->cancel();
        });
    }
    void applyLink();

    const Clock &clock_;
    RemoteHttp http_;
    QThreadPool decoders_;
    KeyringInfo info_;
    bool serverWritable_ = true;
    QString serverReason_;
};

} // namespace keywright
