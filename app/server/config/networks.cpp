#include "app/server/config/networks.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

namespace {

/// IPv4 that came mapped into IPv6 counts as IPv4.
QHostAddress plain(const QHostAddress &address) {
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour);
    return isFour ? QHostAddress(four) : address;
}

QHostAddress addressOf(QByteArrayView text) {
    QString address = QString::fromLatin1(text.trimmed());
    if (address.startsWith(u'[')) // [2001:db8::1]:4711
        address = address.sliced(1).section(u']', 0, 0);
    else if (address.count(u':') == 1) // 192.0.2.1:4711
        address = address.section(u':', 0, 0);
    return plain(QHostAddress(address));
}

} // namespace

Result<Networks> Networks::parse(const QStringList &texts) {
    Networks parsed;
    for (const QString &text : texts) {
        const bool isNetwork = text.contains(u'/');
        const QHostAddress single(text);
        const auto network = isNetwork
                                 ? QHostAddress::parseSubnet(text)
                                 : std::pair(plain(single), single.protocol() == QHostAddress::IPv6Protocol ? 128 : 32);
        if (network.first.isNull() || network.second < 0)
            return failure(ErrorKind::Invalid,
                           QCoreApplication::translate("ServerOptions", "%1 is neither an address nor a network such "
                                                                        "as 10.0.0.0/8.")
                               .arg(text));
        parsed.networks_ << network;
    }
    return parsed;
}

bool Networks::contains(const QHostAddress &address) const {
    const QHostAddress one = plain(address);
    return std::ranges::any_of(networks_, [&one](const auto &network) {
        return one.protocol() == network.first.protocol() && one.isInSubnet(network);
    });
}

QHostAddress clientAddress(const HttpRequest &request, const Networks &trustedGateways) {
    QHostAddress client = request.peer->address;
    if (trustedGateways.isEmpty() || !trustedGateways.contains(client))
        return client;
    // The last header line and its last address were added last.
    for (auto line = request.headers.rbegin(); line != request.headers.rend(); ++line) {
        if (line->name.compare("x-forwarded-for", Qt::CaseInsensitive) != 0)
            continue;
        const auto hops = line->value.toByteArray().split(',');
        for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
            const QHostAddress before = addressOf(*hop);
            if (before.isNull())
                return client;
            client = before;
            if (!trustedGateways.contains(client))
                return client;
        }
    }
    return client;
}

} // namespace keywright
