#include "core/model/permit.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Cells = QMap<QString, QString>; ///< by column
struct Expected {
    QMap<QString, Cells> roles;   ///< by role
    QMap<QString, Cells> actions; ///< by action id
};

QStringList wordsOf(const QString &line) {
    static const QRegularExpression spaces(u"\\s+"_s);
    return line.split(spaces, Qt::SkipEmptyParts);
}

/// tests/data/gate/gate.txt, by policy.
QMap<QString, Expected> readTable() {
    QFile file(QStringLiteral(TEST_DATA_DIR "/gate/gate.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("gate.txt is missing");
    QMap<QString, Expected> table;
    QString policy;
    QMap<QString, Cells> *section = nullptr;
    QStringList columns;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList words = wordsOf(line);
        if (words.isEmpty() || words[0].startsWith(u'#'))
            continue;
        if (words[0] == u"policy"_s) {
            policy = words[1];
        } else if (words[0] == u"roles"_s || words[0] == u"actions"_s) {
            section = words[0] == u"roles"_s ? &table[policy].roles : &table[policy].actions;
            columns = words.mid(1);
        } else {
            for (qsizetype i = 0; i < columns.size(); ++i)
                (*section)[words[0]][columns[i]] = words.value(i + 1);
        }
    }
    return table;
}

const Instant now = fromEpoch(1'790'000'000);

ApiKey keyIn(const QString &state) {
    ApiKey key;
    key.id = {u"k1"_s};
    key.name = u"Zapier"_s;
    key.owner = u"Anna"_s;
    key.createdAt = now - Days{100};
    if (state == u"expiring"_s)
        key.expiresAt = now + Days{3};
    if (state == u"expired"_s || state == u"late"_s)
        key.expiresAt = now; // the instant itself is over
    if (state == u"revoked"_s || state == u"late"_s)
        key.revokedAt = now - Days{1};
    if (state == u"grace"_s || state == u"ended"_s) {
        key.deprecatedAt = now - Days{7};
        key.autoRevokeAt = state == u"ended"_s ? now : now + Seconds{1};
        key.replacedBy = {u"k2"_s};
    }
    if (state == u"again"_s)
        key.replacedBy = {u"k2"_s};
    if (state == u"test"_s) {
        key.kind = KeyKind::Test;
        key.expiresAt = now + Seconds{1800};
    }
    return key;
}

QString groupOf(const QString &action) {
    if (action == u"reactivate"_s)
        return action;
    if (action == u"export"_s || action == u"read_activity"_s || action == u"check_activity"_s)
        return u"read"_s;
    const QStringList keeping{u"backup"_s, u"restore"_s, u"change_policy"_s};
    return keeping.contains(action) ? u"keep"_s : u"manage"_s;
}

Caller callerAs(const QString &role, const KeyPolicy &policy) {
    Caller caller{.role = roleFromId(role).value_or(Role::Admin), .name = u"Anna"_s};
    if (!role.startsWith(u"key"_s))
        return caller;
    caller.method = AuthMethod::ApiKey;
    caller.key = ApiKey{};
    for (const PolicyScope &scope : policy.scopes.options) {
        if (scope.id != policy.manage.scope || role == u"key+"_s)
            caller.key->scopes.append(scope.id);
    }
    return caller;
}

std::optional<Action> actionFromId(const QString &id) {
    for (int i = 0; i < actionCount; ++i) {
        if (actionId(Action(i)) == id)
            return Action(i);
    }
    return std::nullopt;
}

Permit::Verdict verdictOf(const QString &role, const QString &cell, bool ownKey) {
    if (role == u"-"_s)
        return Permit::Verdict::Absent;
    const bool othersKey = role == u"own"_s && !ownKey;
    return cell == u"+"_s && !othersKey ? Permit::Verdict::Allowed : Permit::Verdict::Locked;
}

} // namespace

class TestPermit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGateSaysWhatTheTableSays_data() {
        QTest::addColumn<QString>("policyId");
        const auto table = readTable();
        QCOMPARE(table.size(), 5);
        for (const QString &policy : table.keys())
            QTest::newRow(qPrintable(policy)) << policy;
    }
    void theGateSaysWhatTheTableSays() {
        QFETCH(QString, policyId);
        const Expected expected = readTable().value(policyId);
        const KeyPolicy &policy = shipped(policyId);
        QCOMPARE(expected.actions.size(), actionCount);
        int asked = 0;
        for (auto role = expected.roles.begin(); role != expected.roles.end(); ++role) {
            Situation situation = adminUnder(policy, now);
            situation.caller = callerAs(role.key(), policy);
            for (auto action = expected.actions.begin(); action != expected.actions.end(); ++action) {
                for (auto state = action->begin(); state != action->end(); ++state) {
                    if (state.value() == u"."_s)
                        continue;
                    for (const bool own : {true, false}) {
                        ApiKey key = keyIn(state.key());
                        if (!own)
                            key.owner = u"Bert"_s;
                        const bool any = state.key() == u"any"_s;
                        const Permit permit =
                            keywright::permit(*actionFromId(action.key()), situation, any ? nullptr : &key);
                        const auto verdict = verdictOf(role->value(groupOf(action.key())), state.value(), own || any);
                        const QString what = u"%1 by %2, %3, own %4: %5"_s.arg(action.key(), role.key(), state.key())
                                                 .arg(own)
                                                 .arg(permit.reason);
                        QVERIFY2(permit.verdict == verdict, qPrintable(what));
                        QVERIFY2(permit.allowed() == permit.reason.isEmpty(), qPrintable(what));
                        QVERIFY2(permit.allowed() || permit.reason.endsWith(u'.'), qPrintable(what));
                        ++asked;
                    }
                }
            }
        }
        QVERIFY(asked > 600);
    }

    void nothingIsAllowedBeforeAKeyringIsOpen() {
        for (int i = 0; i < actionCount; ++i)
            QCOMPARE(permit(Action(i), Situation{}).verdict, Permit::Verdict::Locked);
        QCOMPARE(roleBanner(Situation{}), QString());
    }
    void everyActionHasAnIdOfItsOwn() {
        QSet<QString> ids;
        for (int i = 0; i < actionCount; ++i)
            ids.insert(actionId(Action(i)));
        QCOMPARE(ids.size(), actionCount);
    }

    void whoMayNotManageIsToldInOneBanner() {
        Situation situation = adminUnder(shipped(u"expiration-reminder"), now);
        QCOMPARE(roleBanner(situation), QString());
        for (const Role role : {Role::Developer, Role::Auditor, Role::Verifier}) {
            situation.caller.role = role;
            QCOMPARE(roleBanner(situation),
                     u"Your role isn't admin. Ask an account admin to create the key for you, or "
                     "to grant you the permission."_s);
        }
    }
    void aDeveloperWhoManagesOwnKeysSeesNoBanner() {
        Situation situation = adminUnder(shipped(u"standard"), now);
        situation.caller.role = Role::Developer;
        QCOMPARE(roleBanner(situation), QString());
    }
    void theKeyOfSomebodyElseIsLockedWithTheirName() {
        Situation situation = adminUnder(shipped(u"standard"), now);
        situation.caller.role = Role::Developer;
        ApiKey key = keyIn(u"active"_s);
        key.owner = u"Bert"_s;
        QVERIFY(permit(Action::Revoke, situation, &key).reason.contains(u"Bert"_s));
        key.owner.clear();
        situation.caller.name.clear();
        QCOMPARE(permit(Action::Revoke, situation, &key).verdict, Permit::Verdict::Locked);
    }

    void withTheDeveloperApiOffKeysAreOnlyListedAndRevoked() {
        Situation situation = adminUnder(shipped(u"leads-crm"), now);
        situation.developerApi = false;
        const QSet<QString> allowed{u"revoke"_s,         u"mark_delivered"_s, u"export"_s,  u"read_activity"_s,
                                    u"check_activity"_s, u"backup"_s,         u"restore"_s, u"change_policy"_s};
        const ApiKey key = keyIn(u"active"_s);
        for (int i = 0; i < actionCount; ++i) {
            const Permit answer = permit(Action(i), situation, &key);
            QVERIFY2(answer.allowed() == allowed.contains(actionId(Action(i))), qPrintable(actionId(Action(i))));
        }
        QVERIFY(permit(Action::Create, situation).reason.contains(u"Developer API"_s));
        QCOMPARE(roleBanner(situation), QString());
    }
    void aPolicyWithoutTheFlagDoesNotAskForIt() {
        Situation situation = adminUnder(shipped(u"standard"), now);
        situation.developerApi = false;
        QVERIFY(permit(Action::Create, situation).allowed());
    }

    void aReadOnlyKeyringLocksWhatWritesAndSaysWhy() {
        Situation situation = adminUnder(shipped(u"standard"), now);
        situation.writable = false;
        situation.readOnlyReason = u"The file is of a newer Keywright."_s;
        const QSet<QString> reading{u"export"_s, u"read_activity"_s, u"check_activity"_s, u"backup"_s};
        for (int i = 0; i < actionCount; ++i) {
            const Permit answer = permit(Action(i), situation);
            QVERIFY2(answer.allowed() == reading.contains(actionId(Action(i))), qPrintable(actionId(Action(i))));
        }
        QCOMPARE(permit(Action::Revoke, situation).reason, situation.readOnlyReason);
        situation.readOnlyReason.clear();
        QVERIFY(!permit(Action::Revoke, situation).reason.isEmpty());
    }

    void whatTheBackendCannotDoIsLocked_data() {
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("ability");
        const auto row = [](Action action, int ability) {
            QTest::newRow(qPrintable(actionId(action))) << int(action) << ability;
        };
        row(Action::Rename, 0);
        row(Action::EditScopes, 1);
        row(Action::EditLimits, 2);
        row(Action::EditRate, 2);
        row(Action::EditOwner, 3);
        row(Action::Reactivate, 4);
        row(Action::Delete, 5);
        row(Action::CreateTest, 6);
        row(Action::ReadActivity, 7);
        row(Action::CheckActivity, 7);
        row(Action::Backup, 8);
        row(Action::Restore, 8);
        row(Action::MarkDelivered, 9);
    }
    void whatTheBackendCannotDoIsLocked() {
        QFETCH(int, action);
        QFETCH(int, ability);
        Situation situation = adminUnder(shipped(u"standard"), now);
        QVERIFY(permit(Action(action), situation).allowed());
        const std::array abilities{&Capabilities::rename,   &Capabilities::editScopes, &Capabilities::editLimits,
                                   &Capabilities::metadata, &Capabilities::reactivate, &Capabilities::erase,
                                   &Capabilities::testKeys, &Capabilities::activity,   &Capabilities::backup,
                                   &Capabilities::delivered};
        situation.can.*abilities[std::size_t(ability)] = false;
        QCOMPARE(permit(Action(action), situation).verdict, Permit::Verdict::Locked);
        QVERIFY(permit(Action::Revoke, situation).allowed());
    }

    void rotatingARotatedKeyNamesItsSuccessor() {
        const Situation situation = adminUnder(shipped(u"memoryrelay"), now);
        const ApiKey key = keyIn(u"grace"_s);
        QVERIFY(permit(Action::Rotate, situation, &key).reason.contains(u"k2"_s));
    }
    void anApiKeyIsToldWhichScopeItLacks() {
        Situation situation = adminUnder(shipped(u"memoryrelay"), now);
        situation.caller = callerAs(u"key"_s, shipped(u"memoryrelay"));
        QVERIFY(permit(Action::Create, situation).reason.contains(u"scope admin"_s));
    }
    void requireTurnsTheReasonIntoAnError() {
        const Situation situation = adminUnder(shipped(u"remy"), now);
        QVERIFY(require(Action::Create, situation).has_value());
        const Done refused = require(Action::Rename, situation);
        VERIFY_ERROR(refused, ErrorKind::Refused);
        QCOMPARE(refused.error().message, permit(Action::Rename, situation).reason);
    }
};

QTEST_GUILESS_MAIN(TestPermit)
#include "tst_permit.moc"
