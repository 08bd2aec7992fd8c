// Lists: GET /v1/keys, whole and streamed as the contract has it, or filtered, sorted and in pages.
#include "app/server/routes/key_answers.h"
#include "app/server/routes/query_reader.h"
#include "app/server/routes/routes.h"
#include "core/keyring/key_listing.h"

#include <QUrl>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageByDefault = 100;
constexpr int largestPage = 1'000;
constexpr int streamedPage = 500;

struct ListRequest {
    KeyListing listing;
    Cursor cursor;
    bool paged = false; ///< else all of it, streamed
};

std::optional<KeyStatus> stateFrom(const QString &id) {
    if (id == u"active")
        return KeyStatus::Active;
    if (id == u"expiring")
        return KeyStatus::Expiring;
    if (id == u"in_grace")
        return KeyStatus::InGrace;
    if (id == u"expired")
        return KeyStatus::Expired;
    return id == u"revoked" ? std::optional(KeyStatus::Revoked) : std::nullopt;
}

KeySort sortFrom(QStringView id) {
    if (id == u"name")
        return KeySort::Name;
    if (id == u"expires_at")
        return KeySort::ExpiresAt;
    return id == u"last_used_at" ? KeySort::LastUsedAt : KeySort::Created;
}

/// Whether revoked keys are in the list: as the policy has it, unless it leaves that to the asker.
bool withRevoked(const KeyPolicy &policy, std::optional<bool> asked) {
    using Shown = KeyPolicy::RevokedShown;
    if (policy.revoke.list == Shown::Never)
        return false;
    return asked.value_or(policy.revoke.list == Shown::Shown);
}

OrProblem<ListRequest> readList(const Call &call) {
    const KeyPolicy &policy = *call.info().policy;
    QueryReader query(call.request().query, policy);
    const QStringList sorts{u"created_at"_s,  u"name"_s,  u"expires_at"_s,  u"last_used_at"_s,
                            u"-created_at"_s, u"-name"_s, u"-expires_at"_s, u"-last_used_at"_s};
    const QString sort = query.choice(u"sort"_s, sorts).value_or(QString());
    const auto limit = query.whole(u"limit"_s, 1, largestPage);
    const auto cursor = query.text(u"cursor"_s);
    const auto state =
        query.choice(u"state"_s, {u"active"_s, u"expiring"_s, u"in_grace"_s, u"expired"_s, u"revoked"_s});
    ListRequest list;
    list.listing.revoked = withRevoked(policy, query.flag(u"include_revoked"_s)) || state == u"revoked";
    list.listing.state = stateFrom(state.value_or(QString()));
    list.listing.search = query.text(u"search"_s).value_or(QString());
    list.listing.expiresBefore = query.instant(u"expires_before"_s);
    list.listing.lastUsedBefore = query.instant(u"last_used_before"_s);
    list.listing.descending = sort.startsWith(u'-');
    list.listing.sort = sortFrom(QStringView(sort).sliced(list.listing.descending ? 1 : 0));
    list.cursor.value = cursor.value_or(QString());
    list.paged = limit || cursor || !sort.isEmpty();
    list.listing.limit = list.paged ? int(limit.value_or(pageByDefault)) : streamedPage;
    if (auto problem = query.finish())
        return std::unexpected(std::move(*problem));
    return list;
}

/// The keys of a page, with what joins them to those before.
QByteArray piece(const KeyPage &page, bool first, bool allFields, Instant now) {
    QByteArray out(first ? "[" : "");
    for (const ApiKey &key : page.keys) {
        if (out.size() > 1 || !first)
            out += ",\n";
        JsonWriter json(out);
        writeKey(json, key, allFields, now);
    }
    if (page.next.isEmpty())
        out += "]\n";
    return out;
}

/// A list of any length, a page at a time: never more of it is held.
class KeyListStream final : public BodyStream, public std::enable_shared_from_this<KeyListStream> {
public:
    KeyListStream(CallPtr call, KeyListing listing, KeyPage first)
        : call_(std::move(call)), listing_(std::move(listing)), page_(std::move(first)),
          all_(wantsAllFields(call_->request())), now_(call_->now()) {}

    void next(std::function<void(Piece)> give) override {
        call_->context().post([self = shared_from_this(), give = std::move(give)] { self->read(give); });
    }

private:
    void read(const std::function<void(Piece)> &give) {
        if (std::exchange(first_, false))
            return give(piece(page_, true, all_, now_));
        if (page_.next.isEmpty())
            return give(QByteArray());
        whenDone(call_->keyring().list(listing_, page_.next), &call_->context(),
                 [self = shared_from_this(), give](Result<KeyPage> page) {
                     if (!page)
                         return give(std::nullopt);
                     self->page_ = std::move(*page);
                     give(piece(self->page_, false, self->all_, self->now_));
                 });
    }

    CallPtr call_;
    KeyListing listing_;
    KeyPage page_;
    bool first_ = true;
    bool all_;
    Instant now_;
};

/// The same request with another cursor.
QByteArray nextLink(const HttpRequest &request, const Cursor &next) {
    QByteArray query;
    const auto members = queryMembers(request.query).value_or(QList<std::pair<QString, QString>>());
    for (const auto &[name, value] : members) {
        if (name != u"cursor")
            query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    return '<' + request.path.toByteArray() + '?' + query + "cursor=" + next.value.toLatin1() + ">; rel=\"next\"";
}

void answerPage(const CallPtr &call, const ListRequest &list, KeyPage page) {
    const bool all = wantsAllFields(call->request());
    HttpResponse response{.status = 200, .contentType = keyMediaType(all)};
    response.addHeader("X-Keywright-Feed", QByteArray::number(page.feed.value));
    response.addHeader("X-Keywright-Total", QByteArray::number(page.total));
    if (list.paged && !page.next.isEmpty())
        response.addHeader("Link", nextLink(call->request(), page.next));
    if (list.paged || page.next.isEmpty()) {
        page.next = {};
        response.body = piece(page, true, all, call->now());
    } else {
        response.stream = std::make_shared<KeyListStream>(call, list.listing, std::move(page));
    }
    call->answer(std::move(response));
}

void list(const CallPtr &call) {
    if (!call->mayDo(Action::Export))
        return;
    const auto wanted = readList(*call);
    if (!wanted)
        return call->fail(wanted.error());
    whenDone(call->keyring().list(wanted->listing, wanted->cursor), &call->context(),
             [call, wanted = *wanted](Result<KeyPage> page) {
                 if (page)
                     return answerPage(call, wanted, std::move(*page));
                 if (page.error().field == u"cursor")
                     return call->fail(malformed("invalid_query", page.error().message));
                 call->fail(page.error(), Action::Export);
             });
}

} // namespace

void addListRoutes(Api &api) {
    api.on(HttpMethod::Get, "/v1/keys"_ba, list);
}

} // namespace keywright
