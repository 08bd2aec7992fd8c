#pragma once

#include "core/model/api_key.h"

#include <QRandomGenerator>
#include <QUuid>

namespace keywright::test {

/// Keys as they come in the field, the same for the same seed: long and short names, capitals and umlauts, every
/// status.
class RandomKeys {
public:
    explicit RandomKeys(quint32 seed, Instant around = fromEpoch(1'790'000'000)) : random_(seed), now_(around) {}

    ApiKey next() {
        ApiKey key;
        key.id = {newId()};
        key.name = one({u"Zapier production", u"Mac sync script", u"CI deploy", u"Straße 7", u"ÄRZTE-Export", u"backup",
                        u"İstanbul leads", u"Data lake → nightly", u"Ωmega", u"e\u0301clair", u""});
        if (key.name.isEmpty() ? false : chance(80))
            key.name += QStringLiteral(" %1").arg(random_.bounded(5'000), 4, 10, QLatin1Char('0'));
        key.preview = {QStringLiteral("kw_") + base62(9), base62(4)};
        key.scopes = one<QStringList>({{},
                                       {QStringLiteral("read")},
                                       {QStringLiteral("read"), QStringLiteral("write")},
                                       {QStringLiteral("admin")},
                                       {QStringLiteral("odd:scope")}});
        key.owner = chance(20) ? QString()
                               : QStringLiteral("%1@Example.com").arg(one({u"anna", u"Bob", u"çağla", u"dev-team"}));
        key.createdBy = one({u"root", u"anna", u"ci"});
        key.kind = chance(5) ? KeyKind::Test : KeyKind::Standard;
        key.createdAt = now_ - Seconds{random_.bounded(400 * 86'400)};
        if (chance(70))
            key.expiresAt = now_ + Seconds{random_.bounded(-60 * 86'400, 365 * 86'400)};
        if (chance(15)) {
            key.revokedAt = now_ - Seconds{random_.bounded(86'400 * 90)};
            key.revokedBy = one({u"anna", u"system"});
            key.revokeReason = one({u"leaked", u"left"});
        }
        if (chance(10)) {
            key.deprecatedAt = now_ - Seconds{random_.bounded(86'400 * 5)};
            if (chance(80))
                key.autoRevokeAt = now_ + Seconds{random_.bounded(-86'400, 86'400 * 7)};
            key.replacedBy = {newId()};
        }
        key.lineage = chance(90) ? key.id.value : newId();
        if (chance(85))
            key.deliveredAt = key.createdAt + Seconds{20};
        if (chance(70))
            key.usage.lastUsedAt = key.createdAt + Seconds{random_.bounded(86'400 * 30)};
        key.usage.requests = key.usage.lastUsedAt ? random_.bounded(100'000) : 0;
        if (chance(5)) {
            key.usage.refused = 3;
            key.usage.lastRefusedAt = now_ - Seconds{60};
        }
        if (chance(10)) {
            key.dailyLimit = MicroUsd{5'000'000};
            key.spend = Spend{.daily = {1'230'000}, .monthly = {random_.bounded(40) * 1'000'000LL}};
        }
        key.revision = {random_.bounded(1, 9)};
        return key;
    }

    bool chance(int percent) { return random_.bounded(100) < percent; }
    int below(int limit) { return random_.bounded(limit); }
    template<class T>
    const T &oneOf(const QList<T> &values) {
        return values[random_.bounded(values.size())];
    }

private:
    template<class T = QString>
    T one(std::initializer_list<std::conditional_t<std::is_same_v<T, QString>, QStringView, T>> values) {
        const auto &value = *(values.begin() + random_.bounded(int(values.size())));
        if constexpr (std::is_same_v<T, QString>)
            return value.toString();
        else
            return value;
    }
    QString newId() {
        if (chance(3)) // as a server may choose: no UUID
            return QStringLiteral("k%1-Opaque-%2").arg(random_.bounded(1'000'000)).arg(base62(6));
        std::array<quint32, 4> bits{};
        random_.fillRange(bits.data(), 4);
        const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), 16);
        return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
    }
    QString base62(int length) {
        static constexpr char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        QString text;
        for (int i = 0; i < length; ++i)
            text += QLatin1Char(letters[random_.bounded(62)]);
        return text;
    }

    QRandomGenerator random_;
    Instant now_;
};

} // namespace keywright::test
