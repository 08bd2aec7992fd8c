#include "core/keyring/key_listing.h"

#include "core/store/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

constexpr qsizetype mostWords = 10;

/// A WHERE clause as it grows, with what is bound to it.
struct Clause {
    QStringList terms;
    QVariantList values;
    void add(const QString &term, const QVariantList &more = {}) {
        terms << term;
        values << more;
    }
};

const QString isRevoked = u"(k.revoked_at IS NOT NULL OR (k.auto_revoke_at IS NOT NULL AND k.auto_revoke_at <= ?))"_s;
const QString isExpired = u"(k.expires_at IS NOT NULL AND k.expires_at <= ?)"_s;

void addState(Clause &clause, KeyStatus state, Instant now) {
    const qint64 at = toEpoch(now);
    if (state == KeyStatus::Revoked)
        return clause.add(isRevoked, {at});
    clause.add(u"NOT "_s + isRevoked, {at});
    if (state == KeyStatus::Expired)
        return clause.add(isExpired, {at});
    clause.add(u"NOT "_s + isExpired, {at});
    if (state == KeyStatus::InGrace)
        clause.add(u"k.deprecated_at IS NOT NULL"_s);
    if (state == KeyStatus::Expiring)
        clause.add(u"k.expires_at IS NOT NULL AND k.expires_at <= ? AND k.deprecated_at IS NULL"_s,
                   {toEpoch(now + defaultExpiringWithin)});
}

/// The word as LIKE finds it anywhere in a text.
QString likePattern(QString word) {
    for (const QChar special : {u'\\', u'%', u'_'})
        word.replace(special, QString(u'\\') + special);
    return u'%' + word + u'%';
}

void addSearch(Clause &clause, const QString &search) {
    const QStringList columns{u"k.id"_s,     u"k.name"_s,  u"k.first_chars"_s,       u"k.last_chars"_s,
                              u"k.scopes"_s, u"k.owner"_s, u"coalesce(k.note, '')"_s};
    QStringList any;
    for (const QString &column : columns)
        any << u"lower(%1) LIKE lower(?) ESCAPE '\\'"_s.arg(column);
    for (const QString &word : search.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, mostWords))
        clause.add(u'(' + any.join(u" OR "_s) + u')', QVariantList(columns.size(), likePattern(word)));
}

Clause clauseOf(const KeyListing &listing, Instant now) {
    Clause clause;
    if (!listing.revoked)
        clause.add(u"NOT "_s + isRevoked, {toEpoch(now)});
    if (listing.state)
        addState(clause, *listing.state, now);
    if (listing.expiresBefore)
        clause.add(u"k.expires_at < ?"_s, {toEpoch(*listing.expiresBefore)});
    if (listing.lastUsedBefore)
        clause.add(u"coalesce(%1, k.created_at) < ?"_s.arg(lastUseColumn), {toEpoch(*listing.lastUsedBefore)});
    addSearch(clause, listing.search);
    return clause;
}

QString orderOf(KeySort sort) {
    switch (sort) {
    case KeySort::Name:
        return u"lower(k.name)"_s;
    case KeySort::ExpiresAt: // keys without an end come last
        return u"coalesce(k.expires_at, 9223372036854775807)"_s;
    case KeySort::LastUsedAt:
        return u"coalesce(%1, 0)"_s.arg(lastUseColumn);
    case KeySort::Created:
        break;
    }
    return u"k.n"_s;
}

QVariant orderValue(KeySort sort, const StoredKey &stored) {
    const ApiKey &key = stored.key;
    switch (sort) {
    case KeySort::Name:
        return key.name;
    case KeySort::ExpiresAt:
        return key.expiresAt ? QString::number(toEpoch(*key.expiresAt)) : u"9223372036854775807"_s;
    case KeySort::LastUsedAt:
        return QString::number(key.usage.lastUsedAt ? toEpoch(*key.usage.lastUsedAt) : 0);
    case KeySort::Created:
        break;
    }
    return QString::number(stored.n);
}

/// Behind which row a page begins, and what was true when the first page was read.
struct Place {
    int sort = 0;
    bool descending = false;
    QString value;
    qint64 n = 0;
    qint64 feed = 0;
    qint64 total = 0;

    Cursor toCursor() const {
        const QJsonArray parts{
            sort, descending, value, QString::number(n), QString::number(feed), QString::number(total)};
        return {QString::fromLatin1(QJsonDocument(parts)
                                        .toJson(QJsonDocument::Compact)
                                        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))};
    }
    static std::optional<Place> fromCursor(const Cursor &cursor) {
        const QJsonArray parts =
            QJsonDocument::fromJson(QByteArray::fromBase64(cursor.value.toLatin1(), QByteArray::Base64UrlEncoding))
                .array();
        if (parts.size() != 6)
            return std::nullopt;
        return Place{parts.at(0).toInt(),
                     parts.at(1).toBool(),
                     parts.at(2).toString(),
                     parts.at(3).toString().toLongLong(),
                     parts.at(4).toString().toLongLong(),
                     parts.at(5).toString().toLongLong()};
    }
};

/// What every page of a listing tells alike.
struct Told {
    qint64 feed = 0;
    qint64 total = 0;
};

Done addPlace(Clause &clause, const KeyListing &listing, const Cursor &from, Told &told) {
    if (from.isEmpty())
        return {};
    const auto place = Place::fromCursor(from);
    if (!place || place->sort != int(listing.sort) || place->descending != listing.descending)
        return failure(ErrorKind::Invalid, Words::tr("The list can't go on from here. Load it again."), u"cursor"_s);
    told = {.feed = place->feed, .total = place->total};
    const QVariant value = listing.sort == KeySort::Name ? QVariant(place->value) : QVariant(place->value.toLongLong());
    // The database folds case, not we: both sides of the comparison alike.
    const QString bound = listing.sort == KeySort::Name ? u"lower(?)"_s : u"?"_s;
    if (listing.sort == KeySort::Created)
        clause.add(listing.descending ? u"k.n < ?"_s : u"k.n > ?"_s, {place->n});
    else
        clause.add(u"(%1, k.n) %2 (%3, ?)"_s.arg(orderOf(listing.sort), listing.descending ? u"<"_s : u">"_s, bound),
                   {value, place->n});
    return {};
}

QString conditionOf(const Clause &clause, const KeyListing &listing) {
    const QString direction = listing.descending ? u" DESC"_s : QString();
    const QString order = listing.sort == KeySort::Created ? u"k.n"_s + direction
                                                           : orderOf(listing.sort) + direction + u", k.n"_s + direction;
    return (clause.terms.isEmpty() ? u"1 = 1"_s : clause.terms.join(u" AND "_s)) + u" ORDER BY "_s + order +
           u" LIMIT ?"_s;
}

Result<KeyPage> pageOf(Session &session, QList<StoredKey> rows, const KeyListing &listing, const Told &told,
                       Instant now) {
    KeyPage page{.keys = {}, .next = {}, .feed = {told.feed}, .total = told.total};
    if (rows.size() > listing.limit) {
        rows.resize(listing.limit);
        page.next = Place{int(listing.sort), listing.descending, orderValue(listing.sort, rows.last()).toString(),
                          rows.last().n,     told.feed,          told.total}
                        .toCursor();
    }
    page.keys.reserve(rows.size());
    for (StoredKey &row : rows)
        page.keys << settled(std::move(row.key), now);
    if (auto done = session.keys.addSpend(page.keys, now); !done)
        return std::unexpected(done.error());
    return page;
}

} // namespace

Result<KeyPage> listKeys(Session &session, const KeyListing &listing, const Cursor &from, Instant now) {
    auto transaction = Transaction::begin(*session.connection, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto meta = readMeta(*session.connection);
    if (!meta)
        return std::unexpected(meta.error());
    Clause clause = clauseOf(listing, now);
    Told told{.feed = meta->feed.value};
    if (from.isEmpty()) {
        const auto total = session.connection->number(u"SELECT count(*) FROM keys"_s);
        if (!total)
            return std::unexpected(total.error());
        told.total = *total;
    }
    if (auto done = addPlace(clause, listing, from, told); !done)
        return std::unexpected(done.error());
    clause.values << listing.limit + 1;
    auto rows = session.keys.where(conditionOf(clause, listing), clause.values);
    if (!rows)
        return std::unexpected(rows.error());
    return pageOf(session, std::move(*rows), listing, told, now);
}

} // namespace keywright
