#include "core/remote/issue_call.h"

#include "core/remote/answers.h"
#include "core/remote/request_bodies.h"

#include <QCoreApplication>
#include <QUuid>

#include <array>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

constexpr std::array pauses{500, 1'000, 2'000, 4'000}; ///< milliseconds between tries

QByteArray newId() {
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace

Reply<Issued> IssueCall::start(RemoteSession &session, const IssueRequest &request, const RequestId &id) {
    auto *call = new IssueCall(session, request, id);
    call->send();
    return call->pending_.reply();
}

IssueCall::IssueCall(RemoteSession &session, IssueRequest request, const RequestId &id)
    : QObject(&session), session_(session), request_(std::move(request)),
      id_(id.value.isEmpty() ? newId() : id.value.toLatin1()), pause_(this) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &IssueCall::send);
    pending_.onCancel(this, [this] {
        if (exchange_)
            exchange_->cancel();
    });
}

void IssueCall::send() {
    const RemoteRequest request{.verb = RemoteRequest::Verb::Post,
                                .path = request_.path,
                                .body = request_.body,
                                .headers = {{"Idempotency-Key", id_}},
                                .mostBytes = 1024 * 1024,
                                .secret = true};
    exchange_ = session_.http().send(request, [self = QPointer(this)](RemoteResult result) {
        if (self)
            self->take(std::move(result));
    });
}

bool IssueCall::isWorthAnotherTry(const RemoteResult &result) const {
    if (std::size_t(tries_) >= pauses.size() || pending_.isCancelled())
        return false;
    if (!result) // what can't have arrived is the person's to try again
        return result.error().mayHaveArrived;
    return (result->status == 409 && problemCode(*result) == u"idempotency_in_flight") ||
           ((result->status == 502 || result->status == 504) && result->isJson() == false);
}

void IssueCall::take(RemoteResult result) {
    mayHaveArrived_ = mayHaveArrived_ || (!result && result.error().mayHaveArrived);
    if (isWorthAnotherTry(result))
        return pause_.start(pauses[std::size_t(tries_++)]);
    if (const auto done = session_.check(result); !done)
        return end(std::unexpected(lostFor(done.error())));
    auto issued = readIssued(result->body);
    if (!issued)
        return end(std::unexpected(lostFor(issued.error())));
    if (!issued->token)
        return replaceOrphan(issued->key);
    end(std::move(*issued));
}

void IssueCall::replaceOrphan(const ApiKey &orphan) {
    if (orphan_) // the second one is lost, too: the network is too bad to go on
        return end(std::unexpected(lostFor(Error{.kind = ErrorKind::Network, .message = {}})));
    orphan_ = orphan;
    if (request_.rotates) // the successor is rotated itself: what it replaces keeps its grace
        return sendAnew(keyPath(orphan.id, "/rotate"));
    revokeOrphan([this](bool) { sendAnew(request_.path); });
}

void IssueCall::sendAnew(QByteArray path) {
    request_.path = std::move(path);
    id_ = newId();
    tries_ = 0;
    send();
}

void IssueCall::revokeOrphan(const std::function<void(bool)> &then) {
    const RemoteRequest request{.verb = RemoteRequest::Verb::Delete, .path = keyPath(orphan_->id, "?reason=replaced")};
    session_.http().read(request, [self = QPointer(this), then](const RemoteResult &result) {
        if (!self)
            return;
        const bool done = self->session_.check(result).has_value();
        const QString name = displayName(*self->orphan_);
        self->warnings_
            << (done ? Words::tr("An answer of the server got lost on its way, and the key %1 with it, which "
                                 "nobody has seen. It was revoked, and this one made instead.")
                           .arg(name)
                     : Words::tr("An answer of the server got lost on its way, and the key %1 with it, which "
                                 "nobody has seen. Revoke it by hand: that did not work just now.")
                           .arg(name));
        then(done);
    });
}

Error IssueCall::lostFor(const Error &error) const {
    if (!mayHaveArrived_)
        return error;
    Error lost = error;
    lost.kind = ErrorKind::Network;
    lost.message =
        Words::tr("The answer of the server got lost, and it can't be asked now whether it made the key. %1 Try "
                  "again: the same key is found then, and no second one made. If you don't, look for a key "
                  "that nobody has in the list, and revoke it.")
            .arg(error.message)
            .simplified();
    return lost;
}

void IssueCall::end(Result<Issued> result) {
    if (result && orphan_ && request_.rotates && warnings_.isEmpty())
        return revokeOrphan([this, result = std::move(result)](bool) { end(result); });
    if (result)
        result->warnings = warnings_ + result->warnings;
    pending_.finish(std::move(result));
    deleteLater();
}

} // namespace keywright
