#include "core/remote/server_address.h"

#include "core/crypto/digest.h"
#include "core/crypto/token.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

std::unexpected<Error> refused(const QString &message) {
    return failure(ErrorKind::Invalid, message, u"server"_s);
}

/// The path without what people copy along: slashes at the end, the version.
QString basePath(QString path) {
    const auto dropSlashes = [&path] {
        while (path.endsWith(u'/'))
            path.chop(1);
    };
    dropSlashes();
    if (path.endsWith(u"/v1"))
        path.chop(3);
    dropSlashes();
    return path;
}

} // namespace

bool isLoopback(const QUrl &url) {
    const QHostAddress host(url.host());
    return !host.isNull() && host.isLoopback();
}

Result<QUrl> parseServerUrl(const QString &text) {
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return refused(Words::tr("Type the server's address, for example https://keys.example.com."));
    if (looksLikeToken(typed))
        return refused(Words::tr("This looks like a key. An address is seen and kept in many places: type it without "
                                 "any key."));
    if (!typed.contains(u"://"_s))
        typed.prepend(u"https://"_s);
    QUrl url(typed, QUrl::StrictMode);
    url.setScheme(url.scheme().toLower());
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return refused(Words::tr("This is no address of a server. One looks like https://keys.example.com."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(Words::tr("Type the address alone, without a user, a question mark or a number sign."));
    if (url.scheme() == u"http" && url.host() == u"localhost")
        url.setHost(u"127.0.0.1"_s); // what the name stands for can't be bent then
    if (url.scheme() == u"http" && !isLoopback(url))
        return refused(
            Words::tr("The management key would travel unencrypted. Use https:// (plain http:// works to this "
                      "computer alone)."));
    url.setPath(basePath(url.path()));
    return url;
}

bool isServerUrl(const QString &place) {
    return place.startsWith(u"https://"_s) || place.startsWith(u"http://"_s);
}

Result<QByteArray> parsePin(const QString &text) {
    QString typed = text.trimmed();
    for (const auto &prefix : {u"sha256/"_s, u"sha256//"_s})
        if (typed.startsWith(prefix))
            typed = typed.sliced(prefix.size());
    if (typed.isEmpty())
        return QByteArray();
    QString hex = typed;
    hex.remove(u':');
    if (const auto digest = sha256FromHex(hex.toLower()))
        return digest->toByteArray();
    const auto bytes = QByteArray::fromBase64Encoding(typed.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (bytes && bytes.decoded.size() == 32)
        return bytes.decoded;
    return failure(ErrorKind::Invalid,
                   Words::tr("This is no SHA-256 of a public key: it has 64 hex digits, or 44 characters of base64."),
                   u"pin"_s);
}

QString serverId(const QUrl &url) {
    return u"server-"_s + toHex(sha256(url.toEncoded())).left(32);
}

} // namespace keywright
