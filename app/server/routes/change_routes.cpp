// GET /v1/changes: what came after a feed position, waited for if there is nothing yet.
#include "app/server/routes/key_answers.h"
#include "app/server/routes/query_reader.h"
#include "app/server/routes/routes.h"

#include <QTimer>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestWait = 60;

QByteArray deltaJson(const Call &call, const UsesDelta &changes) {
    const Delta &delta = changes.delta;
    const bool all = wantsAllFields(call.request());
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("next"_L1, delta.next.value);
    json.member("uses_next"_L1, changes.usesNext);
    json.member("reload"_L1, delta.reload);
    json.name("upserts"_L1);
    json.beginArray();
    for (const ApiKey &key : delta.upserts)
        writeKey(json, key, all, call.now());
    json.endArray();
    json.name("removals"_L1);
    json.beginArray();
    for (const KeyId &id : delta.removals)
        json.value(QStringView(id.value));
    json.endArray();
    json.endObject();
    return out;
}

bool isEmpty(const Delta &delta, FeedSeq since) {
    return !delta.reload && delta.upserts.isEmpty() && delta.removals.isEmpty() && delta.next <= since;
}

/// One client that waits for the first change, or for its time to end.
class Waiter final : public QObject {
public:
    Waiter(CallPtr call, const Api &api, FeedSeq since, std::chrono::seconds time)
        : QObject(&call->context()), call_(std::move(call)), since_(since) {
        connect(&api.store, &Keyring::changed, this, [this] { ask(); });
        connect(&api.store, &Keyring::infoChanged, this, [this] { ask(); });
        connect(&api.events, &ApiEvents::stopping, this, [this] { endNow(); });
        QTimer::singleShot(time, this, [this] { endNow(); });
        ask();
    }

private:
    void endNow() {
        over_ = true;
        ask();
    }
    void ask() {
        onReply(call_, Action::Export, call_->keyring().changesWithUses(since_, std::nullopt),
                [self = QPointer<Waiter>(this)](const UsesDelta &changes) {
                    if (self)
                        self->take(changes);
                });
    }
    void take(const UsesDelta &changes) {
        if (isEmpty(changes.delta, since_) && !over_ && call_->isWanted())
            return;
        call_->answer(jsonResponse(200, deltaJson(*call_, changes)));
        deleteLater();
        disconnect();
    }

    CallPtr call_;
    FeedSeq since_;
    bool over_ = false;
};

/// Where the feeds stand now: whoever asks from there misses nothing.
void tellPosition(const CallPtr &call) {
    onReply(call, Action::Export, call->keyring().changesWithUses(call->info().feed, std::nullopt),
            [call](UsesDelta changes) {
                changes.delta = {.next = changes.delta.next, .reload = true};
                call->answer(jsonResponse(200, deltaJson(*call, changes)));
            });
}

void changes(const CallPtr &call, const Api &api) {
    if (!call->mayDo(Action::Export))
        return;
    QueryReader query(call->request().query, *call->info().policy);
    const auto since = query.whole(u"since"_s, 0, std::numeric_limits<qint64>::max());
    const auto usesSince = query.whole(u"uses_since"_s, 0, std::numeric_limits<qint64>::max());
    const auto wait = query.whole(u"wait"_s, 0, longestWait).value_or(0);
    if (const auto problem = query.finish())
        return call->fail(*problem);
    if (!since)
        return tellPosition(call);
    if (wait > 0 && !usesSince) {
        new Waiter(call, api, {*since}, std::chrono::seconds(wait)); // deletes itself
        return;
    }
    onReply(call, Action::Export, call->keyring().changesWithUses({*since}, usesSince),
            [call](const UsesDelta &changes) { call->answer(jsonResponse(200, deltaJson(*call, changes))); });
}

} // namespace

void addChangeRoutes(Api &api) {
    api.on(HttpMethod::Get, "/v1/changes"_ba, [&api](const CallPtr &call) { changes(call, api); });
}

} // namespace keywright
