#include "core/crypto/digest.h"
#include "core/model/json_syntax.h"
#include "core/model/key_policy.h"
#include "tests/support/results.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace keywright;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString corpus(const QString &name) {
    return QStringLiteral(TEST_DATA_DIR "/policies/") + name;
}

const KeyPolicy &shipped(const QString &id) {
    for (const KeyPolicy &policy : shippedPolicies()) {
        if (policy.id == id)
            return policy;
    }
    qFatal("no such policy");
}

QStringList steps(const QString &pointer) {
    QStringList list = pointer.split(u'/').mid(1);
    for (QString &step : list)
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return list;
}

/// The document with the value at a JSON Pointer put there, or taken away (an undefined value).
QJsonValue edited(const QJsonValue &document, const QStringList &path, const QJsonValue &value) {
    if (path.isEmpty())
        return value;
    if (document.isArray()) {
        QJsonArray array = document.toArray();
        array[path.first().toInt()] = edited(array.at(path.first().toInt()), path.mid(1), value);
        return array;
    }
    QJsonObject object = document.toObject();
    object.insert(path.first(), edited(object.value(path.first()), path.mid(1), value)); // undefined removes
    return object;
}

QByteArray standardWith(const QJsonObject &entry) {
    QJsonValue document = QJsonDocument::fromJson(shipped(u"standard"_s).json).object();
    const QJsonObject set = entry.value(u"set"_s).toObject();
    for (auto change = set.begin(); change != set.end(); ++change)
        document = edited(document, steps(change.key()), change.value());
    for (const QJsonValue pointer : entry.value(u"remove"_s).toArray())
        document = edited(document, steps(pointer.toString()), QJsonValue(QJsonValue::Undefined));
    return QJsonDocument(document.toObject()).toJson();
}

} // namespace

class TestPolicyReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fivePoliciesShipStandardFirst() {
        QStringList ids;
        for (const KeyPolicy &policy : shippedPolicies())
            ids.append(policy.id);
        QCOMPARE(ids.value(0), u"standard"_s);
        ids.sort();
        QCOMPARE(ids,
                 QStringList({u"expiration-reminder"_s, u"leads-crm"_s, u"memoryrelay"_s, u"remy"_s, u"standard"_s}));
    }

    void everyMemberOfADocumentIsRead() {
        const auto policy = parsePolicy(contentOf(corpus(u"good/everything.json"_s)), u"everything.json"_s);
        VERIFY_RESULT(policy);
        QCOMPARE(policy->id, u"every-rule-9"_s);
        QCOMPARE(policy->title, u"Überall — 全部 🔑"_s);
        QCOMPARE(policy->token.size(), 6U);
        QCOMPARE(policy->token[3].alphabet, Alphabet::Hex);
        QCOMPARE(policy->token[5].length, 6);
        QCOMPARE(policy->previewFirst, 64);
        QCOMPARE(policy->previewLast, 16);
        QVERIFY(policy->name.required && policy->name.rename);
        QCOMPARE(policy->name.max, 1000);
        QCOMPARE(policy->name.refusedDefault, u"My key"_s);
        QCOMPARE(policy->name.poor, QStringList({u"Test"_s, u"Schlüssel"_s}));
        QCOMPARE(policy->name.examples, QStringList({u"Nightly export"_s}));
        QVERIFY(policy->expiry && policy->expiry->required && policy->expiry->days && policy->expiry->date);
        QVERIFY(policy->expiry->change);
        QCOMPARE(policy->expiry->minDays, 7);
        QCOMPARE(policy->expiry->maxDays, 27'000);
        QCOMPARE(policy->expiry->presets, QList<int>({7, 27'000}));
        QCOMPARE(policy->scopes.byDefault, QStringList({u"Orders:read.all_v2-x"_s, u"root"_s}));
        QVERIFY(policy->scope(u"root"_s)->satisfiesAll && !policy->scope(u"Orders:read.all_v2-x"_s)->satisfiesAll);
        QVERIFY(policy->scopes.choose && policy->scopes.empty && policy->scopes.edit);
        QVERIFY(policy->revoke.reversible);
        QCOMPARE(policy->revoke.list, KeyPolicy::RevokedShown::OnRequest);
        QVERIFY(policy->erase && !policy->erase->onlyRevoked);
        QCOMPARE(policy->rotate->grace->byDefault, 365);
        QVERIFY(!policy->spend->daily && policy->spend->monthly && policy->spend->edit);
        QCOMPARE(policy->testKey->lifetime, Seconds{86'400});
        QCOMPARE(policy->testKey->button, u"Try"_s);
        QCOMPARE(policy->abuse->minutes, 1);
        QCOMPARE(policy->abuse->learnHours, 0);
        QCOMPARE(policy->rateLimit->perMinute, 10'000'000);
        QVERIFY(policy->rateLimit->perKey);
        QCOMPARE(policy->manage.roles, QList<Role>({Role::Developer, Role::Admin}));
        QCOMPARE(policy->manage.own, QList<Role>({Role::Developer}));
        QCOMPARE(policy->manage.scope, u"root"_s);
        QVERIFY(policy->manage.developerApi && policy->issuingUnbounded);
        QCOMPARE(policy->manage.reactivate, QList<Role>({Role::Admin, Role::Developer}));
        QCOMPARE(policy->create.place, KeyPolicy::Place::Sidebar);
        QCOMPARE(policy->create.column, u"Token"_s);
        QVERIFY(policy->errors.showPrefix);
        QCOMPARE(policy->testRequest.method, u"POST"_s);
        QCOMPARE(policy->testRequest.baseUrl, u"https://api.example.com:8443/base"_s);
        QCOMPARE(policy->json, contentOf(corpus(u"good/everything.json"_s)));
        QCOMPARE(policy->sha256, sha256(policy->json));
    }

    void whatAPolicyLacksIsNothing() {
        const auto policy = parsePolicy(contentOf(corpus(u"good/small.json"_s)), u"small.json"_s);
        VERIFY_RESULT(policy);
        QVERIFY(!policy->expiry && !policy->erase && !policy->rotate && !policy->spend && !policy->testKey);
        QVERIFY(!policy->abuse && !policy->rateLimit && !policy->manage.developerApi);
        QVERIFY(policy->manage.scope.isEmpty() && policy->name.poor.isEmpty());
    }

    void aBrokenRuleIsRefusedWithItsPointer_data() {
        QTest::addColumn<QJsonObject>("entry");
        const QJsonArray entries = QJsonDocument::fromJson(contentOf(corpus(u"broken_rules.json"_s))).array();
        for (const QJsonValue entry : entries)
            QTest::newRow(qPrintable(entry[u"what"].toString())) << entry.toObject();
        QVERIFY(entries.size() > 50);
    }
    void aBrokenRuleIsRefusedWithItsPointer() {
        QFETCH(QJsonObject, entry);
        const auto policy = parsePolicy(standardWith(entry), u"/etc/my policy.json"_s);
        VERIFY_ERROR(policy, ErrorKind::Invalid);
        const QString pointer = entry.value(u"at"_s).toString();
        QCOMPARE(policy.error().field, pointer);
        const QString start = u"/etc/my policy.json, "_s + pointer + u": "_s;
        QVERIFY2(policy.error().message.startsWith(start), qPrintable(policy.error().message));
        QVERIFY(policy.error().message.size() > start.size() + 5);
    }

    void theUnchangedDocumentIsGood() { VERIFY_RESULT(parsePolicy(standardWith({}), u"standard.json"_s)); }

    void whatIsNotJsonIsRefusedWithItsPlace_data() {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("comma.json") << 3 << 13;
        QTest::newRow("empty.json") << 1 << 1;
        QTest::newRow("cut_off.json") << 1 << 24;
        QTest::newRow("list.json") << 1 << 1;
        QTest::newRow("member_twice.json") << 4 << 12;
        QTest::newRow("member_twice_escaped.json") << 1 << 55;
        QTest::newRow("no_utf8.json") << 1 << 12;
        QTest::newRow("toml.json") << 1 << 1;
        QTest::newRow("noise.json") << 1 << 1;
    }
    void whatIsNotJsonIsRefusedWithItsPlace() {
        QFETCH(int, line);
        QFETCH(int, column);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto policy = parsePolicy(contentOf(corpus(u"not_json/"_s + name)), name);
        VERIFY_ERROR(policy, ErrorKind::Invalid);
        const QString place = u"%1, line %2, column %3: "_s.arg(name).arg(line).arg(column);
        QVERIFY2(policy.error().message.startsWith(place), qPrintable(policy.error().message));
    }

    void everyCutOfAPolicyIsRefused() {
        const QByteArray whole = shipped(u"standard"_s).json.trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length)
            VERIFY_ERROR(parsePolicy(whole.first(length), u"cut.json"_s), ErrorKind::Invalid);
    }

    void aFolderGivesTheGoodPoliciesAndAnErrorForEachBadOne() {
        const QTemporaryDir folder;
        const auto put = [&](const QString &name, const QByteArray &json) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
        };
        put(u"a_good.json"_s, contentOf(corpus(u"good/small.json"_s)));
        put(u"b_taken.json"_s, shipped(u"standard"_s).json);
        put(u"c_same_again.json"_s, contentOf(corpus(u"good/small.json"_s)));
        put(u"d_bad.json"_s, "{");
        put(u"e_good.json"_s, contentOf(corpus(u"good/everything.json"_s)));
        put(u"f_huge.json"_s, QByteArray(2 * 1024 * 1024, ' '));
        put(u"notes.txt"_s, "no policy");
        const PolicyFolder read = readPolicyFolder(folder.path());
        QCOMPARE(read.policies.size(), 2U);
        QCOMPARE(read.policies[0].id, u"small"_s);
        QCOMPARE(read.policies[1].id, u"every-rule-9"_s);
        QCOMPARE(read.errors.size(), 4U);
        const QStringList names{u"b_taken.json, /id: "_s, u"c_same_again.json, /id: "_s, u"d_bad.json, line 1"_s,
                                u"f_huge.json"_s};
        for (std::size_t i = 0; i < read.errors.size(); ++i)
            QVERIFY2(read.errors[i].message.contains(names[qsizetype(i)]), qPrintable(read.errors[i].message));
    }

    void aFolderThatIsNotThereHoldsNothing() {
        const PolicyFolder read = readPolicyFolder(u"/nowhere/at/all"_s);
        QVERIFY(read.policies.empty() && read.errors.empty());
    }

    void placesAreCountedFromOne() {
        QCOMPARE(placeOf("ab\ncd", 0).line, 1);
        QCOMPARE(placeOf("ab\ncd", 4).line, 2);
        QCOMPARE(placeOf("ab\ncd", 4).column, 2);
        QCOMPARE(placeOf("ab", 99).column, 3);
    }
};

QTEST_GUILESS_MAIN(TestPolicyReader)
#include "tst_policy_reader.moc"
