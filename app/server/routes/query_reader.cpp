#include "app/server/routes/query_reader.h"

#include "core/crypto/token.h"

#include <QSet>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

Problem invalidQuery(const QString &detail) {
    return malformed("invalid_query", detail);
}

/// What must not be in any query.
std::optional<Problem> faultOf(const QList<std::pair<QString, QString>> &members, const KeyPolicy &policy) {
    QSet<QString> names;
    for (const auto &[name, value] : members) {
        if (looksLikeToken(name, &policy) || looksLikeToken(value, &policy))
            return malformed(
                "token_in_request",
                u"There is a key in the query, where logs can keep it. Revoke it, and search for its id."_s);
        if (names.contains(name))
            return invalidQuery(u"A member of the query stands there twice."_s);
        names.insert(name);
    }
    return std::nullopt;
}

} // namespace

QueryReader::QueryReader(QByteArrayView query, const KeyPolicy &policy) {
    const auto members = queryMembers(query);
    problem_ = members ? faultOf(*members, policy) : malformed("malformed_request", u"The query can't be read."_s);
    if (!problem_)
        members_ = *members;
}

void QueryReader::refuse(const QString &detail) {
    if (!problem_)
        problem_ = invalidQuery(detail);
}

std::optional<QString> QueryReader::text(const QString &name) {
    read_ << name;
    const auto found = std::ranges::find(members_, name, &std::pair<QString, QString>::first);
    return found == members_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<bool> QueryReader::flag(const QString &name) {
    const auto value = text(name);
    if (value && *value != u"true" && *value != u"false")
        refuse(u"%1 must be true or false."_s.arg(name));
    return value ? std::optional(*value == u"true") : std::nullopt;
}

std::optional<qint64> QueryReader::whole(const QString &name, qint64 min, qint64 max) {
    const auto value = text(name);
    if (!value)
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = value->toLongLong(&isNumber);
    if (!isNumber || number < min || number > max)
        refuse(u"%1 must be a whole number from %2 to %3."_s.arg(name).arg(min).arg(max));
    return number;
}

std::optional<Instant> QueryReader::instant(const QString &name) {
    const auto value = text(name);
    const auto at = value ? fromRfc3339(*value) : std::nullopt;
    if (value && !at)
        refuse(u"%1 must be an RFC 3339 instant such as 2027-01-31T23:00:00Z."_s.arg(name));
    return at;
}

std::optional<QString> QueryReader::choice(const QString &name, const QStringList &choices) {
    const auto value = text(name);
    if (value && !choices.contains(*value))
        refuse(u"%1 must be one of: %2."_s.arg(name, choices.join(u", "_s)));
    return value;
}

std::optional<Problem> QueryReader::finish() {
    for (const auto &member : members_) {
        if (!read_.contains(member.first))
            refuse(u"The query has a member that is not known here."_s);
    }
    return problem_;
}

} // namespace keywright
