#include "core/remote/fault_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

using Kind = RemoteFault::Kind;

bool isTrustError(QSslError::SslError error) {
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

QString certificateMessage(const QSslError &error, const QString &host) {
    if (isTrustError(error.error()))
        return Words::tr("The certificate of %1 is not trusted: nobody whom this computer trusts has issued it. If the "
                         "server has a certificate authority of its own, choose its file. Nothing was sent.")
            .arg(host);
    if (error.error() == QSslError::HostNameMismatch)
        return Words::tr("The certificate that %1 shows is another server's. Check the address. Nothing was sent.")
            .arg(host);
    if (error.error() == QSslError::CertificateExpired)
        return Words::tr("The certificate of %1 expired on %2. Ask its operator to renew it. Nothing was sent.")
            .arg(host, QLocale().toString(error.certificate().expiryDate().toLocalTime(), QLocale::ShortFormat));
    if (error.error() == QSslError::CertificateNotYetValid)
        return Words::tr("The certificate of %1 is not valid yet. Check this computer's clock. Nothing was sent.")
            .arg(host);
    return Words::tr("The certificate of %1 can't be accepted: %2. Nothing was sent.").arg(host, error.errorString());
}

QString proxyMessage(const QString &detail) {
    return Words::tr("The proxy of this computer doesn't let the request through: %1. Check the system's network "
                     "settings.")
        .arg(detail);
}

} // namespace

RemoteFault networkFault(QNetworkReply::NetworkError error, const QString &detail, const QString &host) {
    RemoteFault fault{.kind = Kind::Unreachable, .message = {}, .technical = detail, .mayHaveArrived = true};
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        fault.kind = Kind::UnknownHost;
        fault.mayHaveArrived = false;
        fault.message = Words::tr("There is no server called %1, or this computer has no network. Check the address "
                                  "and the connection.")
                            .arg(host);
        break;
    case QNetworkReply::ConnectionRefusedError:
        fault.mayHaveArrived = false;
        fault.message =
            Words::tr("Nobody answers at %1. Check the address and whether the server is running.").arg(host);
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        fault.kind = Kind::TimedOut;
        fault.message = Words::tr("%1 did not answer in time. Try again in a moment.").arg(host);
        break;
    case QNetworkReply::SslHandshakeFailedError:
        fault.kind = Kind::Certificate;
        fault.mayHaveArrived = false;
        fault.message = Words::tr("No encrypted connection to %1 came about. Is it an https server?").arg(host);
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        fault.kind = Kind::Proxy;
        fault.mayHaveArrived = false;
        fault.message = proxyMessage(detail);
        break;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // the connection was closed, and what changes something isn't repeated
        fault.kind = Kind::CutOff;
        fault.message = Words::tr("The connection to %1 broke off in the middle of an answer.").arg(host);
        break;
    default:
        fault.message = Words::tr("%1 can't be reached: %2").arg(host, detail);
    }
    return fault;
}

RemoteFault certificateFault(const QList<QSslError> &errors, const QString &host) {
    QStringList all;
    for (const QSslError &error : errors)
        all << error.errorString();
    // That the name is wrong or the time is over says more than that the issuer isn't known.
    const auto telling = std::ranges::find_if(errors, [](const QSslError &one) { return !isTrustError(one.error()); });
    const QSslError &told = telling == errors.end() ? errors.front() : *telling;
    return {.kind = Kind::Certificate,
            .message = certificateMessage(told, host),
            .technical = all.join(u"; "_s),
            .mayHaveArrived = false};
}

RemoteFault pinFault(const QString &host) {
    return {.kind = Kind::Certificate,
            .message =
                Words::tr("The public key of %1 is not the one that was pinned. Ask its operator whether the key "
                          "was changed. Nothing was sent.")
                    .arg(host),
            .technical = {},
            .mayHaveArrived = false};
}

RemoteFault redirectFault(const QUrl &target, const QString &host) {
    const QString elsewhere = target.host().isEmpty() ? Words::tr("another address") : target.host();
    return {.kind = Kind::Redirected,
            .message = Words::tr("%1 sends its callers on to %2. The management key was not sent there. If that is the "
                                 "right server, connect to its address.")
                           .arg(host, elsewhere),
            .technical = {},
            .mayHaveArrived = false};
}

RemoteFault sizeFault(qint64 mostBytes, const QString &host) {
    return {.kind = Kind::TooLarge,
            .message = Words::tr("The answer of %1 is larger than %2, so it was not read to its end.")
                           .arg(host, QLocale().formattedDataSize(mostBytes, 0)),
            .technical = {},
            .mayHaveArrived = true};
}

RemoteFault cancelledFault() {
    return {.kind = Kind::Cancelled, .message = Words::tr("It was stopped."), .technical = {}, .mayHaveArrived = true};
}

} // namespace keywright
