#include "core/crypto/digest.h"
#include "core/keyring/key_issuing.h"

#include <QJsonArray>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

Sha256 bodyOf(const Draft &draft) {
    const auto orNull = [](const auto &value, auto &&read) { return value ? QJsonValue(read(*value)) : QJsonValue(); };
    const auto micros = [](const MicroUsd &amount) { return amount.micros; };
    const auto same = [](const auto &value) { return value; };
    return sha256(canonicalJson({
        {u"name"_s, draft.name},
        {u"scopes"_s, orNull(draft.scopes, [](const QStringList &list) { return QJsonArray::fromStringList(list); })},
        {u"expiry"_s, requestValue(draft.expiry)},
        {u"daily"_s, orNull(draft.dailyLimit, micros)},
        {u"monthly"_s, orNull(draft.monthlyLimit, micros)},
        {u"rate"_s, orNull(draft.ratePerMinute, same)},
        {u"owner"_s, orNull(draft.owner, same)},
        {u"note"_s, draft.note},
        {u"test"_s, draft.test},
    }));
}

} // namespace

Result<Issued> createKey(Session &session, const Author &author, const Draft &draft, const RequestId &request) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    const Request asked = requestBy(author, u"create"_s, request, [&] { return bodyOf(draft); });
    auto before = repeated(*mutation, asked);
    if (!before)
        return std::unexpected(before.error());
    if (*before)
        return std::move(**before);
    auto checked = check(mutation->situation(), draft);
    if (!checked)
        return std::unexpected(checked.error());
    auto issued = issue(*mutation, *checked, checked->kind == KeyKind::Test ? event::testCreated : event::created);
    if (!issued)
        return issued;
    if (auto done = finish(*mutation, asked, issued->key); !done)
        return std::unexpected(done.error());
    return issued;
}

} // namespace keywright
