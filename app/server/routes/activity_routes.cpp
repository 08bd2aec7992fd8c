// The activity log: GET /v1/activity, searched and in pages, and GET /v1/activity/head.
#include "app/server/routes/key_answers.h"
#include "app/server/routes/query_reader.h"
#include "app/server/routes/routes.h"
#include "core/crypto/digest.h"
#include "core/model/exports.h"

#include <QUrl>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPage = 1'000;
constexpr qint64 pageByDefault = 100;

QByteArray nextLink(const ActivityQuery &query, const Cursor &next) {
    QByteArray members = "limit=" + QByteArray::number(query.limit);
    if (!query.text.isEmpty())
        members += "&search=" + QUrl::toPercentEncoding(query.text);
    if (!query.key.isEmpty())
        members += "&key=" + QUrl::toPercentEncoding(query.key.value);
    return "</v1/activity?" + members + "&cursor=" + next.value.toLatin1() + ">; rel=\"next\"";
}

void activity(const CallPtr &call) {
    if (!call->mayDo(Action::ReadActivity))
        return;
    QueryReader members(call->request().query, *call->info().policy);
    const ActivityQuery query{.text = members.text(u"search"_s).value_or(QString()),
                              .key = {members.text(u"key"_s).value_or(QString())},
                              .limit = int(members.whole(u"limit"_s, 1, largestPage).value_or(pageByDefault))};
    const auto from = members.whole(u"cursor"_s, 1, std::numeric_limits<qint64>::max());
    if (const auto problem = members.finish())
        return call->fail(*problem);
    onReply(call, Action::ReadActivity,
            call->keyring().activity(query, from ? Cursor{QString::number(*from)} : Cursor{}),
            [call, query](const ActivityPage &page) {
                QByteArray out;
                JsonWriter json(out);
                json.beginArray();
                for (const Activity &entry : page.entries)
                    writeActivity(json, entry);
                json.endArray();
                HttpResponse response = jsonResponse(200, std::move(out));
                if (!page.next.isEmpty())
                    response.addHeader("Link", nextLink(query, page.next));
                call->answer(std::move(response));
            });
}

void head(const CallPtr &call) {
    if (!call->mayDo(Action::ReadActivity))
        return;
    onReply(call, Action::ReadActivity, call->keyring().activity({.text = {}, .key = {}, .limit = 1}, {}),
            [call](const ActivityPage &page) {
                const Activity newest = page.entries.value(0);
                QByteArray out;
                JsonWriter json(out);
                json.beginObject();
                json.member("keyring_id"_L1, call->info().id);
                json.member("seq"_L1, newest.seq);
                json.member("hash"_L1, toHex(newest.hash));
                json.endObject();
                call->answer(jsonResponse(200, std::move(out)));
            });
}

} // namespace

void addActivityRoutes(Api &api) {
    api.on(HttpMethod::Get, "/v1/activity"_ba, activity);
    api.on(HttpMethod::Get, "/v1/activity/head"_ba, head);
}

} // namespace keywright
