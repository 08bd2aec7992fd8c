#include "core/index/folded_text.h"
#include "core/index/key_index.h"
#include "tests/support/random_keys.h"

#include <QCollator>
#include <QHash>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace keywright;
using keywright::test::RandomKeys;

namespace {

constexpr Instant noon = fromEpoch(1'790'000'000);

/// What the index keeps of a key; the rest is not compared.
ApiKey kept(ApiKey key) {
    key.note.clear();
    key.usage.lastAddress.clear();
    key.usage.lastAgent.clear();
    key.usage.lastRefusedAddress.clear();
    return key;
}

/// The index as one would write it without a thought for speed.
class NaiveIndex {
public:
    QHash<KeyId, ApiKey> keys;

    static bool finds(const ApiKey &key, const QString &search) {
        const QString text =
            QStringList{key.name, key.owner, key.preview.first + QChar(0x1f) + key.preview.last}.join(QChar(0x1e));
        for (const QByteArray &word : searchWords(search)) {
            const bool inId = word.size() >= 4 && foldedText(key.id.value).contains(word);
            const bool inText = std::ranges::any_of(text.split(QChar(0x1e)), [&](const QString &part) {
                return part.split(QChar(0x1f)).size() > 1
                           ? foldedText(part.section(QChar(0x1f), 0, 0)).contains(word) ||
                                 foldedText(part.section(QChar(0x1f), 1)).contains(word)
                           : foldedText(part).contains(word);
            });
            if (!inId && !inText)
                return false;
        }
        return true;
    }
    static bool passes(const ApiKey &key, const KeyView &view, KeyFilter filter) {
        const KeyStatus status = statusOf(key, view.now, view.expiringWithin);
        const bool usable = isActive(key, view.now);
        switch (filter) {
        case KeyFilter::All:
            return view.showRevoked || status != KeyStatus::Revoked;
        case KeyFilter::Active:
            return usable;
        case KeyFilter::Expiring:
            return status == KeyStatus::Expiring;
        case KeyFilter::InGrace:
            return status == KeyStatus::InGrace;
        case KeyFilter::Expired:
            return status == KeyStatus::Expired;
        case KeyFilter::Revoked:
            return status == KeyStatus::Revoked;
        case KeyFilter::NeverUsed:
            return usable && !key.usage.lastUsedAt;
        case KeyFilter::Unused:
            return usable && view.now - key.usage.lastUsedAt.value_or(key.createdAt) >= view.unusedFor;
        case KeyFilter::Undelivered:
            return usable && !key.deliveredAt;
        case KeyFilter::Test:
            return usable && key.kind == KeyKind::Test;
        }
        return false;
    }
    QSet<KeyId> found(const KeyView &view) const {
        QSet<KeyId> ids;
        for (const ApiKey &key : keys)
            if (passes(key, view, view.filter) && finds(key, view.search) &&
                (view.owner.isEmpty() || key.owner == view.owner) &&
                (view.scope.isEmpty() || key.scopes.contains(view.scope)))
                ids.insert(key.id);
        return ids;
    }
    KeyCounts counts(const KeyView &view) const {
        KeyCounts counts;
        for (const ApiKey &key : keys)
            for (int filter = 0; filter < keyFilterCount; ++filter)
                counts.of[std::size_t(filter)] += passes(key, view, KeyFilter(filter)) ? 1 : 0;
        return counts;
    }
};

/// Less than zero where `a` stands before `b` in an ascending order.
int compared(const ApiKey &a, const ApiKey &b, const KeyView &view, bool collated) {
    QCollator order{QLocale()};
    order.setCaseSensitivity(Qt::CaseInsensitive);
    const auto sign = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    const auto latest = fromEpoch(4'000'000'000);
    switch (view.sort) {
    case KeyColumn::Name:
        return collated ? order.compare(a.name, b.name) : sign(foldedText(a.name), foldedText(b.name));
    case KeyColumn::Key:
        return sign(foldedText(a.preview.first + a.preview.last), foldedText(b.preview.first + b.preview.last));
    case KeyColumn::Status:
        return sign(statusOf(a, view.now, view.expiringWithin), statusOf(b, view.now, view.expiringWithin));
    case KeyColumn::Scopes:
        return order.compare(a.scopes.join(QStringLiteral(", ")), b.scopes.join(QStringLiteral(", ")));
    case KeyColumn::Owner:
        return order.compare(a.owner, b.owner);
    case KeyColumn::Created:
        return sign(a.createdAt, b.createdAt);
    case KeyColumn::Expires:
        return sign(a.expiresAt.value_or(latest), b.expiresAt.value_or(latest));
    case KeyColumn::LastUsed:
        return sign(a.usage.lastUsedAt.value_or(Instant{}), b.usage.lastUsedAt.value_or(Instant{}));
    case KeyColumn::Requests:
        return sign(a.usage.requests, b.usage.requests);
    case KeyColumn::Spend:
        return sign(a.spend ? a.spend->monthly.micros : -1, b.spend ? b.spend->monthly.micros : -1);
    }
    return 0;
}

} // namespace

class TestKeyIndex : public QObject {
    Q_OBJECT

    KeyView randomView(RandomKeys &random) {
        KeyView view;
        view.now = noon + Seconds{random.below(86'400 * 20)};
        view.filter = KeyFilter(random.below(keyFilterCount));
        view.sort = KeyColumn(random.below(int(KeyColumn::Spend) + 1));
        view.descending = random.chance(50);
        view.showRevoked = random.chance(70);
        view.expiringWithin = Days{random.below(30)};
        if (random.chance(60))
            view.search = random.oneOf<QString>(
                {QStringLiteral("zap"), QStringLiteral("PROD 00"), QStringLiteral("strasse"), QStringLiteral("ärzte"),
                 QStringLiteral("example.com anna"), QStringLiteral("a"), QStringLiteral("beef"),
                 QStringLiteral("4a-4"), QStringLiteral("opaque"), QStringLiteral("\u00e9clair"),
                 QStringLiteral("kw_a…"), QStringLiteral("nobody")});
        if (random.chance(20))
            view.owner = QStringLiteral("anna@Example.com");
        if (random.chance(20))
            view.scope = random.oneOf<QString>({QStringLiteral("write"), QStringLiteral("odd:scope")});
        return view;
    }

    void compare(const KeyIndex &index, const NaiveIndex &naive, const KeyView &view) {
        const KeyIndex::Rows rows = index.query(view);
        QSet<KeyId> ids;
        for (const KeyIndex::Row row : rows)
            ids.insert(index.id(row));
        QCOMPARE(qsizetype(rows.size()), ids.size());
        QCOMPARE(ids, naive.found(view));
        QCOMPARE(index.facts(view).counts, naive.counts(view));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const int order = compared(naive.keys[index.id(rows[i - 1])], naive.keys[index.id(rows[i])], view, true);
            QVERIFY2(view.descending ? order >= 0 : order <= 0,
                     qPrintable(QStringLiteral("column %1").arg(int(view.sort))));
            QVERIFY(order != 0 || rows[i - 1] < rows[i]);
        }
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void agreesWithANaiveIndexThroughRandomChanges() {
        RandomKeys random(20'261'122);
        KeyIndex index(nullptr);
        NaiveIndex naive;
        QList<KeyId> ids;
        for (int step = 0; step < 6'000; ++step) {
            const int dice = random.below(10);
            if (dice < 6 || ids.isEmpty()) {
                const ApiKey key = random.next();
                index.upsert(key);
                naive.keys.insert(key.id, key);
                ids.append(key.id);
            } else if (dice < 9) {
                ApiKey key = random.next();
                key.id = random.oneOf(ids);
                index.upsert(key);
                naive.keys.insert(key.id, key);
            } else {
                const KeyId id = ids.takeAt(random.below(int(ids.size())));
                QVERIFY(index.remove(id));
                naive.keys.remove(id);
            }
            if (step % 60 == 0) {
                const KeyView view = randomView(random);
                compare(index, naive, view);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QCOMPARE(index.size(), naive.keys.size());
        for (const ApiKey &key : std::as_const(naive.keys)) {
            const auto row = index.find(key.id);
            QVERIFY(row);
            QCOMPARE(index.key(*row), kept(key));
        }
    }

    void whatMatchesFromARowOnIsThatPartOfTheView() {
        RandomKeys random(7);
        KeyIndex index(nullptr);
        for (int i = 0; i < 500; ++i)
            index.upsert(random.next());
        for (int i = 0; i < 200; ++i) {
            const KeyView view = randomView(random);
            const auto from = KeyIndex::Row(random.below(500));
            KeyIndex::Rows rows = index.query(view);
            std::erase_if(rows, [&](KeyIndex::Row row) { return row < from; });
            std::ranges::sort(rows);
            QCOMPARE(index.matching(view, from), rows);
        }
    }

    void anOrderGivenSparesTheSortingAndChangesNothing() {
        RandomKeys random(8);
        KeyIndex index(nullptr);
        for (int i = 0; i < 2'000; ++i)
            index.upsert(random.next());
        int covered = 0;
        for (int i = 0; i < 4'000; ++i) {
            KeyView wide = randomView(random), narrow = randomView(random);
            if (random.chance(70))
                narrow.sort = wide.sort, narrow.descending = wide.descending, narrow.now = wide.now;
            if (random.chance(70))
                wide.filter = KeyFilter::All, wide.owner.clear(), wide.scope.clear(),
                wide.search = narrow.search.left(2);
            if (!covers(wide, narrow))
                continue;
            ++covered;
            const KeyIndex::Rows order = index.query(wide);
            QCOMPARE(index.query(narrow, {}, &order), index.query(narrow));
        }
        QVERIFY(covered > 300);
    }

    void textBeyondTwentyThousandRowsSortsByFoldedBytes() {
        RandomKeys random(9);
        KeyIndex index(nullptr);
        NaiveIndex naive;
        for (int i = 0; i < 25'000; ++i) {
            ApiKey key = random.next();
            if (random.chance(30)) // long common beginnings
                key.name = QStringLiteral("a service with a long common beginning ") + key.name;
            index.upsert(key);
            naive.keys.insert(key.id, key);
        }
        for (const bool descending : {false, true}) {
            const KeyView view{.sort = KeyColumn::Name, .descending = descending, .now = noon};
            const KeyIndex::Rows rows = index.query(view);
            QCOMPARE(rows.size(), std::size_t(25'000));
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const int order =
                    compared(naive.keys[index.id(rows[i - 1])], naive.keys[index.id(rows[i])], view, false);
                QVERIFY(descending ? order >= 0 : order <= 0);
                QVERIFY(order != 0 || rows[i - 1] < rows[i]);
            }
        }
    }

    void manyEditsOfNamesLoseNothing() {
        RandomKeys random(10);
        KeyIndex index(nullptr);
        QList<ApiKey> keys;
        for (int i = 0; i < 3'000; ++i)
            keys.append(random.next());
        index.append(keys);
        for (ApiKey &key : keys) {
            key.name = QStringLiteral("Renamed Ünïcode %1 of %2").arg(key.name).arg(random.below(100));
            index.upsert(key);
        }
        for (const ApiKey &key : std::as_const(keys))
            QCOMPARE(index.key(*index.find(key.id)), kept(key));
        QCOMPARE(index.query({.search = QStringLiteral("RENAMED ÜNÏ"), .now = noon}).size(), std::size_t(3'000));
    }

    void searchIgnoresCaseInEveryAlphabetAndHowAnAccentIsWritten_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("found");
        QTest::newRow("ascii") << QStringLiteral("Zapier PROD") << QStringLiteral("prod") << true;
        QTest::newRow("umlaut") << QStringLiteral("Schlüssel") << QStringLiteral("SCHLÜSSEL") << true;
        QTest::newRow("sharp s") << QStringLiteral("Straße") << QStringLiteral("STRASSE") << true;
        QTest::newRow("greek") << QStringLiteral("ΣΊΣΥΦΟΣ") << QStringLiteral("σίσυφος") << true;
        QTest::newRow("cyrillic") << QStringLiteral("КЛЮЧ") << QStringLiteral("ключ") << true;
        QTest::newRow("decomposed") << QStringLiteral("cafe\u0301") << QStringLiteral("CAF\u00c9") << true;
        QTest::newRow("across words") << QStringLiteral("ab cd") << QStringLiteral("bc") << false;
        QTest::newRow("name and preview do not run together")
            << QStringLiteral("ends with x") << QStringLiteral("xkw_1") << false;
        QTest::newRow("preview as shown") << QStringLiteral("n") << QStringLiteral("kw_1AB…Z9") << true;
        QTest::newRow("bullets") << QStringLiteral("n") << QStringLiteral("••••••••z9") << true;
        QTest::newRow("part of the id") << QStringLiteral("n") << QStringLiteral("4444-5555") << true;
        QTest::newRow("no part of the id") << QStringLiteral("n") << QStringLiteral("4444-6666") << false;
        QTest::newRow("short words are not looked for in ids") << QStringLiteral("n") << QStringLiteral("444") << false;
    }
    void searchIgnoresCaseInEveryAlphabetAndHowAnAccentIsWritten() {
        QFETCH(QString, name);
        QFETCH(QString, search);
        QFETCH(bool, found);
        KeyIndex index(nullptr);
        ApiKey key;
        key.id = {QStringLiteral("22222222-3333-4444-5555-666666666666")};
        key.name = name;
        key.preview = {QStringLiteral("kw_1AB"), QStringLiteral("Z9")};
        index.upsert(key);
        QCOMPARE(!index.query({.search = search, .now = noon}).empty(), found);
    }

    void statusesTurnAtTheExactSecondAndTheBoundarySaysWhen() {
        KeyIndex index(nullptr);
        ApiKey key;
        key.id = {QStringLiteral("a")};
        key.createdAt = noon - Days{1};
        key.usage.lastUsedAt = noon;
        key.expiresAt = noon + Days{20};
        index.upsert(key);
        KeyView view{.now = noon, .expiringWithin = Days{14}};
        const auto only = [&](KeyFilter filter) { return index.facts(view).counts[filter] == 1; };
        QCOMPARE(index.facts(view).nextBoundary, std::optional(noon + Days{6}));
        view.now = noon + Days{6} - Seconds{1};
        QVERIFY(only(KeyFilter::Active) && !only(KeyFilter::Expiring));
        view.now = noon + Days{6};
        QVERIFY(only(KeyFilter::Active) && only(KeyFilter::Expiring));
        QCOMPARE(index.facts(view).nextBoundary, std::optional(noon + Days{20}));
        view.now = noon + Days{20} - Seconds{1};
        QVERIFY(only(KeyFilter::Active));
        view.now = noon + Days{20};
        QVERIFY(only(KeyFilter::Expired) && !only(KeyFilter::Active) && !only(KeyFilter::Expiring));
        QVERIFY(!index.facts(view).nextBoundary);
    }

    void aKeyWithNoUseBecomesUnusedInTime() {
        KeyIndex index(nullptr);
        ApiKey key;
        key.id = {QStringLiteral("a")};
        key.createdAt = noon;
        index.upsert(key);
        KeyView view{.now = noon, .unusedFor = Days{90}};
        QCOMPARE(index.facts(view).nextBoundary, std::optional(noon + Days{90}));
        view.now = noon + Days{90} - Seconds{1};
        QCOMPARE(index.facts(view).counts[KeyFilter::Unused], 0);
        view.now = noon + Days{90};
        QCOMPARE(index.facts(view).counts[KeyFilter::Unused], 1);
    }

    void removedRowsAreUsedAgainAndTheirTextIsGone() {
        KeyIndex index(nullptr);
        RandomKeys random(11);
        ApiKey first = random.next();
        first.name = QStringLiteral("vanishing");
        const KeyIndex::Row row = index.upsert(first);
        const KeyIndex::Row other = index.upsert(random.next());
        QCOMPARE(index.remove(first.id), std::optional(row));
        QVERIFY(!index.holds(row) && index.holds(other));
        QVERIFY(!index.remove(first.id));
        QVERIFY(index.query({.search = QStringLiteral("vanishing"), .now = noon}).empty());
        ApiKey second = random.next();
        second.name = QStringLiteral("a much longer name than the one that stood in this row before");
        QCOMPARE(index.upsert(second), row);
        QCOMPARE(index.key(row), kept(second));
        QCOMPARE(index.query({.search = QStringLiteral("much longer"), .now = noon}), KeyIndex::Rows{row});
    }

    void aCancelledQueryIsEmpty() {
        KeyIndex index(nullptr);
        RandomKeys random(12);
        for (int i = 0; i < 10'000; ++i)
            index.upsert(random.next());
        QVERIFY(index.query({.sort = KeyColumn::Key, .now = noon}, [] { return true; }).empty());
    }

    void ownersAreThoseOfLivingKeys() {
        KeyIndex index(nullptr);
        ApiKey a, b;
        a.id = {QStringLiteral("a")};
        a.owner = QStringLiteral("zoe");
        b.id = {QStringLiteral("b")};
        b.owner = QStringLiteral("Adam");
        b.createdBy = QStringLiteral("root");
        index.append({a, b});
        QCOMPARE(index.facts({.now = noon}).owners, (QStringList{QStringLiteral("Adam"), QStringLiteral("zoe")}));
        index.remove(a.id);
        QCOMPARE(index.facts({.now = noon}).owners, QStringList{QStringLiteral("Adam")});
    }

    void aKeyOfAMillionTakesFewBytes() {
        KeyIndex index(nullptr);
        RandomKeys random(13);
        constexpr qsizetype keys = 50'000;
        index.reserve(keys);
        for (qsizetype i = 0; i < keys; ++i)
            index.upsert(random.next());
        QVERIFY2(index.memoryBytes() / keys <= 190, qPrintable(QString::number(index.memoryBytes() / keys)));
    }
};

QTEST_GUILESS_MAIN(TestKeyIndex)
#include "tst_key_index.moc"
