#include "core/model/api_key.h"

#include <QTest>

using namespace keywright;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant now = fromEpoch(1'790'000'000);

struct State {
    std::optional<Instant> expiresAt = {}, revokedAt = {}, deprecatedAt = {}, autoRevokeAt = {};
};

ApiKey keyWith(const State &state) {
    ApiKey key;
    key.expiresAt = state.expiresAt;
    key.revokedAt = state.revokedAt;
    key.deprecatedAt = state.deprecatedAt;
    key.autoRevokeAt = state.autoRevokeAt;
    return key;
}

} // namespace

class TestKeyStatus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstStateThatHoldsIsTheStatus_data() {
        QTest::addColumn<State>("state");
        QTest::addColumn<KeyStatus>("status");
        QTest::addColumn<bool>("active");
        const auto row = [](const char *what, const State &state, KeyStatus status, bool active) {
            QTest::newRow(what) << state << status << active;
        };
        const Instant past = now - Days{1}, soon = now + Days{14}, later = now + Days{14} + Seconds{1};
        row("no end", {}, KeyStatus::Active, true);
        row("a far end", {.expiresAt = later}, KeyStatus::Active, true);
        row("an end in exactly 14 days", {.expiresAt = soon}, KeyStatus::Expiring, true);
        row("an end in a second", {.expiresAt = now + Seconds{1}}, KeyStatus::Expiring, true);
        row("an end now", {.expiresAt = now}, KeyStatus::Expired, false);
        row("an end before", {.expiresAt = past}, KeyStatus::Expired, false);
        row("revoked", {.revokedAt = past}, KeyStatus::Revoked, false);
        row("revoked and expired", {.expiresAt = past, .revokedAt = past}, KeyStatus::Revoked, false);
        row("in grace", {.deprecatedAt = past, .autoRevokeAt = now + Seconds{1}}, KeyStatus::InGrace, true);
        row("in grace, expiring", {.expiresAt = soon, .deprecatedAt = past, .autoRevokeAt = soon}, KeyStatus::InGrace,
            true);
        row("replaced, no end chosen", {.deprecatedAt = past}, KeyStatus::InGrace, true);
        row("replaced, no end chosen, expired", {.expiresAt = now, .deprecatedAt = past}, KeyStatus::Expired, false);
        row("grace over now", {.deprecatedAt = past, .autoRevokeAt = now}, KeyStatus::Revoked, false);
        row("grace over and expired", {.expiresAt = now, .deprecatedAt = past, .autoRevokeAt = now}, KeyStatus::Revoked,
            false);
    }
    void theFirstStateThatHoldsIsTheStatus() {
        QFETCH(State, state);
        QTEST(statusOf(keyWith(state), now), "status");
        QTEST(isActive(keyWith(state), now), "active");
    }

    void howSoonExpiringIsCanBeChosen() {
        const ApiKey key = keyWith({.expiresAt = now + Days{20}});
        QCOMPARE(statusOf(key, now), KeyStatus::Active);
        QCOMPARE(statusOf(key, now, Days{20}), KeyStatus::Expiring);
        QCOMPARE(statusOf(key, now, Days{0}), KeyStatus::Active);
    }

    void theEndOfGraceIsReadAsARevocationByTheSystem() {
        const ApiKey key = keyWith({.deprecatedAt = now - Days{7}, .autoRevokeAt = now});
        const ApiKey read = settled(key, now);
        QCOMPARE(read.revokedAt, now);
        QCOMPARE(read.revokedBy, u"system"_s);
        QCOMPARE(read.revokeReason, u"grace ended"_s);
        QCOMPARE(settled(key, now - Seconds{1}), key);
    }
    void aRevocationByAPersonStaysTheirs() {
        ApiKey key = keyWith({.revokedAt = now - Days{3}, .deprecatedAt = now - Days{7}, .autoRevokeAt = now});
        key.revokedBy = u"Anna"_s;
        QCOMPARE(settled(key, now), key);
    }

    void theNextBoundaryIsWhereTheStatusChanges_data() {
        QTest::addColumn<State>("state");
        const auto row = [](const char *what, const State &state) { QTest::newRow(what) << state; };
        row("no end", {});
        row("a far end", {.expiresAt = now + Days{40}});
        row("expiring", {.expiresAt = now + Days{4}});
        row("expired", {.expiresAt = now});
        row("revoked", {.expiresAt = now + Days{40}, .revokedAt = now});
        row("in grace", {.deprecatedAt = now, .autoRevokeAt = now + Days{7}});
        row("in grace, expiring with it",
            {.expiresAt = now + Days{7}, .deprecatedAt = now, .autoRevokeAt = now + Days{7}});
        row("in grace, expiring long after",
            {.expiresAt = now + Days{40}, .deprecatedAt = now, .autoRevokeAt = now + Days{7}});
        row("replaced, no end chosen", {.expiresAt = now + Days{40}, .deprecatedAt = now});
    }
    void theNextBoundaryIsWhereTheStatusChanges() {
        QFETCH(State, state);
        const ApiKey key = keyWith(state);
        Instant at = now;
        while (const auto next = nextBoundary(key, at)) {
            QVERIFY(*next > at);
            const Instant before = *next - Seconds{1};
            QCOMPARE(statusOf(key, std::max(before, at)), statusOf(key, at));
            QVERIFY(statusOf(key, *next) != statusOf(key, at));
            at = *next;
        }
        QCOMPARE(statusOf(key, now + Days{4000}), statusOf(key, at));
    }

    void previewsReadAsTheListShowsThem() {
        QCOMPARE(previewText({.first = u"kw_7fQ2mZ0a_"_s, .last = u"a3f9"_s}), u"kw_7fQ2mZ0a_…a3f9"_s);
        QCOMPARE(previewText({.first = {}, .last = u"a3f9"_s}), u"••••••••a3f9"_s);
        QCOMPARE(previewText({.first = u"mem_prod_a1b"_s, .last = {}}), u"mem_prod_a1b…"_s);
        QCOMPARE(previewText({}), QString());
    }
    void aKeyIsCalledByNameAndPreview() {
        ApiKey key;
        QCOMPARE(displayName(key), u"(no name)"_s);
        key.preview.first = u"mem_prod_a1b"_s;
        QCOMPARE(displayName(key), u"(no name) (mem_prod_a1b…)"_s);
        key = {};
        key.name = u"100 %1 %L2"_s; // looks like a placeholder, and is a name
        key.preview.last = u"a3f9"_s;
        QCOMPARE(displayName(key), u"100 %1 %L2 (••••a3f9)"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeyStatus)
#include "tst_key_status.moc"
