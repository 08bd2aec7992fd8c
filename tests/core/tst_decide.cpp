#include "core/verify/decide.h"

#include <QTest>

using namespace keywright;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant now = fromEpoch(1'790'000'000);

KeyPolicy policyWith(bool satisfiesAll) {
    KeyPolicy policy;
    policy.scopes.options = {{.id = u"read"_s, .text = {}, .satisfiesAll = false},
                             {.id = u"full"_s, .text = {}, .satisfiesAll = satisfiesAll}};
    policy.errors.unauthorized = u"Invalid, expired, or revoked API key"_s;
    return policy;
}

ApiKey keyWith(const QStringList &scopes) {
    ApiKey key;
    key.scopes = scopes;
    return key;
}

} // namespace

class TestDecide : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLivingKeyIsAllowed() { QCOMPARE(decide(policyWith(false), &living_, {}, now), Verdict::Allowed); }

    void noKeyIsUnknown() { QCOMPARE(decide(policyWith(false), nullptr, {}, now), Verdict::Unknown); }

    void aKeyEndsAtItsInstant() {
        ApiKey key = living_;
        key.expiresAt = now + Seconds{1};
        QCOMPARE(decide(policyWith(false), &key, {}, now), Verdict::Allowed);
        QCOMPARE(decide(policyWith(false), &key, {}, now + Seconds{1}), Verdict::Expired);
    }

    void aKeyPastItsGraceIsRevokedThoughNobodyWroteItDown() {
        ApiKey key = living_;
        key.deprecatedAt = now - Days{7};
        key.autoRevokeAt = now;
        QCOMPARE(decide(policyWith(false), &key, {}, now - Seconds{1}), Verdict::Allowed);
        QCOMPARE(decide(policyWith(false), &key, {}, now), Verdict::Revoked);
    }

    void revokedIsSaidBeforeExpired() {
        ApiKey key = living_;
        key.expiresAt = now - Days{1};
        key.revokedAt = now - Days{2};
        QCOMPARE(decide(policyWith(false), &key, {}, now), Verdict::Revoked);
    }

    void scopesAreLiteral() {
        QCOMPARE(decide(policyWith(false), &living_, {.scope = u"read"_s}, now), Verdict::Allowed);
        QCOMPARE(decide(policyWith(false), &living_, {.scope = u"rea"_s}, now), Verdict::InsufficientScope);
        QCOMPARE(decide(policyWith(false), &living_, {.scope = u"READ"_s}, now), Verdict::InsufficientScope);
        const ApiKey nothing = keyWith({});
        QCOMPARE(decide(policyWith(false), &nothing, {.scope = u"read"_s}, now), Verdict::InsufficientScope);
        QCOMPARE(decide(policyWith(false), &nothing, {}, now), Verdict::Allowed);
    }

    void onlyAScopeThatSatisfiesAllDoes() {
        const ApiKey full = keyWith({u"full"_s});
        QCOMPARE(decide(policyWith(true), &full, {.scope = u"anything"_s}, now), Verdict::Allowed);
        QCOMPARE(decide(policyWith(false), &full, {.scope = u"anything"_s}, now), Verdict::InsufficientScope);
    }

    void callersAreToldOneThing() {
        const KeyPolicy policy = policyWith(false);
        for (const Verdict verdict : {Verdict::Unknown, Verdict::Revoked, Verdict::Expired})
            QCOMPARE(verdictText(verdict, policy, {}), policy.errors.unauthorized);
        QCOMPARE(verdictText(Verdict::InsufficientScope, policy, {.scope = u"write"_s}),
                 u"Insufficient scope: needs write"_s);
        QVERIFY(verdictText(Verdict::Allowed, policy, {}).isEmpty());
    }

private:
    const ApiKey living_ = keyWith({u"read"_s});
};

QTEST_GUILESS_MAIN(TestDecide)
#include "tst_decide.moc"
