#include "core/remote/newest_version.h"

#include "core/remote/server_address.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

#include <utility>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestAnswer = 4096;
constexpr int longestWait = 15'000; ///< milliseconds of silence
constexpr int partsOfAVersion = 3;

QNetworkRequest question(const QUrl &address) {
    QNetworkRequest request(address);
    request.setTransferTimeout(longestWait);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Said outright, or Qt says more of this system by itself.
    request.setRawHeader("User-Agent", "Keywright");
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

} // namespace

QVersionNumber readNewestVersion(const QByteArray &answer) {
    const QString text = QJsonDocument::fromJson(answer).object().value("version"_L1).toString();
    qsizetype end = 0;
    const QVersionNumber number = QVersionNumber::fromString(text, &end);
    return number.segmentCount() == partsOfAVersion && end == text.size() ? number : QVersionNumber();
}

NewestVersion::NewestVersion(QUrl address) : address_(std::move(address)) {}

void NewestVersion::ask() {
    if (address_.scheme() != u"https" && !isLoopback(address_)) {
        Q_EMIT answered({});
        return;
    }
    if (!network_)
        network_ = new QNetworkAccessManager(this);
    QNetworkReply *reply = network_->get(question(address_));
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received) {
        if (received > longestAnswer)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { read(reply); });
}

void NewestVersion::read(QNetworkReply *reply) {
    reply->deleteLater();
    const bool plain = reply->error() == QNetworkReply::NoError &&
                       reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200 &&
                       reply->bytesAvailable() <= longestAnswer;
    Q_EMIT answered(plain ? readNewestVersion(reply->readAll()) : QVersionNumber());
}

} // namespace keywright
