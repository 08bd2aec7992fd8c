#include "tests/support/keyring_fixture.h"

#include "core/store/store_place.h"

#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace keywright::test {

using namespace Qt::StringLiterals;

KeyPolicy shippedPolicy(const QString &id) {
    for (const KeyPolicy &policy : shippedPolicies()) {
        if (policy.id == id)
            return policy;
    }
    qFatal("no shipped policy %s", qPrintable(id));
}

Caller admin(const QString &name) {
    return {.role = Role::Admin, .name = name, .method = AuthMethod::Local, .address = u"local"_s};
}

Draft goodDraft(const KeyPolicy &policy, const QString &name) {
    Draft draft;
    draft.name = name;
    if (policy.expiry && policy.expiry->required)
        draft.expiry = ExpiresInDays{policy.expiry->presets.value(0, policy.expiry->minDays)};
    return draft;
}

Changes renaming(const QString &name) {
    Changes changes;
    changes.name = name;
    return changes;
}

ActivityQuery logSearch(const QString &text, const KeyId &key) {
    return {.text = text, .key = key, .limit = 1'000};
}

KeyringFixture::KeyringFixture(const QString &policyId, Caller caller) : policy_(shippedPolicy(policyId)) {
    const NewKeyring made{
        .path = store_.place(), .name = u"Test"_s, .policy = policy_, .developerApi = policy_.manage.developerApi};
    if (auto done = createKeyringFile(made, admin(), clock_); !done)
        qFatal("%s", qPrintable(done.error().message));
    if (auto opened = reopen(std::move(caller)); !opened)
        qFatal("%s", qPrintable(opened.error().message));
}

KeyringFixture::~KeyringFixture() = default;

Result<KeyringInfo> KeyringFixture::reopen(Caller caller) {
    keyring_ = std::make_unique<LocalKeyring>(store_.place(), std::move(caller), clock_);
    return await(keyring_->open());
}

std::unique_ptr<LocalKeyring> KeyringFixture::another(Caller caller) {
    auto view = std::make_unique<LocalKeyring>(store_.place(), std::move(caller), clock_);
    if (auto opened = await(view->open()); !opened)
        qFatal("%s", qPrintable(opened.error().message));
    return view;
}

Issued KeyringFixture::make(const QString &name) {
    auto issued = await(keyring_->create(goodDraft(policy_, name), {}));
    if (!issued)
        qFatal("%s", qPrintable(issued.error().message));
    return *issued;
}

QList<ApiKey> KeyringFixture::all() {
    QList<ApiKey> keys;
    Cursor from;
    do {
        auto page = await(keyring_->keys(from, 5'000));
        if (!page)
            qFatal("%s", qPrintable(page.error().message));
        keys += page->keys;
        from = page->next;
    } while (!from.isEmpty());
    return keys;
}

namespace {

/// A fraction in [0, 1) that is always the same for a row.
QString fraction(const Filling &filling, int salt) {
    return u"(abs((i * 2654435761 + {seed} * 97 + {salt} * 7919) % 1000003) / 1000003.0)"_s
        .replace(u"{seed}"_s, QString::number(filling.seed))
        .replace(u"{salt}"_s, QString::number(salt));
}

/// What the two databases call differently: `{hex8 x}` is a number in that many hexadecimal digits.
QString inWordsOf(bool postgresql, QString sql) {
    static const QRegularExpression digits(uR"(\{hex(\d+) ([^{}]*)\})"_s), bytes(uR"(\{bytes ([^{}]*)\})"_s);
    sql.replace(digits, postgresql ? uR"(lpad(to_hex((\2)::bigint), \1, '0'))"_s : uR"(printf('%0\1x', \2))"_s);
    sql.replace(bytes, postgresql ? uR"(convert_to(\1, 'UTF8'))"_s : uR"(CAST(\1 AS BLOB))"_s);
    return sql.replace(u"{one}"_s, postgresql ? u"1::bigint"_s : u"1"_s);
}

/// The states are drawn in SQL, so that a million rows take seconds.
QString keysSql(const Filling &filling, Instant now) {
    const double expired = filling.revoked + filling.expired;
    const double expiring = expired + filling.expiring;
    const double grace = expiring + filling.inGrace;
    const QString sql = uR"(
WITH RECURSIVE counted (i) AS (SELECT {one} UNION ALL SELECT i + 1 FROM counted WHERE i < {keys}),
     drawn AS (SELECT i, {state} AS state, {now} - CAST({age} * 63072000 AS INTEGER) AS created FROM counted)
INSERT INTO keys (id, digest, name, first_chars, last_chars, scopes, owner, kind, created_at, created_by, expires_at,
                  revoked_at, revoked_by, revoke_reason, deprecated_at, auto_revoke_at, daily_limit, delivered_at,
                  revision, change_seq)
SELECT {hex8 i} || '-' || {hex4 {seed}} || '-4000-8000-' || {hex12 i},
       {bytes {hex8 (i * 2654435761) % 4294967296} || {hex8 {seed}} || {hex16 i}},
       CASE i % 7 WHEN 0 THEN 'Zapier, leads sync ' WHEN 1 THEN 'Mac sync script ' WHEN 2 THEN 'Internal dashboard '
                  WHEN 3 THEN 'CI deploy ' WHEN 4 THEN 'Übersicht, Büro ' WHEN 5 THEN 'billing export '
                  ELSE 'Partner integration ' END || i,
       'kw_' || {hex8 i} || '_', {hex4 i % 65536},
       CASE i % 4 WHEN 0 THEN 'read' WHEN 1 THEN 'read write' WHEN 2 THEN 'read write delete' ELSE 'admin' END,
       'person' || (i % 500) || '@example.com', 0, created, 'ada',
       CASE WHEN state >= {revoked} AND state < {expired} THEN {now} - 86400
            WHEN state >= {expired} AND state < {expiring} THEN {now} + 86400 * 5
            WHEN i % 3 = 0 THEN {now} + 86400 * 200 END,
       CASE WHEN state < {revoked} THEN {now} - i % 86400 END, CASE WHEN state < {revoked} THEN 'ada' END,
       CASE WHEN state < {revoked} THEN 'unused' END,
       CASE WHEN state >= {expiring} AND state < {grace} THEN {now} - 3600 END,
       CASE WHEN state >= {expiring} AND state < {grace} THEN {now} + 86400 * 7 END,
       CASE WHEN i % 50 = 0 THEN 5000000 END, created, 1, 2
FROM drawn)"_s;
    return QString(sql)
        .replace(u"{state}"_s, fraction(filling, 1))
        .replace(u"{age}"_s, fraction(filling, 2))
        .replace(u"{keys}"_s, QString::number(filling.keys))
        .replace(u"{seed}"_s, QString::number(filling.seed))
        .replace(u"{now}"_s, QString::number(toEpoch(now)))
        .replace(u"{revoked}"_s, QString::number(filling.revoked))
        .replace(u"{expired}"_s, QString::number(expired))
        .replace(u"{expiring}"_s, QString::number(expiring))
        .replace(u"{grace}"_s, QString::number(grace));
}

QString usageSql(const Filling &filling, Instant now) {
    return uR"(
INSERT INTO usage (n, since, last_used_at, last_address, last_agent, requests, refused, change_seq)
SELECT n, created_at, {now} - abs((n * 7919) % 15552000), '192.0.2.' || (n % 250), 'curl/8.5.0', (n * 31) % 100000, 0, 1
FROM keys WHERE (n * 2654435761 % 1000003) / 1000003.0 < {used})"_s.replace(u"{now}"_s, QString::number(toEpoch(now)))
        .replace(u"{used}"_s, QString::number(filling.used));
}

} // namespace

Done fillKeyring(const QString &path, const Filling &filling, Instant now) {
    const StoreTool tool(path);
    QSqlQuery query(tool.database());
    const QStringList steps{u"BEGIN"_s, inWordsOf(isSharedStore(path), keysSql(filling, now)), usageSql(filling, now),
                            u"UPDATE meta SET feed_seq = feed_seq + 2, usage_seq = usage_seq + 1"_s, u"COMMIT"_s};
    for (const QString &step : steps) {
        if (!query.exec(step))
            return failure(ErrorKind::Storage, query.lastError().text() + u' ' + step.left(200));
    }
    return {};
}

QString runSql(const QString &path, const QString &sql) {
    const StoreTool tool(path);
    QSqlQuery query(tool.database());
    return query.exec(sql) ? QString() : query.lastError().text();
}

QVariant sqlValue(const QString &path, const QString &sql) {
    const StoreTool tool(path);
    QSqlQuery query(tool.database());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

} // namespace keywright::test
