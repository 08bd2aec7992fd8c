#include "app/server/config/server_options.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

Result<ListenAddress> parseListenAddress(const QString &text) {
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon < 0 ? QString() : text.first(colon);
    bool isNumber = false;
    const uint port = colon < 0 ? 0 : text.sliced(colon + 1).toUInt(&isNumber);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    else if (host.contains(u':'))
        host.clear(); // an IPv6 address stands in brackets
    if (host == u"localhost")
        host = u"127.0.0.1"_s;
    const QHostAddress address(host);
    if (!isNumber || port > 65535 || address.isNull())
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("ServerOptions", "%1 is no address to listen on. Write an address "
                                                                    "and a port, as in 127.0.0.1:8787 or [::1]:8787.")
                           .arg(text),
                       u"listen"_s);
    return ListenAddress{.address = address, .port = quint16(port)};
}

Result<QList<ListenAddress>> listenAddresses(const ServerOptions &options) {
    QList<ListenAddress> addresses;
    for (const QString &text : options.listen) {
        auto where = parseListenAddress(text);
        if (!where)
            return std::unexpected(where.error());
        if (!where->address.isLoopback() && !options.plainAnywhere && options.tls.isEmpty())
            return failure(ErrorKind::Refused,
                           QCoreApplication::translate(
                               "ServerOptions", "%1 can be reached by others, who could read the keys on their way. "
                                                "Give --tls-certificate and --tls-key, listen on 127.0.0.1, or say "
                                                "--plain-anywhere where a proxy in front encrypts.")
                               .arg(text),
                           u"listen"_s);
        addresses << *where;
    }
    return addresses;
}

} // namespace keywright
