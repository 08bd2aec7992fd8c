#include "core/remote/remote_http.h"

#include "core/remote/remote_transfer.h"

#include <QFile>
#include <QNetworkProxyFactory>
#include <QSslConfiguration>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds longestWait{24 * 3600};

/// The proxies that the user set for the whole system.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

QSslConfiguration tlsFor(const ServerAddress &address) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!address.caFile.isEmpty())
        tls.addCaCertificates(address.caFile, QSsl::Pem);
    return tls;
}

} // namespace

QByteArray RemoteAnswer::header(QByteArrayView lowerCaseName) const {
    for (const auto &[name, value] : headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

bool RemoteAnswer::isJson() const {
    const QByteArray type = header("content-type").toLower();
    const QByteArray media = type.split(';').first().trimmed();
    return media == "application/json" || (media.startsWith("application/") && media.endsWith("+json"));
}

std::optional<std::chrono::seconds> RemoteAnswer::retryAfter() const {
    const QByteArray text = header("retry-after").trimmed();
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime at = QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date);
        if (!at.isValid())
            return std::nullopt;
        seconds = QDateTime::currentDateTimeUtc().secsTo(at);
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longestWait.count()));
}

RemoteHttp::RemoteHttp(ServerAddress address, std::shared_ptr<const Secret> key, QObject *parent)
    : QObject(parent), address_(std::move(address)), key_(std::move(key)), tls_(tlsFor(address_)) {
    network_.setAutoDeleteReplies(false);
    network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(address_.url))
        network_.setProxy(QNetworkProxy::NoProxy);
    else
        network_.setProxyFactory(new SystemProxies);
}

/// Exchanges use the network: they go first.
RemoteHttp::~RemoteHttp() {
    qDeleteAll(findChildren<RemoteExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

QPointer<RemoteExchange> RemoteHttp::send(const RemoteRequest &request, Then then) {
    return new RemoteTransfer(*this, request, std::move(then));
}

QPointer<RemoteExchange> RemoteHttp::read(const RemoteRequest &request, Then then) {
    return new RemoteRepetition(*this, request, std::move(then));
}

} // namespace keywright
