#include "core/crypto/digest.h"
#include "core/keyring/key_issuing.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

const QString replacedReason = u"replaced"_s;

QJsonValue requestValue(const std::optional<RevokeOld> &when) {
    if (!when)
        return QJsonValue::Null;
    if (const auto *date = std::get_if<ExpiresOnDate>(&*when))
        return requestValue(Expiry(*date));
    return std::holds_alternative<RevokeOldNow>(*when) ? u"now"_s : u"myself"_s;
}

Sha256 bodyOf(const Rotation &rotation) {
    return sha256(canonicalJson({
        {u"grace_days"_s, rotation.graceDays ? QJsonValue(*rotation.graceDays) : QJsonValue()},
        {u"revoke_old"_s, requestValue(rotation.revokeOld)},
        {u"expiry"_s, keywright::requestValue(rotation.expiry)},
    }));
}

/// Puts the old key into its grace, or ends it at once.
Done retire(Mutation &mutation, ApiKey old, const CheckedRotation &rotation, const KeyId &successor) {
    old.deprecatedAt = rotation.deprecatedAt;
    old.autoRevokeAt = rotation.autoRevokeAt;
    old.replacedBy = successor;
    ++old.revision.value;
    const bool over = old.autoRevokeAt && *old.autoRevokeAt <= mutation.now();
    if (over) {
        old.revokedAt = mutation.now();
        old.revokedBy = mutation.author().caller.name;
        old.revokeReason = replacedReason;
    }
    if (auto done = mutation.update(old); !done)
        return done;
    const QJsonValue end = old.autoRevokeAt ? QJsonValue(toRfc3339(*old.autoRevokeAt)) : QJsonValue(QJsonValue::Null);
    if (auto done =
            mutation.log(event::rotated, &old, {{u"replaced_by"_s, successor.value}, {u"auto_revoke_at"_s, end}});
        !done)
        return done;
    return over ? mutation.log(event::revoked, &old, {{u"reason"_s, replacedReason}}) : Done();
}

} // namespace

Result<Issued> rotateKey(Session &session, const Author &author, const KeyId &id, const Rotation &rotation,
                         const RequestId &request) {
    auto mutation = Mutation::begin(session, author);
    if (!mutation)
        return std::unexpected(mutation.error());
    const Request asked = requestBy(author, u"rotate "_s + id.value, request, [&] { return bodyOf(rotation); });
    auto before = repeated(*mutation, asked);
    if (!before)
        return std::unexpected(before.error());
    if (*before)
        return std::move(**before);
    auto old = mutation->key(id);
    if (!old)
        return std::unexpected(old.error());
    auto checked = check(mutation->situation(), old->key, rotation);
    if (!checked)
        return std::unexpected(checked.error());
    auto issued = issue(*mutation, checked->successor, event::created, old->key.lineage,
                        {{u"rotated_from"_s, old->key.id.value}});
    if (!issued)
        return issued;
    issued->warnings.clear(); // the successor has its predecessor's name on purpose
    if (auto done = retire(*mutation, std::move(old->key), *checked, issued->key.id); !done)
        return std::unexpected(done.error());
    if (auto done = finish(*mutation, asked, issued->key); !done)
        return std::unexpected(done.error());
    return issued;
}

} // namespace keywright
