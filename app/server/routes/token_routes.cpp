// RFC 7009: POST /revoke, for those who hold a token and not its id.
#include "app/server/routes/routes.h"
#include "core/crypto/token.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

HttpResponse done() {
    return {.status = 200};
}

void answerOutcome(const CallPtr &call, const Outcomes &outcomes) {
    if (outcomes.isEmpty() || !outcomes.first().done)
        return call->fail(outcomes.isEmpty() ? Error{} : outcomes.first().error, Action::Revoke);
    call->answer(done());
}

/// Whoever holds a token may end it, whatever else it may do; others pass the gate.
void revoke(const CallPtr &call, LocalKeyring &store) {
    const auto form = queryMembers(call->request().body);
    std::optional<Sha256> digest;
    for (const auto &[name, value] : form.value_or(QList<std::pair<QString, QString>>())) {
        if (name == u"token")
            digest = tokenDigest(value.toUtf8());
    }
    if (!digest)
        return call->fail(malformed("invalid_request", u"The form has no token."_s));
    onReply(call, Action::Revoke, call->keyring().identify({*digest}), [call, &store](const QList<Match> &matches) {
        if (matches.isEmpty())
            return call->answer(done()); // RFC 7009, 2.2: there is nothing to revoke, so all is well
        const KeyId id = matches.first().key.id;
        const auto &own = call->info().caller.key;
        const bool itself = own && own->id == id;
        const auto reply =
            itself ? store.revoke({id}, u"revoked with its own token"_s) : call->keyring().revoke({id}, u"other"_s);
        onReply(call, Action::Revoke, reply, [call](const Outcomes &outcomes) { answerOutcome(call, outcomes); });
    });
}

} // namespace

void addTokenRoutes(Api &api) {
    api.on(HttpMethod::Post, "/revoke"_ba, [&store = api.store](const CallPtr &call) { revoke(call, store); });
}

} // namespace keywright
