#include "core/model/key_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keywright;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant now = *fromRfc3339(u"2026-03-17T14:32:00Z"_s);

/// The key of the contract's sample list.
ApiKey sample() {
    ApiKey key;
    key.id = {u"k1a2b3c4-d5e6-7890-abcd-ef1234567890"_s};
    key.name = u"production-agent"_s;
    key.preview.first = u"mem_prod_a1b"_s;
    key.scopes = {u"read"_s, u"write"_s};
    key.createdAt = *fromRfc3339(u"2026-03-17T10:00:00Z"_s);
    key.usage.lastUsedAt = now;
    key.expiresAt = *fromRfc3339(u"2027-03-17T10:00:00Z"_s);
    key.dailyLimit = MicroUsd{5'000'000};
    key.monthlyLimit = MicroUsd{100'000'000};
    key.spend = Spend{.daily = {1'230'000}, .monthly = {34'560'000}};
    return key;
}

QByteArray written(void (*write)(JsonWriter &, const ApiKey &, Instant), const ApiKey &key) {
    QByteArray out;
    JsonWriter json(out);
    write(json, key, now);
    return out;
}

} // namespace

class TestKeyJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theContractsSampleIsWrittenToTheLetter() {
        QCOMPARE(written(writeKeyInfo, sample()),
                 QByteArray(R"({"id":"k1a2b3c4-d5e6-7890-abcd-ef1234567890","name":"production-agent",)"
                            R"("key_prefix":"mem_prod_a1b","scopes":["read","write"],)"
                            R"("created_at":"2026-03-17T10:00:00Z","last_used_at":"2026-03-17T14:32:00Z",)"
                            R"("expires_at":"2027-03-17T10:00:00Z","revoked_at":null,"deprecated_at":null,)"
                            R"("auto_revoke_at":null,"is_active":true,"daily_spend_limit_usd":5.0,)"
                            R"("monthly_spend_limit_usd":100.0,"spend_info":{"daily_spend_usd":1.23,)"
                            R"("daily_limit_usd":5.0,"monthly_spend_usd":34.56,"monthly_limit_usd":100.0}})"));
    }

    void whatIsNotThereIsNull() {
        ApiKey key = sample();
        key.name.clear();
        key.dailyLimit.reset();
        key.monthlyLimit.reset();
        const QJsonObject json = QJsonDocument::fromJson(written(writeKeyInfo, key)).object();
        QVERIFY(json[u"name"_s].isNull());
        QVERIFY(json[u"spend_info"_s].isNull());
        QVERIFY(json[u"daily_spend_limit_usd"_s].isNull());
    }

    void oneLimitIsEnoughForSpendInfo() {
        ApiKey key = sample();
        key.dailyLimit.reset();
        key.spend.reset();
        const QJsonObject spend =
            QJsonDocument::fromJson(written(writeKeyInfo, key)).object()[u"spend_info"_s].toObject();
        QVERIFY(spend[u"daily_limit_usd"_s].isNull());
        QCOMPARE(spend[u"monthly_spend_usd"_s].toDouble(-1), 0.0);
    }

    void aRevokedKeyIsNotActive() {
        ApiKey key = sample();
        key.revokedAt = now;
        QVERIFY(!QJsonDocument::fromJson(written(writeKeyInfo, key)).object()[u"is_active"_s].toBool(true));
    }

    void textOfAnyKindComesBackWhole() {
        ApiKey key = sample();
        key.name = u"\"quoted\" \\ back\n\ttab \u0001 鍵 🔑"_s;
        const QJsonObject json = QJsonDocument::fromJson(written(writeKeyInfo, key)).object();
        QCOMPARE(json[u"name"_s].toString(), key.name);
    }

    void aKeyWithoutPrefixIsKnownByItsLastCharacters() {
        ApiKey key = sample();
        key.preview = {.first = {}, .last = u"a3f9"_s};
        const QJsonObject json = QJsonDocument::fromJson(written(writeFullKeyInfo, key)).object();
        QCOMPARE(json[u"key_prefix"_s].toString(), u"••••••••a3f9"_s);
        QCOMPARE(json[u"last4"_s].toString(), u"a3f9"_s);
    }

    void theTokenStandsBesideItsKey() {
        QByteArray out;
        JsonWriter json(out);
        writeIssued(json, "mem_prod_00", sample(), now);
        const QJsonObject issued = QJsonDocument::fromJson(out).object();
        QCOMPARE(issued.keys(), (QStringList{u"key"_s, u"key_info"_s}));
        QCOMPARE(issued[u"key"_s].toString(), u"mem_prod_00"_s);
        QCOMPARE(issued[u"key_info"_s].toObject().size(), 14);
    }
};

QTEST_GUILESS_MAIN(TestKeyJson)
#include "tst_key_json.moc"
