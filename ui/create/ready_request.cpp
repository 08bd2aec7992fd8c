#include "ui/create/ready_request.h"

#include <QUrl>

namespace keywright {

namespace {

/// The command up to and including `Bearer `; a closing quote belongs behind the key.
QString upToKey(const KeyringInfo &info) {
    const KeyPolicy::TestRequest &request = info.policy->testRequest;
    QString base = info.apiBaseUrl.isEmpty() ? request.baseUrl : info.apiBaseUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    QString url = QUrl(base + request.path).toString(QUrl::FullyEncoded);
    url.replace(u'\'', QStringLiteral("%27"));
    const QString method = request.method.isEmpty() || request.method == QStringLiteral("GET")
                               ? QString()
                               : QStringLiteral("-X %1 ").arg(request.method);
    return QStringLiteral("curl %1'%2' \\\n  -H \"Authorization: Bearer ").arg(method, url);
}

} // namespace

QString readyRequest(const KeyringInfo &info, const QString &variable) {
    return upToKey(info) + u'$' + variable + u'"';
}

QByteArray readyRequestWithKey(const KeyringInfo &info, QByteArrayView token) {
    const QByteArray front = upToKey(info).toUtf8();
    QByteArray text;
    text.reserve(front.size() + token.size() + 1);
    return text.append(front).append(token).append('"');
}

} // namespace keywright
