// Who is the client behind gateways, which paths fit which routes, where the server may listen.
#include "app/server/config/server_options.h"
#include "app/server/http/router.h"

#include <QTest>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestNetworks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void forwardedAddressesCountFromTrustedGatewaysAlone_data();
    void forwardedAddressesCountFromTrustedGatewaysAlone();
    void whatIsNoNetworkIsRefused();
    void plainHttpStaysAtHome();
    void literalPathsGoBeforeParameters();
};

void TestNetworks::forwardedAddressesCountFromTrustedGatewaysAlone_data() {
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArrayList>("forwarded");
    QTest::addColumn<QString>("client");
    QTest::newRow("nobody forwards") << u"10.1.2.3"_s << QByteArrayList{} << u"10.1.2.3"_s;
    QTest::newRow("a stranger says so") << u"192.0.2.9"_s << QByteArrayList{"198.51.100.1"} << u"192.0.2.9"_s;
    QTest::newRow("a gateway says so") << u"10.1.2.3"_s << QByteArrayList{"198.51.100.1"} << u"198.51.100.1"_s;
    QTest::newRow("the last untrusted hop")
        << u"10.1.2.3"_s << QByteArrayList{"1.1.1.1, 198.51.100.1, 10.9.9.9"} << u"198.51.100.1"_s;
    QTest::newRow("several lines") << u"10.1.2.3"_s << QByteArrayList{"1.1.1.1", "198.51.100.1"} << u"198.51.100.1"_s;
    QTest::newRow("nonsense ends it") << u"10.1.2.3"_s << QByteArrayList{"198.51.100.1, nonsense"} << u"10.1.2.3"_s;
    QTest::newRow("IPv6 with a port") << u"10.1.2.3"_s << QByteArrayList{"[2001:db8::1]:4711"} << u"2001:db8::1"_s;
    QTest::newRow("mapped IPv4") << u"::ffff:10.1.2.3"_s << QByteArrayList{"::ffff:198.51.100.1"} << u"198.51.100.1"_s;
}

void TestNetworks::forwardedAddressesCountFromTrustedGatewaysAlone() {
    QFETCH(QString, peer);
    QFETCH(QByteArrayList, forwarded);
    QFETCH(QString, client);
    const auto trusted = Networks::parse({u"10.0.0.0/8"_s, u"fd00::/8"_s});
    QVERIFY(trusted.has_value());
    const Peer from{.address = QHostAddress(peer), .text = peer.toLatin1()};
    HttpRequest request;
    request.peer = &from;
    for (const QByteArray &line : forwarded)
        request.headers.push_back({.name = "X-Forwarded-For", .value = line});
    QCOMPARE(clientAddress(request, *trusted).toString(), client);
}

void TestNetworks::whatIsNoNetworkIsRefused() {
    for (const QString &wrong : {u"everywhere"_s, u"10.0.0.0/99"_s, u""_s})
        QVERIFY(!Networks::parse({wrong}).has_value());
}

void TestNetworks::plainHttpStaysAtHome() {
    ServerOptions options;
    for (const QString &home : {u"127.0.0.1:0"_s, u"[::1]:8787"_s, u"localhost:80"_s}) {
        options.listen = {home};
        QVERIFY(listenAddresses(options).has_value());
    }
    for (const QString &away : {u"0.0.0.0:80"_s, u"[::]:80"_s, u"192.0.2.1:80"_s}) {
        options.listen = {away};
        QVERIFY(!listenAddresses(options).has_value());
    }
    options.tls = {.certificate = u"c"_s, .key = u"k"_s};
    QVERIFY(listenAddresses(options).has_value());
    for (const QString &wrong : {u"8787"_s, u"::1:80"_s, u"127.0.0.1:99999"_s, u"example.com:80"_s, u"127.0.0.1:"_s}) {
        options.listen = {wrong};
        QVERIFY(!listenAddresses(options).has_value());
    }
}

void TestNetworks::literalPathsGoBeforeParameters() {
    Router router;
    const DirectHandler nothing = [](const HttpRequest &) { return noContent(); };
    router.direct(HttpMethod::Get, "/v1/keys/{id}", nothing);
    router.direct(HttpMethod::Post, "/v1/keys/test", nothing);
    router.direct(HttpMethod::Post, "/v1/keys/{id}/rotate", nothing);
    const auto one = router.find(HttpMethod::Get, "/v1/keys/abc");
    QVERIFY(one.route);
    QCOMPARE(one.parameters[0], QByteArrayView("abc"));
    QCOMPARE(router.find(HttpMethod::Post, "/v1/keys/test").route->pattern, QByteArray("/v1/keys/test"));
    QCOMPARE(router.find(HttpMethod::Get, "/v1/keys/test").allow, QByteArray("POST, OPTIONS"));
    QCOMPARE(router.find(HttpMethod::Delete, "/v1/keys/abc").allow, QByteArray("GET, HEAD, OPTIONS"));
    for (const QByteArray &path : {QByteArray("/v1/keys/"), QByteArray("/v1/keys/a/"), QByteArray("/v1/keys/a/b"),
                                   QByteArray("v1/keys/a"), QByteArray()}) {
        const auto none = router.find(HttpMethod::Get, path);
        QVERIFY2(!none.route && none.allow.isEmpty(), path.constData());
    }
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestNetworks)
#include "tst_networks.moc"
