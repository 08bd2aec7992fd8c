#include "core/remote/remote_transfer.h"

#include "core/crypto/digest.h"
#include "core/model/version.h"
#include "core/remote/fault_words.h"
#include "core/remote/network_log.h"
#include "core/remote/once_body.h"

#include <QRandomGenerator>
#include <QSslKey>

#include <array>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRedirects = 3;
constexpr std::array<QByteArrayView, 4> verbs{"GET", "POST", "PATCH", "DELETE"};
/// What is kept of an answer's head.
constexpr std::array<QByteArrayView, 9> keptHeaders{"content-type",
                                                    "link",
                                                    "etag",
                                                    "retry-after",
                                                    "location",
                                                    "idempotency-replayed",
                                                    "x-keywright-feed",
                                                    "x-keywright-total",
                                                    "www-authenticate"};

bool isSameServer(const QUrl &one, const QUrl &other) {
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port() == other.port();
}

} // namespace

RemoteTransfer::RemoteTransfer(RemoteHttp &http, const RemoteRequest &request, RemoteHttp::Then then)
    : RemoteExchange(&http), http_(http), request_(request), then_(std::move(then)) {
    time_.start();
    start(QUrl::fromEncoded(http_.address_.url.toEncoded() + request_.path, QUrl::StrictMode));
}

RemoteTransfer::~RemoteTransfer() {
    if (reply_) {
        reply_->disconnect(this);
        reply_->abort();
    }
    if (request_.secret)
        wipe(body_);
}

QNetworkRequest RemoteTransfer::networkRequest(const QUrl &url) const {
    QNetworkRequest request(url);
    request.setSslConfiguration(http_.tls_);
    request.setTransferTimeout(int(request_.silence.count()));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setRawHeader("Accept", "application/vnd.keywright+json, application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Keywright/" + version().toLatin1());
    if (http_.key_)
        request.setRawHeader("Authorization", "Bearer " + http_.key_->view().toByteArray());
    for (const auto &[name, value] : request_.headers)
        request.setRawHeader(name, value);
    if (request_.verb == RemoteRequest::Verb::Post || request_.verb == RemoteRequest::Verb::Patch) {
        if (!request_.body.isEmpty())
            request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        request.setHeader(QNetworkRequest::ContentLengthHeader, request_.body.size());
    }
    return request;
}

void RemoteTransfer::start(const QUrl &url) {
    const QNetworkRequest request = networkRequest(url);
    const QByteArray verb = verbs[std::size_t(request_.verb)].toByteArray();
    if (request_.verb == RemoteRequest::Verb::Get) {
        reply_.reset(http_.network_.get(request));
    } else if (request_.verb == RemoteRequest::Verb::Delete) {
        reply_.reset(http_.network_.deleteResource(request));
    } else {
        auto *body = new OnceBody(request_.body);
        reply_.reset(http_.network_.sendCustomRequest(request, verb, body));
        body->setParent(reply_.get());
    }
    watch();
}

void RemoteTransfer::watch() {
    QNetworkReply *reply = reply_.get();
    connect(reply, &QNetworkReply::encrypted, this, &RemoteTransfer::checkPeer);
    connect(reply, &QNetworkReply::sslErrors, this, &RemoteTransfer::checkCertificate);
    connect(reply, &QNetworkReply::metaDataChanged, this, &RemoteTransfer::take);
    connect(reply, &QNetworkReply::readyRead, this, &RemoteTransfer::take);
    connect(reply, &QNetworkReply::finished, this, &RemoteTransfer::finish);
}

bool RemoteTransfer::isPinned() const {
    const QByteArray key = reply_->sslConfiguration().peerCertificate().publicKey().toDer();
    return sha256(key).toByteArray() == http_.address_.pin;
}

/// Nothing of the request has been sent yet.
void RemoteTransfer::checkPeer() {
    if (http_.address_.pin.isEmpty() || isPinned())
        return;
    fault_ = pinFault(host());
    reply_->abort();
}

/// The pin says which server it is; what certificates say of it then doesn't matter, but for its time.
void RemoteTransfer::checkCertificate(const QList<QSslError> &errors) {
    const auto expired = [](const QSslError &error) { return error.error() == QSslError::CertificateExpired; };
    if (!http_.address_.pin.isEmpty() && isPinned() && std::ranges::none_of(errors, expired))
        return reply_->ignoreSslErrors();
    fault_ = certificateFault(errors, host());
}

bool RemoteTransfer::isTooLarge() const {
    const qint64 announced = reply_->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    return announced > request_.mostBytes || body_.size() + reply_->bytesAvailable() > request_.mostBytes;
}

void RemoteTransfer::take() {
    if (fault_)
        return;
    if (isTooLarge()) {
        fault_ = sizeFault(request_.mostBytes, host());
        reply_->abort();
        return;
    }
    if (request_.secret && body_.capacity() == 0) // grows without leaving copies behind
        body_.reserve(std::max<qsizetype>(128 * 1024, reply_->header(QNetworkRequest::ContentLengthHeader).toInt()));
    body_ += reply_->readAll();
}

void RemoteTransfer::finish() {
    take();
    const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (fault_)
        return end(std::unexpected(*fault_));
    // QNetworkReply takes a status of 400 and more for an error; here it is an answer.
    const auto error = reply_->error();
    const bool isAnswer = error == QNetworkReply::NoError ||
                          (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownServerError &&
                           error != QNetworkReply::ContentReSendError);
    if (!isAnswer || status == 0)
        return end(std::unexpected(networkFault(error, reply_->errorString(), host())));
    if (status >= 300 && status < 400 && status != 304)
        return follow(reply_->url().resolved(QUrl::fromEncoded(reply_->rawHeader("Location"))));
    end(answer());
}

/// Reads go on within the same server; the key goes to no other.
void RemoteTransfer::follow(const QUrl &target) {
    const bool may = request_.verb == RemoteRequest::Verb::Get && redirects_ < mostRedirects &&
                     isSameServer(target, http_.address_.url);
    if (!may)
        return end(std::unexpected(redirectFault(target, host())));
    ++redirects_;
    body_.clear();
    reply_->disconnect(this);
    start(target);
}

RemoteResult RemoteTransfer::answer() {
    RemoteAnswer answer{.status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                        .body = std::exchange(body_, {}),
                        .headers = {}};
    for (const auto &[name, value] : reply_->rawHeaderPairs()) {
        const QByteArray lower = name.toLower();
        if (std::ranges::find(keptHeaders, QByteArrayView(lower)) != keptHeaders.end())
            answer.headers.append({lower, value});
    }
    return answer;
}

void RemoteTransfer::cancel() {
    if (!then_)
        return;
    fault_ = cancelledFault();
    reply_->abort();
}

void RemoteTransfer::end(RemoteResult result) {
    logExchange(request_, result, time_.elapsed());
    reply_->disconnect(this);
    deleteLater();
    if (const auto then = std::exchange(then_, {}))
        then(std::move(result));
}

namespace {

constexpr int mostTries = 3;
constexpr std::array<int, mostTries> pauses{0, 300, 1'200}; ///< milliseconds before each try
constexpr std::chrono::seconds worthWaiting{5};

} // namespace

RemoteRepetition::RemoteRepetition(RemoteHttp &http, const RemoteRequest &request, RemoteHttp::Then then)
    : RemoteExchange(&http), http_(http), request_(request), then_(std::move(then)), pause_(this) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &RemoteRepetition::ask);
    ask();
}

void RemoteRepetition::ask() {
    ++tries_;
    current_ = http_.send(request_, [self = QPointer(this)](RemoteResult result) {
        if (self)
            self->take(std::move(result));
    });
}

void RemoteRepetition::take(RemoteResult result) {
    if (const auto pause = pauseAfter(result))
        return pause_.start(*pause);
    deleteLater();
    if (const auto then = std::exchange(then_, {}))
        then(std::move(result));
}

std::optional<std::chrono::milliseconds> RemoteRepetition::pauseAfter(const RemoteResult &result) const {
    using Kind = RemoteFault::Kind;
    if (tries_ >= mostTries)
        return std::nullopt;
    const int jitter = QRandomGenerator::global()->bounded(100);
    const std::chrono::milliseconds usual(pauses[std::size_t(tries_)] + jitter);
    if (!result) {
        const bool ofTheMoment = result.error().kind == Kind::Unreachable || result.error().kind == Kind::CutOff;
        return ofTheMoment ? std::optional(usual) : std::nullopt;
    }
    const int status = result->status;
    if (status != 429 && status != 502 && status != 503 && status != 504)
        return std::nullopt;
    const auto asked = result->retryAfter();
    if (!asked)
        return status == 429 ? std::nullopt : std::optional(usual);
    if (*asked > worthWaiting)
        return std::nullopt;
    return std::max<std::chrono::milliseconds>(usual, *asked);
}

void RemoteRepetition::cancel() {
    pause_.stop();
    if (current_)
        return current_->cancel();
    take(std::unexpected(cancelledFault()));
}

} // namespace keywright
