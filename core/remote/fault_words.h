// What went wrong on the way to a server, in words.
#pragma once

#include "core/remote/remote_http.h"

#include <QNetworkReply>
#include <QSslError>

namespace keywright {

/// `host`: as people call the server.
RemoteFault networkFault(QNetworkReply::NetworkError error, const QString &detail, const QString &host);
RemoteFault certificateFault(const QList<QSslError> &errors, const QString &host);
RemoteFault pinFault(const QString &host);
RemoteFault redirectFault(const QUrl &target, const QString &host);
RemoteFault sizeFault(qint64 mostBytes, const QString &host);
RemoteFault cancelledFault();

} // namespace keywright
