// The boundary of the server: whatever bytes arrive, in whatever pieces, become requests or are refused, and what is
// read of them (path, query, members, JSON) stays within them. The first byte says how large the pieces are.
#include "app/server/http/request_parser.h"
#include "app/server/http/router.h"
#include "app/server/routes/bearer.h"
#include "app/server/routes/body_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

void expect(bool holds) {
    if (!holds)
        std::abort();
}

Router &router() {
    static Router routes = [] {
        Router made;
        const auto nothing = [](const HttpRequest &) { return noContent(); };
        made.direct(HttpMethod::Get, "/v1/keys"_ba, nothing);
        made.direct(HttpMethod::Post, "/v1/keys/{id}/rotate"_ba, nothing);
        made.direct(HttpMethod::Get, "/auth/envoy/{scope}/*"_ba, nothing);
        return made;
    }();
    return routes;
}

/// What we take, Qt's reader takes, and reads the same.
void compare(const QByteArray &json, const std::vector<JsonMember> &members) {
    const QJsonObject other = QJsonDocument::fromJson(json).object();
    expect(other.size() == qsizetype(members.size()));
    for (const auto &[name, value] : members) {
        const QJsonValue same = other.value(QString::fromUtf8(name));
        expect(value.isNull() == same.isNull() && value.isFlag() == same.isBool());
        expect(QString::fromUtf8(value.text()) == same.toString());
        expect(value.list().size() == std::size_t(same.toArray().size()));
        expect(value.number() == same.toDouble());
    }
}

void readBody(const HttpRequest &request) {
    auto body = jsonBody(request);
    if (!body) {
        expect(body.error().status == 400 || body.error().status == 415);
        return;
    }
    if (!request.body.isEmpty())
        compare(request.body.toByteArray(), *body);
    BodyReader in(*body);
    (void)in.text(u"name"_s);
    (void)in.texts(u"scopes"_s, 100);
    (void)in.whole(u"expires_days"_s);
    (void)in.flag(u"dry_run"_s);
    const auto cost = in.money(u"cost_usd"_s);
    expect(!cost || cost->micros >= -1);
    (void)in.instantText(u"expires_at"_s);
    (void)in.moneyOrNull(u"daily_spend_limit_usd"_s);
    (void)in.finish();
}

void read(HttpRequest &request) {
    static const Peer peer{.address = QHostAddress(QHostAddress::LocalHost), .text = "127.0.0.1", .loopback = true};
    request.peer = &peer;
    const Router::Match match = router().find(request.method, request.path);
    for (const QByteArrayView parameter : match.parameters) {
        expect(parameter.isEmpty() ||
               (parameter.data() >= request.path.data() &&
                parameter.data() + parameter.size() <= request.path.data() + request.path.size()));
        (void)percentDecoded(parameter);
    }
    (void)queryMembers(request.query);
    (void)queryMembers(request.body);
    (void)bearerOf(request);
    readBody(request);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::size_t piece = data[0] + 1U;
    const std::span bytes(reinterpret_cast<const char *>(data + 1), size - 1);
    RequestParser parser({.header = 2'048, .body = 4'096});
    std::size_t done = 0, seen = 0;
    while (done < bytes.size() && parser.state() != RequestParser::State::Failed) {
        seen = std::min(bytes.size(), seen + piece);
        const std::size_t used = parser.read(bytes.subspan(done, seen - done));
        expect(used <= seen - done);
        done += used;
        if (parser.state() == RequestParser::State::Whole) {
            read(parser.request());
            parser.next();
        } else if (seen == bytes.size()) {
            break;
        }
    }
    if (parser.state() == RequestParser::State::Failed)
        expect(parser.fault().status >= 400 && !parser.fault().detail.isEmpty());
    return 0;
}
