// What bytes become: requests, or the reason why not, however they are cut.
#include "app/server/http/request_parser.h"

#include <QTest>

namespace keywright::test {

class TestRequestParser final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsReadHoweverItIsCut_data();
    void aRequestIsReadHoweverItIsCut();
    void whatFollowsIsLeftForTheNextRequest();
    void trailersAreNoHeaders();
    void limitsAreToTheByte();
    void aUrlIsItsPath();
};

namespace {

using State = RequestParser::State;

std::span<const char> spanOf(QByteArrayView bytes) {
    return {bytes.data(), std::size_t(bytes.size())};
}

/// Feeds `bytes` in pieces of `size`; what was not taken is given again.
void feed(RequestParser &parser, const QByteArray &bytes, qsizetype size) {
    QByteArray waiting;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        waiting += bytes.mid(at, size);
        waiting.remove(0, qsizetype(parser.read(spanOf(waiting))));
        if (parser.state() == State::Failed)
            return;
    }
}

} // namespace

void TestRequestParser::aRequestIsReadHoweverItIsCut_data() {
    QTest::addColumn<qsizetype>("size");
    for (const int size : {1, 2, 3, 7, 64, 1000})
        QTest::addRow("%d", size) << qsizetype(size);
}

void TestRequestParser::aRequestIsReadHoweverItIsCut() {
    QFETCH(qsizetype, size);
    RequestParser parser({});
    for (const QByteArray &body :
         {QByteArray("Content-Length: 7\r\n\r\n{\"a\":1}"),
          QByteArray("Transfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4;x=y\r\n\":1}\r\n0\r\n\r\n")}) {
        feed(parser, "POST /v1/keys?a=b&c=%20 HTTP/1.1\r\nHost: x\r\nX-Thing:  spaced out \r\n" + body, size);
        QCOMPARE(parser.state(), State::Whole);
        const HttpRequest &request = parser.request();
        QCOMPARE(request.method, HttpMethod::Post);
        QCOMPARE(request.path, QByteArrayView("/v1/keys"));
        QCOMPARE(request.query, QByteArrayView("a=b&c=%20"));
        QCOMPARE(request.header("x-thing"), QByteArrayView("spaced out"));
        QCOMPARE(request.body, QByteArrayView("{\"a\":1}"));
        QVERIFY(parser.keepAlive());
        parser.next();
    }
}

void TestRequestParser::whatFollowsIsLeftForTheNextRequest() {
    RequestParser parser({});
    const QByteArray one = "GET /one HTTP/1.1\r\nHost: x\r\n\r\n";
    const QByteArray both = one + "HEAD /two HTTP/1.0\r\n\r\n";
    QCOMPARE(qsizetype(parser.read(spanOf(both))), one.size());
    QCOMPARE(parser.request().path, QByteArrayView("/one"));
    parser.next();
    parser.read(spanOf(QByteArrayView(both).sliced(one.size())));
    QCOMPARE(parser.state(), State::Whole);
    QCOMPARE(parser.request().path, QByteArrayView("/two"));
    QVERIFY(parser.isHead() && parser.isHttp10() && !parser.keepAlive());
    QVERIFY(parser.request().headers.empty());
}

void TestRequestParser::trailersAreNoHeaders() {
    RequestParser parser({});
    feed(parser, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nAuthorization: Bearer t\r\n\r\n",
         1000);
    QCOMPARE(parser.state(), State::Whole);
    QVERIFY(!parser.request().header("authorization"));
}

void TestRequestParser::limitsAreToTheByte() {
    const MessageLimits limits{.header = 200, .body = 10};
    const QByteArray head = "POST / HTTP/1.1\r\nHost: x\r\n";
    for (const auto &[length, state] : {std::pair(10, State::Whole), std::pair(11, State::Failed)}) {
        RequestParser parser(limits);
        feed(parser, head + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n" + QByteArray(length, 'x'),
             1000);
        QCOMPARE(parser.state(), state);
    }
    RequestParser parser(limits);
    feed(parser, head + "X: " + QByteArray(200, 'a'), 1000);
    QCOMPARE(parser.state(), State::Failed);
    QCOMPARE(parser.fault().status, 431);
}

void TestRequestParser::aUrlIsItsPath() {
    RequestParser parser({});
    feed(parser, "GET http://elsewhere/v1/me?x HTTP/1.1\r\nHost: x\r\n\r\n", 1000);
    QCOMPARE(parser.request().path, QByteArrayView("/v1/me"));
    QCOMPARE(parser.request().query, QByteArrayView("x"));
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestRequestParser)
#include "tst_request_parser.moc"
