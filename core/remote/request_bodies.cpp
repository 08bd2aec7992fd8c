#include "core/remote/request_bodies.h"

#include "core/crypto/digest.h"
#include "core/model/json_writer.h"

#include <QTimeZone>
#include <QUrl>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// `2027-01-31 Europe/Berlin`: a day ends when it does where the person is.
QString dayText(const ExpiresOnDate &day) {
    const QByteArray zone = day.zone.isEmpty() ? QTimeZone::systemTimeZoneId() : day.zone;
    return day.date.toString(Qt::ISODate) + u' ' + QString::fromLatin1(zone);
}

struct ExpiryWriter {
    JsonWriter &json;
    Contract contract;
    bool saysNever;

    void operator()(const NeverExpires &) const {
        if (saysNever)
            json.member("expires_at"_L1, u"never"_s);
    }
    void operator()(const ExpiresInDays &in) const { json.member("expires_days"_L1, qint64(in.days)); }
    void operator()(const ExpiresOnDate &day) const { json.member("expires_at"_L1, dayText(day)); }
    void operator()(const ExpiresAt &exact) const { json.member("expires_at"_L1, exact.at); }
};

struct RevokeOldText {
    QString operator()(const RevokeOldNow &) const { return u"now"_s; }
    QString operator()(const RevokeOldMyself &) const { return u"never"_s; }
    QString operator()(const ExpiresOnDate &day) const { return dayText(day); }
};

void writeValues(JsonWriter &json, const Draft &draft, Contract contract) {
    if (!draft.name.isEmpty())
        json.member("name"_L1, draft.name);
    if (draft.scopes)
        json.member("scopes"_L1, *draft.scopes);
    if (draft.expiry)
        std::visit(ExpiryWriter{json, contract, false}, *draft.expiry);
    if (draft.dailyLimit)
        json.member("daily_spend_limit_usd"_L1, *draft.dailyLimit);
    if (draft.monthlyLimit)
        json.member("monthly_spend_limit_usd"_L1, *draft.monthlyLimit);
    if (draft.ratePerMinute && contract == Contract::Full)
        json.member("rate_per_minute"_L1, qint64(*draft.ratePerMinute));
}

/// A member that is set: to a value, or to nothing.
template<class T>
void writeChange(JsonWriter &json, QLatin1StringView name, const std::optional<std::optional<T>> &change) {
    if (!change)
        return;
    json.name(name);
    if (!*change)
        json.null();
    else if constexpr (std::is_same_v<T, int>)
        json.value(qint64(**change));
    else
        json.value(**change);
}

} // namespace

QByteArray createBody(const Draft &draft, Contract contract) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    if (!draft.test)
        writeValues(json, draft, contract);
    if (draft.owner && contract == Contract::Full)
        json.member("owner"_L1, *draft.owner);
    if (!draft.note.isEmpty() && contract == Contract::Full)
        json.member("note"_L1, draft.note);
    json.endObject();
    return out;
}

QByteArray rotateBody(const Rotation &rotation, Contract contract) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    if (rotation.graceDays)
        json.member("grace_days"_L1, qint64(*rotation.graceDays));
    if (rotation.revokeOld && contract == Contract::Full)
        json.member("revoke_old_at"_L1, std::visit(RevokeOldText{}, *rotation.revokeOld));
    if (rotation.expiry && contract == Contract::Full)
        std::visit(ExpiryWriter{json, contract, true}, *rotation.expiry);
    json.endObject();
    return out;
}

QByteArray changesBody(const Changes &changes) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    if (changes.name)
        json.textOrNull("name"_L1, *changes.name);
    if (changes.scopes)
        json.member("scopes"_L1, *changes.scopes);
    if (changes.owner)
        json.textOrNull("owner"_L1, *changes.owner);
    if (changes.note)
        json.textOrNull("note"_L1, *changes.note);
    writeChange(json, "daily_spend_limit_usd"_L1, changes.dailyLimit);
    writeChange(json, "monthly_spend_limit_usd"_L1, changes.monthlyLimit);
    writeChange(json, "rate_per_minute"_L1, changes.ratePerMinute);
    json.endObject();
    return out;
}

QByteArray revokeBody(const QList<KeyId> &ids, const QString &reason) {
    QStringList texts;
    for (const KeyId &id : ids)
        texts << id.value;
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("ids"_L1, texts);
    json.textOrNull("reason"_L1, reason);
    json.endObject();
    return out;
}

QByteArray identifyBody(const QList<Sha256> &digests) {
    QStringList texts;
    for (const Sha256 &digest : digests)
        texts << toHex(digest);
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("digests"_L1, texts);
    json.endObject();
    return out;
}

QByteArray keyPath(const KeyId &id, QByteArrayView rest) {
    return "/v1/keys/" + QUrl::toPercentEncoding(id.value) + rest.toByteArray();
}

QByteArray queryMember(QByteArrayView name, const QString &value) {
    return name.toByteArray() + '=' + QUrl::toPercentEncoding(value);
}

} // namespace keywright
